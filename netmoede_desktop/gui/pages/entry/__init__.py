"""The pages of the first window: a new vault, its recovery code, unlocking, and every way back from a wrong turn."""
