"""The step of the child."""
