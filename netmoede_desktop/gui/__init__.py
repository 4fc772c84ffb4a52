"""The windows: a face over the use cases. Widgets render frozen values and compute nothing; PySide6 lives here."""
