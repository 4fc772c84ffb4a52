"""The size limit of TOML texts: `tomllib` takes time by the square of a dotted key's length.

One pass over the text, without reading it: the content of strings and comments is not counted. A string without an end
reaches to the end of the text, or of its line; `tomllib` reports the error.
"""

import re
from typing import Final

#: Names in a dotted key; more is no file of ours.
DEEPEST: Final = 100

#: Keys, headers and elements of lists; the longest scenario that is read has fewer.
MOST_VALUES: Final = 60_000

_KEY = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+')"""
_TOKEN: Final = re.compile(
    rf"""
    (?P<deep> {_KEY} (?:[ \t]*+\.[ \t]*+{_KEY}){{{DEEPEST}}} )
    | \"""[^"\\]*+ (?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+ \"{{3,5}}+ | \"""[\s\S]*+
    | '''[^']*+ (?:'(?!'')[^']*+)*+ '{{3,5}}+ | '''[\s\S]*+
    | {_KEY}(?:[ \t]*+\.[ \t]*+{_KEY})*+
    | "[^\n]*+ | '[^\n]*+
    | \#[^\n]*+
    | \s++
    | (?P<value>[=\[,])
    """,
    re.VERBOSE,
)


def fault_of(text: str) -> str:
    """Return `too-deep` or `too-many-values` for a text that is not to be read, else ""."""
    values = 0
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "deep":
                return "too-deep"
            case "value":
                values += 1
                if values > MOST_VALUES:
                    return "too-many-values"
    return ""
