"""From groups to findings: readings, fingerprints, votes, order on the page, sentences."""

from datetime import date

import pytest

import discrepancy as dx
from discrepancy.comparison import judging, severity
from discrepancy.comparison.figures.quantities import compare
from discrepancy.comparison.wire import Copies
from discrepancy.finding import Comparison, Evidence, Verdict
from discrepancy.group import Group, Link
from discrepancy.source import Source

DAY = date(2021, 4, 6)
LONG = (
    "The mill stands by the river Orv and belongs to the town. It had been closed since the "
    "winter, and nobody was thought to be inside when the boiler burst. "
)


def _sources(*texts):
    return dx.read(
        *(
            Source(id=f"{n}.txt", text=text, published=DAY, outlet=f"Outlet {n}")
            for n, text in enumerate(texts, start=1)
        )
    )


def _figures(sources):
    return [c for source in sources for c in dx.extract(source) if c.kind == "quantity"]


def _judged(*texts, link=(0, -1), **told):
    sources = _sources(*texts)
    claims = _figures(sources)
    pair = Link(claims[link[0]], claims[link[1]], 1.0, **told)
    (finding,) = judging.judge([Group("quantity", tuple(claims), (pair,))], sources, compare)
    return finding


def test_equal_values_are_one_reading_and_a_hedge_is_another():
    finding = _judged("Six people died.", "6 people died.", "About six people died.", "Nine died.")
    held = [[place.text for place in reading.claims] for reading in finding.readings]
    assert held == [["Six", "6"], ["six"], ["Nine"]]


def test_soldiers_and_troops_are_one_reading_and_two_currencies_are_not():
    troops = _judged("It has 900 soldiers.", "It has 900 troops.", "It has 800 soldiers.")
    assert [len(reading.claims) for reading in troops.readings] == [2, 1]
    money = _judged("It cost $9.", "It cost 9 euros.", "It cost $8.")
    assert [len(reading.claims) for reading in money.readings] == [1, 1, 1]


def test_a_link_of_two_values_holds_for_all_their_hedges():
    finding = _judged("About six people died.", "Six people died.", "Nine people died.")
    pairs = {(told.a, told.b) for told in finding.disagreements}
    assert {(0, 2), (1, 2)} <= pairs


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("The road is 9 km long.", "It is 12 km long.", "It is 11 km long."), ["9 km", "11 km"]),
        (("Six people died.", "Seven people died.", "Nine people died."), ["Six", "Seven", "Nine"]),
    ],
    ids=["a length", "a toll, which has a line of days"],
)
def test_a_reading_that_no_pair_holds_belongs_to_no_finding_of_a_measure(texts, told):
    finding = _judged(*texts)
    assert [reading.claims[0].text for reading in finding.readings] == told
    for pair in finding.disagreements:
        parted = {finding.readings[at].claims[0].text for at in (pair.a, pair.b)}
        assert parted == {told[0], told[-1]}


def test_what_a_check_has_judged_is_not_judged_again():
    known = Comparison(verdict=Verdict.CONFLICT, level="mine", because="so it is")
    finding = _judged("Six people died.", "Nine people died.", judged=known)
    (told,) = finding.disagreements
    assert (told.level, told.verdict) == ("mine", "conflict")
    assert finding.because.endswith("so it is.")


def test_two_measurands_are_told_not_judged():
    finding = _judged("Six people died.", "Nine people died.", scope="one is of the north alone")
    assert finding.verdict is Verdict.SCOPE
    assert finding.because == (
        "Outlet 1 says Six people (as of 6 April 2021); Outlet 2 says Nine people (as of "
        "6 April 2021): one is of the north alone."
    )


def test_one_figure_planned_and_done_is_no_apparent_conflict():
    finding = _judged("Six died.", "Six people died.", "Nine died.", link=(0, 1), scope="a plan")
    assert not finding.verdict.flagged


def test_the_sentence_says_who_what_and_how_much_more():
    finding = _judged("Six people died, police said.", "Nine people died.")
    assert finding.because == (
        "Outlet 1 says Six people (as of 6 April 2021, citing police); Outlet 2 says Nine people "
        "(as of 6 April 2021): 3 more (+50%); both are given as exact."
    )


def test_the_earlier_claim_is_named_first():
    later = Source(id="a.txt", text="At least nine people died.", published=date(2021, 4, 8))
    sooner = Source(id="b.txt", text="At least six people died.", published=DAY)
    (finding,) = dx.check([later, sooner]).updates
    assert finding.because.startswith("b.txt says At least six people")


# ---- fingerprints ------------------------------------------------------------------------------


def _only(*texts):
    (finding,) = dx.check(_sources(*texts)).conflicts
    return finding.id


PAIR = ("The boiler killed six people on Monday.", "The boiler killed nine people on Monday.")


@pytest.mark.parametrize(
    "texts",
    [
        PAIR[::-1],
        (*PAIR, "The town council will meet in the autumn and talk about the roads."),
        (f"{PAIR[0]} The mill was old.", PAIR[1]),
        (f"The mill was old. {PAIR[0]}", f"Nobody knows why it burst. {PAIR[1]}"),
        (*PAIR, PAIR[0]),
    ],
    ids=["other order", "another document", "more after", "moved", "a copy"],
)
def test_a_fingerprint_stays(texts):
    assert _only(*texts) == _only(*PAIR)


