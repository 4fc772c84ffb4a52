"""What the validators find in a paper: it is to be PDF/UA-1 and PDF/A-2a at once."""

import page

PROFILES = ("ua1", "2a")


def faults(paper: bytes) -> list[str]:
    """The report of each profile that is not met, after its name; none for a valid paper."""
    reports = ((profile, str(page.validate_pdf_bytes(paper, profile=profile))) for profile in PROFILES)
    return [f"{profile}: {report}" for profile, report in reports if "no failures in implemented checks" not in report]
