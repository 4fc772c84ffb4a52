"""Where the use cases meet Qt: one lane for slow work, one signal for the running meeting."""
