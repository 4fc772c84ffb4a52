"""What a later version might bring: a second step, for the tests of migration."""

from netmoede_desktop.storage.migrations.steps import STEPS, Step

LATER = (
    *STEPS,
    Step(
        2,
        (
            "ALTER TABLE meeting ADD COLUMN room VARCHAR NOT NULL DEFAULT ''",
            "CREATE TABLE topic (id VARCHAR NOT NULL PRIMARY KEY, meeting_id VARCHAR NOT NULL REFERENCES meeting (id))",
            "INSERT INTO topic SELECT 'topic-' || id, id FROM meeting",
        ),
    ),
)
BROKEN = (*STEPS, Step(2, (*LATER[-1].statements, "INSERT INTO findes_ikke VALUES (1)")))
DANGLING = (*STEPS, Step(2, (*LATER[-1].statements, "INSERT INTO topic VALUES ('x', 'intet møde')")))
