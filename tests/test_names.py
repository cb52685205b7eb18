"""Names: read with role and title, aligned across sources, compared as one bearer's."""

import tomllib
from pathlib import Path

import pytest

from discrepancy.alignment.naming import names as alignment
from discrepancy.claims import NameClaim, TextValue
from discrepancy.comparison import compare
from discrepancy.comparison import names as comparison
from discrepancy.comparison.judging import judge
from discrepancy.extraction import names
from discrepancy.reading import laid_out
from discrepancy.source import Source
from discrepancy.span import Span

CASES = tomllib.loads((Path(__file__).parent / "cases" / "names.toml").read_text("utf-8"))["case"]


def _claim(text, type_="person", title=None, source="a"):
    return NameClaim(
        source=source,
        span=Span(start=0, end=len(text)),
        text=text,
        value=TextValue(text=text),
        type=type_,
        title=title,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_compared(case):
    type_, titles = case.get("type", "person"), case.get("titles", (None, None))
    a, b = (_claim(case[k], type_, t) for k, t in zip(("a", "b"), titles, strict=True))
    for one, other in ((a, b), (b, a)):
        judged = comparison.compare(one, other)
        assert (judged.level if judged else "") == case["level"], case["why"]


def _story(*texts):
    sources = [laid_out(Source(id=f"{at}.txt", text=text)) for at, text in enumerate(texts)]
    claims = [claim for source in sources for claim in names.read(source, ())]
    return sources, claims


def _linked(*texts):
    sources, claims = _story(*texts)
    groups = alignment.align(sources, claims)
    return sorted(
        tuple(sorted((link.a.value.text, link.b.value.text)))
        for group in groups
        for link in group.links
    )


def test_a_claim_has_name_role_and_title():
    _, claims = _story("Navy spokesman Captain Oren Hale spoke. Hale denied it.")
    assert [(c.text, c.value.text, c.title) for c in claims] == [
        ("Oren Hale", "Oren Hale", "Captain"),
        ("Hale", "Oren Hale", None),
    ]


def test_near_spellings_of_one_longer_name_are_linked():
    one = "The lawyer, Alexi Tollgias, spoke in court."
    other = "It was Alexi Tollyias who spoke for them."
    assert _linked(one, other) == [("Alexi Tollgias", "Alexi Tollyias")]


def test_near_spellings_of_a_single_name_need_company():
    one = "The ferry sank off Sarnhaven during a storm."
    other = "The ferry sank off Sarnhafen on Sunday."
    stranger = "Her aunt came to live in Sarnhafen."
    assert _linked(one, other) == [("Sarnhafen", "Sarnhaven")]
    assert _linked(one, stranger) == []


def test_known_places_are_no_slips_of_each_other():
    one = "The minister of Austria met envoys and signed the pact."
    other = "The minister of Australia met envoys and signed the pact."
    assert _linked(one, other) == []


def test_a_source_that_writes_both_names_two():
    both = "Marten Holm saw Marten Holt. Later Marten Holm fled, and Marten Holt too."
    assert _linked(both, "It was Marten Holm who fled.") == []


def test_another_given_name_needs_one_role():
    one = "Police spokesman Mara Tollen said the man fled."
    other = "Police spokesman Ilse Tollen said a bus burned."
    stranger = "Ilse Tollen, a baker, sells bread."
    assert _linked(one, other) == [("Ilse Tollen", "Mara Tollen")]
    assert _linked(one, stranger) == []


def test_a_family_is_no_slip():
    family = "Mara Tollen, a nurse, and Oren Tollen, a nurse, wed. They moved."
    assert _linked(family, "Ilse Tollen, a nurse, spoke.") == []


def test_two_ranks_of_one_name_are_linked():
    one = "Commodore Oren Hale said so."
    other = "Commander Oren Hale said so."
    assert _linked(one, other) == [("Commander Oren Hale", "Commodore Oren Hale")]


def test_a_finding_shows_two_ranks():
    sources, claims = _story("Commodore Oren Hale said so.", "Cmdr. Oren Hale said so.")
    [finding] = judge(alignment.align(sources, claims), sources, compare)
    assert [d.level for d in finding.disagreements] == ["name.conflict.rank"]


def test_a_text_that_parts_from_itself_does_not_part_from_its_copy():
    text = "The lawyer, Alexi Tollgias, spoke. Later Alexi Tollyias left the court."
    sources, claims = _story(text, text)
    found = judge(alignment.align(sources, claims), sources, compare)
    assert [finding.verdict for finding in found] == ["conflict", "conflict"]
    for finding in found:
        assert len({c.document for reading in finding.readings for c in reading.claims}) == 1


def test_the_order_of_the_sources_is_nothing():
    texts = ["The lawyer, Alexi Tollgias, spoke.", "It was Alexi Tollyias who spoke."]
    assert _linked(*texts) == _linked(*reversed(texts))


def test_two_people_of_almost_one_name_and_two_offices_are_apparent():
    sources, claims = _story(
        "Fisheries Minister Sim Ha-rin met envoys.", "Navy Director Sim Ha-jun met envoys."
    )
    [finding] = judge(alignment.align(sources, claims), sources, compare)
    assert finding.verdict == "scope"
    assert "two people" in finding.because


def test_two_people_of_almost_one_name_need_two_offices():
    assert _linked("Minister Sim Ha-rin met envoys.", "Minister Sim Ha-jun left Arn.") == []
    assert _linked("Minister Sim Ha-rin met envoys.", "Sim Ha-jun met envoys.") == []


def test_a_plural_or_adjective_of_a_name_is_no_spelling():
    one = "Envoys of the two Koreas met at the border and signed the pact."
    other = "Veterans of the Korean War met at the border and signed the pact."
    assert _linked(one, other) == []


def test_two_names_that_part_in_a_syllable_need_one_office_and_one_event():
    one = "Minister Sim Ha-rin resigned over the leak."
    assert _linked(one, "Minister Sim Ha-jun resigned over the leak.") == [
        ("Sim Ha-jun", "Sim Ha-rin")
    ]
    assert _linked(one, "Minister Sim Ha-jun opened a mill.") == []
    assert _linked(one, "Sim Ha-jun resigned over the leak.") == []
    assert _linked(one, "Fisheries Minister Sim Ha-jun resigned over the leak.") == []
    family = "Minister Sim Ha-jun resigned over the leak. Director Sim Ha-neul stays."
    assert ("Sim Ha-jun", "Sim Ha-rin") not in _linked(one, family)


def test_one_age_and_one_surname_are_one_person():
    one = "The victim was named as Jan Tollen, 34."
    assert _linked(one, "The victim was named as Jon Tollen, 34.") == [("Jan Tollen", "Jon Tollen")]
    assert _linked(one, "The victim was named as Bob Tollen, 51.") == []
    one, other = (f"The victim was named as {name}, 34." for name in ("Sim Ha-jun", "Sim Ha-ju"))
    assert _linked(one, other) == [("Sim Ha-ju", "Sim Ha-jun")]


def test_a_craft_has_one_spelling():
    sources, claims = _story("The ferry Alda sank off Velland.", "The ferry Elda sank off Velland.")
    [finding] = judge(alignment.align(sources, claims), sources, compare)
    assert [d.level for d in finding.disagreements] == ["name.conflict.spelling"]


def test_sister_ships_are_two():
    both = "The ferry Alda sank off Velland; its sister ship, the ferry Elda, was in port."
    assert _linked("The ferry Elda sailed off Velland.", both) == []


def test_two_roles_of_near_names_are_two_people():
    one = "Police spokeswoman Ann Reidl spoke of the fire in Arn."
    assert _linked(one, "Nurse Ann Reedl spoke of the fire in Arn.") == []
    assert _linked(one, "Police officer Ann Reedl spoke of the fire in Arn.") == [
        ("Ann Reedl", "Ann Reidl")
    ]
