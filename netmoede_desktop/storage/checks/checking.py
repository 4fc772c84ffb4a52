"""The full check of an open store: its pages, its audit log against the key file, the numbers of its journals."""

from netmoede_desktop.storage.checks.integrity import full_check, quick_check
from netmoede_desktop.storage.database.connection import StoreConnection
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.keys.key_file import ChainHead
from netmoede_desktop.storage.problems import DamagedStore
from netmoede_desktop.storage.transaction import Transaction


def check_store(connection: StoreConnection, head: ChainHead, *, reading: bool) -> None:
    """Check everything; while it is open for `reading` alone, all that needs no writing.

    Raises `DamagedStore` with the `reason`, or a disk problem.
    """
    with translated():
        if reading:
            quick_check(connection.plain)
        else:
            full_check(connection.plain)
        transaction = Transaction(connection)
        try:
            broken, gaps = transaction.audit.first_broken(), transaction.journal.meetings_with_gaps()
            if not transaction.audit.holds(head):
                raise DamagedStore(reason="older_than_key_file")
        finally:
            transaction.rollback()
    if broken is not None:
        raise DamagedStore(reason="audit_chain", seq=broken)
    if gaps:
        raise DamagedStore(reason="journal_gap", count=len(gaps))
