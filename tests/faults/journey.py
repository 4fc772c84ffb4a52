"""A whole journey through the real command line in one traced program: `python -m tests.faults.journey FOLDER`.

In the folder lie `møde.toml` and `adgang.txt`; everything else is made: the vault, its papers, backups, a restore, a
new passphrase. Ends with 1 at the first command that did not go well. Only the derivation of keys is cheaper than real.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from netmoede_desktop.cli import verbs
from netmoede_desktop.cli.main import run
from netmoede_desktop.cli.world import World
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.settings.preferences import Preferences, write_preferences
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import surroundings

OTHER = "en helt anden og ny adgangssætning"


def main(folder: Path) -> int:
    """Go the whole way."""
    passphrase_file, profile, out = folder / "adgang.txt", folder / "profil", folder / "ud"
    verbs.Surroundings.of_this_machine = surroundings  # type: ignore[method-assign, attr-defined]
    world = World(lambda: datetime.now(UTC), time.sleep, lambda: profile, load("da"))
    passphrase = passphrase_file.read_text(encoding="utf-8").strip()

    def go(*arguments: object, expected: int = 0) -> None:
        words = ["--profile", str(profile), "--passphrase-file", str(passphrase_file), *map(str, arguments)]
        if run(words, world) != expected:
            sys.exit(1)

    go("play", folder / "møde.toml", "--out", out)
    write_preferences(profile, Preferences(audience_screen="HDMI-1"))
    with Vault.open(profile, passphrase, surroundings(world.now)) as vault:
        with vault.transaction() as transaction:
            played = transaction.meetings.newest_first()[0].id
        vault.change_passphrase(passphrase, OTHER)
        vault.backup()
        name = vault.backups()[-1].name
    passphrase_file.write_text(OTHER + "\n", encoding="utf-8")
    for document, file_format in (("referat", "docx"), ("referat", "pdf"), ("aftaler", "pdf"), ("kalender", "ics")):
        file = out / f"{document}-igen.{file_format}"
        go("export", played, "--document", document, "--format", file_format, "--out", file)
    go("backup", "create")
    go("backup", "restore", name)
    go("doctor")
    passphrase_file.write_text("en forkert adgangssætning\n", encoding="utf-8")
    go("meetings", expected=3)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
