"""The role that a few typed words suggest, by everyday wordings; those that could be anybody suggest nothing."""

import pytest

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.role_words import suggested_role

WORDINGS = {
    Role.CHILD: (
        "barnet", "barn", "Barnet selv", "den unge", "Den unge selv", "barnet, 10 år", "barnet 10 år", "drengen",
        "pigen selv", "ham selv", "Mikkel", "Mikkel selv",
    ),
    Role.PARENT: (
        "mor", "Far", "moren", "mor og far", "forældre", "biologisk far", "enlig mor", "Mikkels mor", "barnets far",
        "hans mor", "mor til Mikkel", "far til barnet", "mor (bor i Odense)", "mor Lone", "stedfar", "papmor",
        "forældremyndighedsindehaver", "samværsforælder", "værge", "medmor", "mor, lærer", "adoptivfar",
    ),
    Role.PRIVATE: (
        "farmor", "mormor og plejemor", "farfaren", "bedsteforældre", "moster", "storesøster", "stor bror", "lillebror",
        "halvsøster", "mors kæreste", "fars nye kone", "mors mand", "mors mor", "mors veninde", "ven af mor",
        "ven af familien", "bedste ven", "klassekammerat", "nabo", "naboen", "underboen eller genboen", "træner",
        "fodboldtræner", "træner i fodbold", "spejderleder", "mor til en veninde", "vennens mor", "far til bedste ven",
        "fra familien", "kusine", "onkel Bo", "Mikkels storebror", "kæreste", "nabo og kollega til far",
    ),
    Role.AUTHORITY: (
        "sagsbehandler", "sagsbehandleren", "socialrådgiver", "familierådgiver", "Familierådgiver i kommunen",
        "rådgiver", "ungerådgiver", "børne- og ungerådgiver", "myndighedsrådgiver", "kommunens sagsbehandler",
        "teamleder, myndighed", "rådgiver (myndighed)", "Mikkels socialrådgiver", "ny raadgiver",
        "socialrådgiver fra familieafdelingen", "børnesagsbehandler",
    ),
    Role.PROFESSIONAL: (
        "klasselærer", "klasselæreren", "klasselærer i 4.b", "dansk- og klasselærer", "laerer", "lærer Hanne",
        "pædagog", "pædagog i SFO", "støttepædagog", "paedagog", "skoleleder", "leder af SFO", "viceskoleleder",
        "psykolog, PPR", "PPR", "PPR-psykolog", "psykologen fra PPR", "SSP", "SSP-konsulent", "fra SSP", "fra skolen",
        "sundhedsplejerske", "kontaktperson", "støttekontaktperson", "kontaktperson på bostedet", "familiebehandler",
        "familiekonsulent", "læge", "egen læge", "børnelæge", "talehørelærer", "fysioterapeut", "politibetjent",
        "mentor", "UU-vejleder", "medarbejder fra klubben", "mors psykolog", "dagplejer", "skolesocialrådgiver",
        "socialrådgiver på skolen", "socialrådgiver på krisecenter", "inklusionsvejleder",
    ),
    Role.LEADER: ("mødeleder", "neutral mødeleder", "mødelederen", "moedeleder", "ordstyrer", "uvildig mødeleder"),
    Role.INTERPRETER: ("tolk", "tolk i somali", "somalisk tolk", "tolken", "tolk (tyrkisk)", "tegnsprogstolk"),
    Role.ASSISTANT: ("bisidder", "barnets bisidder", "bisidder for barnet", "Mikkels bisidder", "den unges bisidder"),
    Role.SCRIBE: ("referent", "referent fra kommunen", "referenten"),
    None: (
        "", "  ", "?", "Hanne", "kommer fra Aarhus", "plejemor", "plejefar", "plejefamilie", "aflastningsfamilie",
        "støtteperson", "mors støtteperson", "mors bisidder", "bisidder for mor", "Sofies mor", "mor til Sofie",
        "mors sagsbehandler", "barn i klassen", "barn af en ven", "advokat", "præst", "tovholder", "Torben", "Morten",
        "fra kommunen", "ved ikke", "4. b",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "role"), [(wording, role) for role, wordings in WORDINGS.items() for wording in wordings]
)
def test_a_wording_suggests_its_role(wording: str, role: Role | None) -> None:
    assert suggested_role(wording, child="Mikkel") is role


def test_whose_mother_it_is_can_only_be_known_with_the_childs_name() -> None:
    assert suggested_role("Mikkels mor") is None
    assert suggested_role("Jonas' mor", child="Jonas Holm") is Role.PARENT
    assert suggested_role("Mads mor", child="Mads") is Role.PARENT