def test_other_values_and_other_events_have_other_fingerprints():
    ids = {
        _only(*PAIR),
        _only(PAIR[0], "The boiler killed ten people on Monday."),
        _only("The boiler injured six people.", "The boiler injured nine people."),
    }
    assert len(ids) == 3


# ---- order on the page -------------------------------------------------------------------------


def _severity(kind, verdict, sides, difference=0.5, texts=None):
    sources = {name: Source(id=name, text=(texts or {}).get(name, name * 40)) for name in "abcd"}
    claims = {name: dx.extract(Source(id=name, text="Six people died."))[:1] for name in sources}
    compared = Comparison(verdict=verdict, level="any", difference=difference, because="so")
    readings = [[claims[name][0] for name in side] for side in sides]
    return severity.severity_of(kind, verdict, compared, readings, Copies(sources))


def test_conflicts_come_before_updates_and_updates_before_what_only_looks_so():
    order = [Verdict.CONFLICT, Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE]
    found = [_severity("quantity", verdict, ["a", "b"]) for verdict in order]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_no_support_lifts_an_update_above_a_conflict():
    conflict = _severity("name", Verdict.CONFLICT, ["a", "b"], difference=0.01)
    assert conflict > _severity("quantity", Verdict.UPDATE, ["abcd", "abcd"], difference=1e9)


def test_the_larger_difference_and_more_sources_come_first():
    near = _severity("quantity", Verdict.CONFLICT, ["a", "b"], difference=0.1)
    far = _severity("quantity", Verdict.CONFLICT, ["a", "b"], difference=2.0)
    many = _severity("quantity", Verdict.CONFLICT, ["ac", "bd"], difference=0.1)
    assert near < far
    assert near < many


def test_copies_of_one_wire_text_count_once():
    copies = {"a": LONG, "c": LONG + "More soon.", "b": "Nine died.", "d": "No word yet from Orv."}
    alone = _severity("quantity", Verdict.CONFLICT, ["a", "b"], texts=copies)
    assert _severity("quantity", Verdict.CONFLICT, ["ac", "b"], texts=copies) == alone
    assert _severity("quantity", Verdict.CONFLICT, ["ad", "b"], texts=copies) > alone


def test_findings_are_ordered_by_severity():
    report = dx.check(
        _sources(
            "The boiler killed six people. The boiler weighed 400 kg.",
            "The boiler killed nine people. The boiler weighed 700 kg.",
        )
    )
    found = [finding.severity for finding in report.findings]
    assert len(found) == 2
    assert found == sorted(found, reverse=True)


SLOT = Evidence(level="same_slot", weight=3.0, because="equal slot of near-identical sentences")


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ("At least 5 people died.", "At least 11 people died.", "quantity.update.print"),
        ("Over 40 metres of rail broke.", "Over 60 metres of rail broke.", "conflict.print"),
        ("At least 5 people died.", "11 people died.", "quantity.compatible.bounds"),
    ],
)
def test_a_hedge_of_one_printed_sentence_excuses_no_other_figure(first, second, level):
    (told,) = _judged(first, second, evidence=(SLOT,)).disagreements
    assert told.level.endswith(level)
    (two_observers,) = _judged(first, second).disagreements
    assert two_observers.level == "quantity.compatible.bounds"


def test_a_sentence_printed_anew_on_another_day_has_another_term():
    def verdicts(*published):
        texts = [
            f"The town had counted none of the votes of the valley as of {day}, said Relk."
            for day in ("3 May 2021", "5 May 2021")
        ]
        sources = (
            Source(id=f"{n}", text=text, published=day)
            for n, (text, day) in enumerate(zip(texts, published, strict=True))
        )
        report = dx.check(sources)
        return {
            told.level for f in report.findings + report.corroborated for told in f.disagreements
        }

    assert verdicts(date(2021, 5, 6), date(2021, 5, 6)) == {"date.conflict.print"}
    assert "date.conflict.print" not in verdicts(date(2021, 5, 3), date(2021, 5, 5))


@pytest.mark.parametrize("order", [(1, 0), (0, 1)])
def test_the_readings_stand_in_the_order_of_their_sentence(order):
    texts = (
        Source(
            id="a.txt", text="The ferry Alder left Kerrin at 6:40pm.", published=date(2021, 4, 8)
        ),
        Source(
            id="b.txt",
            text="On Tuesday the ferry Alder left Kerrin at 6:55pm.",
            published=date(2021, 4, 8),
        ),
    )
    (finding,) = dx.check([texts[place] for place in order]).conflicts
    first, second = (
        texts_of.claims[0].text
        for texts_of in (finding.readings[finding.clash.a], finding.readings[finding.clash.b])
    )
    assert finding.because.index(first) < finding.because.index(second)
    assert ("later" in finding.because) is (first == "6:40pm")
