"""The sentences of one rule of readiness, in Danish."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule is about in a few words, why it is asked, and what is said by the code of its finding.

    `missing` says what is not met, `mend` what to do, `met` what it rests on where the evidence alone does not say it.
    The sentence of the code "" stands for every code that has none.
    """

    subject: str
    why: str
    missing: Mapping[str, str]
    mend: Mapping[str, str]
    met: Mapping[str, str] = field(default_factory=dict)
