"""What a later version might bring: one more step, for the tests of migration."""

from netmoede_desktop.storage.migrations.steps import STEPS, Migration

NEXT = len(STEPS) + 1
LATER = (
    *STEPS,
    Migration(
        NEXT,
        (
            "ALTER TABLE meeting ADD COLUMN room VARCHAR NOT NULL DEFAULT ''",
            "CREATE TABLE topic (id VARCHAR NOT NULL PRIMARY KEY, meeting_id VARCHAR NOT NULL REFERENCES meeting (id))",
            "INSERT INTO topic SELECT 'topic-' || id, id FROM meeting",
        ),
    ),
)
BROKEN = (*STEPS, Migration(NEXT, (*LATER[-1].statements, "INSERT INTO findes_ikke VALUES (1)")))
DANGLING = (*STEPS, Migration(NEXT, (*LATER[-1].statements, "INSERT INTO topic VALUES ('x', 'intet møde')")))
