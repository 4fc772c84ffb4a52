"""One transaction over everything in the store: its writes are durable together, or not at all."""

from functools import cached_property

from sqlmodel import Session

from netmoede_desktop.storage.database.connection import StoreConnection
from netmoede_desktop.storage.journal.begun_lines import BegunLines
from netmoede_desktop.storage.journal.journal import Journal
from netmoede_desktop.storage.repositories.audit import Audit
from netmoede_desktop.storage.repositories.cases import Cases
from netmoede_desktop.storage.repositories.corrections import Corrections
from netmoede_desktop.storage.repositories.deletions import Deletions
from netmoede_desktop.storage.repositories.facts import Facts
from netmoede_desktop.storage.repositories.meetings import Meetings
from netmoede_desktop.storage.repositories.minutes_versions import MinutesVersions
from netmoede_desktop.storage.repositories.outcomes import Outcomes
from netmoede_desktop.storage.repositories.people import People
from netmoede_desktop.storage.repositories.private_notes import PrivateNotes
from netmoede_desktop.storage.repositories.search import Search
from netmoede_desktop.storage.repositories.settings import Settings


class Transaction:
    """The journal, the begun lines, the search and the repositories in one transaction.

    The session is made when a repository is first asked for. Use it through `Vault.transaction`; nothing of it may be
    used afterwards.
    """

    def __init__(self, connection: StoreConnection) -> None:
        """Begin: take the write lock of the store, unless it is open for reading alone."""
        self._connection = connection
        self._session: Session | None = None
        connection.begin()
        self.journal = Journal(connection.plain)
        self.begun_lines = BegunLines(connection.plain)
        self.search = Search(connection.plain)

    @cached_property
    def cases(self) -> Cases:
        """The sager."""
        return Cases(self._in_session())

    @cached_property
    def people(self) -> People:
        """The people of the sager."""
        return People(self._in_session())

    @cached_property
    def meetings(self) -> Meetings:
        """The meetings."""
        return Meetings(self._in_session())

    @cached_property
    def facts(self) -> Facts:
        """The facts of the preparation."""
        return Facts(self._in_session())

    @cached_property
    def private_notes(self) -> PrivateNotes:
        """The mødeleder's private notes."""
        return PrivateNotes(self._in_session())

    @cached_property
    def minutes(self) -> MinutesVersions:
        """The approved referat versions."""
        return MinutesVersions(self._in_session())

    @cached_property
    def corrections(self) -> Corrections:
        """The corrections of referater that are not approved yet."""
        return Corrections(self._in_session())

    @cached_property
    def outcomes(self) -> Outcomes:
        """The outcomes of the finished meetings."""
        return Outcomes(self._in_session())

    @cached_property
    def audit(self) -> Audit:
        """The audit log."""
        return Audit(self._in_session())

    @cached_property
    def deletions(self) -> Deletions:
        """The record of deletions."""
        return Deletions(self._in_session())

    @cached_property
    def settings(self) -> Settings:
        """The settings saved in the vault."""
        return Settings(self._in_session())

    def was_used(self, repository: str) -> bool:
        """Return True if the repository of that name was used."""
        return repository in self.__dict__

    def commit(self) -> None:
        """Make everything durable. On an error everything is undone and the error goes on."""
        try:
            if self._session is not None:
                self._session.commit()
            else:
                self._connection.plain.commit()
        except BaseException:
            self.rollback()
            raise
        self._end()

    def rollback(self) -> None:
        """Undo everything."""
        if self._session is not None:
            self._session.rollback()
        self._connection.plain.rollback()
        self._end()

    def _in_session(self) -> Session:
        if self._session is None:
            self._session = Session(self._connection.engine, expire_on_commit=False)
        return self._session

    def _end(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None
