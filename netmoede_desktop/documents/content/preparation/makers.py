"""The papers before a meeting by their words, for the list of papers, which loads none of them itself."""

from collections.abc import Callable, Mapping

from netmoede_desktop.documents.content.blocks import Document
from netmoede_desktop.documents.content.preparation.dagsorden import dagsorden
from netmoede_desktop.documents.content.preparation.drejebog import drejebog
from netmoede_desktop.documents.content.preparation.invitation import invitation, pjece
from netmoede_desktop.documents.content.preparation.samtykke import samtykke
from netmoede_desktop.documents.papers import PaperContext
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting

MAKERS: Mapping[str, Callable[[PreparedMeeting, PaperContext], Document]] = {
    "invitation": lambda meeting, context: invitation(meeting, context.t, context.choice),
    "pjece": lambda meeting, context: pjece(meeting, context.t, context.choice),
    "dagsorden": lambda meeting, context: dagsorden(meeting, context.t, context.choice),
    "drejebog": lambda meeting, context: drejebog(meeting, context.t),
    "samtykke": lambda meeting, context: samtykke(meeting, context.t, context.choice),
}
