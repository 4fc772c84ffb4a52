"""The sentences of the rules of readiness, by subject; `localization.readiness_wording` puts them together."""
