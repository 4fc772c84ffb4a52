"""The referat after the meeting: corrected beside its real pages."""
