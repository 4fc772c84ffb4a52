"""The rules by subject. Which of them weighs how much for which method stands in resources/rules.toml."""
