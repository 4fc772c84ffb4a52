"""The sentences of one rule of readiness, in Danish."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The subject of a rule in a few words, why it is asked, and the sentences by the code of its finding.

    `missing` says in which way it is not met, `mend` the next act, `met` the evidence where a fact alone does not.
    The sentence of the code "" is that of every code without one.
    """

    subject: str
    why: str
    missing: Mapping[str, str]
    mend: Mapping[str, str]
    met: Mapping[str, str] = field(default_factory=dict)
