"""The settings saved in the vault."""

import json

from sqlmodel import Session, col, select

from netmoede_desktop.storage.tables.setting import SettingRow


class Settings:
    """Named JSON values, inside one transaction."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, name: str, value: object) -> None:
        """Save a JSON value under a name."""
        self._session.merge(SettingRow(name=name, value=json.dumps(value, ensure_ascii=False, allow_nan=False)))
        self._session.flush()

    def get(self, name: str) -> object:
        """Return the value, None if there is none."""
        row = self._session.get(SettingRow, name)
        value: object = None if row is None else json.loads(row.value)
        return value

    def names(self, beginning: str = "") -> list[str]:
        """Return the names that begin so, in order."""
        rows = select(SettingRow.name).where(col(SettingRow.name).startswith(beginning, autoescape=True))
        return sorted(self._session.exec(rows))

    def remove(self, name: str) -> None:
        """Delete a value; does nothing if there is none."""
        row = self._session.get(SettingRow, name)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
