"""The composition root: builds everything by hand and is imported by no one."""
