"""The rules by subject. Their levels for each method are in resources/rules.toml."""
