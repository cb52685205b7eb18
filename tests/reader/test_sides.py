"""Questions and their sides: one request each, the sharpest words shown, told once, judged fairly.

Points of figures: a reader's "same" stands, and the ladder judges values alone.
"""

import json

import pytest

import discrepancy as dx


def _told(document, quote, side, answer=None, day=None):
    return {
        "document": f"D{document}",
        "answer": answer or quote,
        "quote": quote,
        "said_by": None,
        "day": day,
        "side": side,
    }


def _matter(question, *told, kind="state"):
    return {"question": question, "kind": kind, "answers": list(told)}


class Clerk:
    """Recorded answers: the questions of ask 1, and one verdict for all pairs (or by question)."""

    def __init__(self, *matters, verdict="conflict", pairs=None, measurand="other"):
        self.matters, self.verdict, self.pairs, self.measurand = matters, verdict, pairs, measurand
        self.asked = []

    def __call__(self, question):
        self.asked.append(question)
        if question.kind == "story":
            return json.dumps({"questions": list(self.matters)})
        if question.kind == "sides" and self.pairs is not None:
            return json.dumps({"pairs": self.pairs})
        return json.dumps({"verdict": self.verdict, "measurand": self.measurand, "because": "So."})

    def sides(self):
        """The sides of each question of ask 2, in order."""
        return [
            json.loads(question.messages[1].content)["sides"]
            for question in self.asked
            if question.kind == "sides"
        ]


def _nothing(sources, claims):
    """Rules that take no two claims for one thing."""
    return ()


def _check(texts, clerk, published=None, align=_nothing):
    return dx.check(texts, reader=clerk, published=published, align=align)


# --- updates, where no days tell


STAGES = [
    ("The ferry Alder will be sold.", "The ferry Alder was sold.", True),
    ("Power was cut to the valley.", "Power was back in the valley.", True),
    ("Kerrin was in talks with Norby.", "Kerrin announced a deal with Norby.", True),
    ("The villagers fled the flood.", "The villagers returned to the flood plain.", True),
    ("Norby declined to comment.", "Norby said it would pay.", True),
    ("The ferry Alder is red.", "The ferry Alder is blue.", False),
]


@pytest.mark.parametrize(("one", "other", "staged"), STAGES)
def test_an_update_without_days_goes_by_stages_or_says_that_nothing_tells(one, other, staged):
    first, second = one.rstrip("."), other.rstrip(".")
    matter = _matter("What became of it?", _told(1, first, "A"), _told(2, second, "B"))
    (finding,) = _check([one, other], Clerk(matter, verdict="update")).by_reader
    assert finding.verdict == "update"
    assert "both cannot be right" not in finding.because
    means = "an earlier stage" if staged else "which came later is not told"
    assert means in finding.because


def test_an_update_goes_by_the_days_of_printing_where_both_tell_of_one_day():
    sources = [
        dx.Source(id="a", text="One man died on Sunday, police said.", published="2024-05-06"),
        dx.Source(id="b", text="Two men died on Sunday, police said.", published="2024-05-08"),
    ]
    matter = _matter(
        "How many men died?",
        _told(1, "One man died on Sunday", "A", day="2024-05-05"),
        _told(2, "Two men died on Sunday", "B", day="2024-05-05"),
    )
    (finding,) = _check(sources, Clerk(matter, verdict="update")).by_reader
    assert finding.verdict == "update"
    assert "not told" not in finding.because


# --- "same" stands


SAME = {
    "other predicates": (
        "1,200 people were sheltered there",
        "3,000 had been evacuated",
        "conflict",
    ),
    "other nouns": ("The flood took 800 homes", "It took 135 boats", "conflict"),
    "two currencies": ("The loot was worth £40 million", "They took $90 million", "conflict"),
    "other hedges": ("about 80 crates were found", "81 crates were found", None),
    "another unit": ("It flew 10 km", "It flew 6.2 miles", None),
    "bounds that meet": (
        "It must end by 31 December 2023",
        "It will end no earlier than 31 December 2023",
        "conflict",
    ),
    "two zones": ("It came at 4.30 a.m. local time", "It came at 11.30 p.m. GMT", "conflict"),
    "a part of the day": ("It came at 9 a.m.", "It came in the evening", "conflict"),
}


@pytest.mark.parametrize("name", SAME)
def test_what_a_reader_takes_for_one_thing_is_judged_by_values_alone(name):
    one, other, verdict = SAME[name]
    matter = _matter("How much, and when?", _told(1, one, "A"), _told(2, other, "B"), kind="number")
    found = _check([f"{one}.", f"{other}."], Clerk(matter)).by_reader
    assert [finding.verdict for finding in found] == ([verdict] if verdict else [])


def test_two_currencies_without_a_rate_are_told_as_that():
    one, other, _ = SAME["two currencies"]
    matter = _matter("How much was it?", _told(1, one, "A"), _told(2, other, "B"), kind="number")
    (finding,) = _check([f"{one}.", f"{other}."], Clerk(matter)).by_reader
    assert "differ in currency, and no rate is stated" in finding.because


@pytest.mark.parametrize(
    ("part", "whole", "verdict"),
    [(800, "135", "conflict"), (100, "135", "scope"), (800, "at least 135", "scope")],
)
def test_a_part_above_its_whole_is_a_conflict(part, whole, verdict):
    one, other = f"The storm wrecked {part} homes", f"It damaged {whole} buildings"
    matter = _matter("How many?", _told(1, one, "A"), _told(2, other, "B"), kind="number")
    pairs = [{"a": "A", "b": "B", "verdict": "part", "because": "Homes are buildings."}]
    (finding,) = _check([f"{one}.", f"{other}."], Clerk(matter, pairs=pairs)).by_reader
    assert finding.verdict == verdict


def test_a_score_is_no_range():
    one, other = "They won the vote 45-1", "They won the vote 43-1"
    matter = _matter("How did the vote end?", _told(1, one, "A"), _told(2, other, "B"))
    (finding,) = _check([f"{one}.", f"{other}."], Clerk(matter)).by_reader
    assert (finding.verdict, finding.kind) == ("conflict", "status")


# --- the sharpest words


def test_the_sharpest_statement_is_shown_for_each_side():
    texts = [
        "A man was hurt. It rained.",
        "Len Hale, 54, broke a leg on 3 May 2024. It rained.",
        "The man was unharmed today, they said. It rained.",
        "Len Hale was unharmed on 3 May 2024, they said. It rained.",
    ]
    matter = _matter(
        "Was the man hurt?",
        _told(1, "A man was hurt", "A"),
        _told(2, "Len Hale, 54, broke a leg on 3 May 2024", "A"),
        _told(3, "The man was unharmed today", "B"),
        _told(4, "Len Hale was unharmed on 3 May 2024", "B"),
    )
    clerk = Clerk(matter)
    (finding,) = _check(texts, clerk).by_reader
    ((one, other),) = clerk.sides()
    assert one["quote"] == "Len Hale, 54, broke a leg on 3 May 2024"
    assert other["quote"] == "Len Hale was unharmed on 3 May 2024"
    assert [len(reading.claims) for reading in finding.readings] == [2, 2]


@pytest.mark.parametrize("turned", [False, True])
def test_the_same_is_asked_whatever_order_a_reader_answers_in(turned):
    texts = ["The gate was shut.", "The gate was open.", "The gate was ajar."]
    told = [_told(n, text.rstrip("."), "ABC"[n - 1]) for n, text in enumerate(texts, start=1)]
    straight, other = Clerk(_matter("How was the gate?", *told)), None
    _check(texts, straight)
    other = Clerk(_matter("How was the gate?", *(told[::-1] if turned else told)))
    _check(texts, other)
    assert [q.custom_id for q in other.asked] == [q.custom_id for q in straight.asked]


# --- told once


def test_a_question_that_comes_back_twice_is_asked_and_told_once():
    texts = ["The gate was shut at noon.", "The gate was open at noon."]
    one = _told(1, "The gate was shut", "A")
    other = _told(2, "The gate was open", "B")
    clerk = Clerk(_matter("Was it shut?", one, other), _matter("Was it open?", other, one))
    report = _check(texts, clerk)
    assert len(clerk.sides()) == len(report.by_reader) == 1


def test_two_questions_on_one_sentence_are_two():
    texts = ["Six men died and twenty were hurt.", "Nine men died and forty were hurt."]
    quotes = [text.rstrip(".") for text in texts]
    dead = [_told(1, quotes[0], "A", "Six men died"), _told(2, quotes[1], "B", "Nine men died")]
    hurt = [
        _told(1, quotes[0], "A", "twenty were hurt"),
        _told(2, quotes[1], "B", "forty were hurt"),
    ]
    clerk = Clerk(_matter("How many died?", *dead), _matter("How many were hurt?", *hurt))
    report = _check(texts, clerk)
    assert len(clerk.sides()) == 2
    assert sorted(finding.measurand for finding in report.by_reader) == [
        "How many died?",
        "How many were hurt?",
    ]
    assert len({finding.id for finding in report.by_reader}) == 2


def test_what_the_rules_flag_is_not_asked_again_and_what_they_clear_is():
    texts = ["The blast killed six people.", "The blast killed nine people."]
    told = [_told(n, text.rstrip("."), str(n)) for n, text in enumerate(texts, start=1)]
    clerk = Clerk(_matter("How many died?", *told, kind="number"))
    report = dx.check(texts, reader=clerk)
    assert report.conflicts
    assert clerk.sides() == []
    assert report.by_reader == ()
    texts = ["The blast killed at least six people.", "The blast killed seven people."]
    told = [_told(n, text.rstrip("."), str(n)) for n, text in enumerate(texts, start=1)]
    clerk = Clerk(_matter("How many died?", *told, kind="number"))
    report = dx.check(texts, reader=clerk)
    assert report.conflicts == ()
    assert len(clerk.sides()) == 1


# --- ask 3


def test_a_reworded_quotation_is_asked_about():
    one, other = "We lost a good many of our best friends", "We have lost so many good old friends"
    texts = [f'"{one}," Lena Hale said.', f'"{other}," Lena Hale said.']
    clerk = Clerk(measurand="same")
    report = _check(texts, clerk)
    (asked,) = [question for question in clerk.asked if question.kind == "quotes"]
    material = json.loads(asked.messages[1].content)
    assert one in material["a"]["words"]
    assert other in material["b"]["words"]
    (finding,) = report.by_reader
    assert (finding.kind, finding.verdict) == ("quote", "conflict")
    assert _check(texts, Clerk(measurand="other")).by_reader == ()


def test_what_stands_in_the_sides_of_a_question_is_not_asked_about_again():
    one, other = "We lost a good many of our best friends", "We have lost so many good old friends"
    texts = [f'"{one}," Lena Hale said.', f'"{other}," Lena Hale said.']
    clerk = Clerk(_matter("What did she say?", _told(1, one, "A"), _told(2, other, "B")))
    _check(texts, clerk)
    assert [question.kind for question in clerk.asked] == ["story", "sides"]


def test_no_question_costs_more_than_one_request():
    texts = [
        dx.Source(id="abcdefghijklmn"[n - 10], text=f"The march drew {n} people, they said.")
        for n in range(10, 24)
    ]
    told = [
        _told(n, source.text.partition(",")[0], str(n)) for n, source in enumerate(texts, start=1)
    ]
    clerk = Clerk(_matter("How many marched?", *told, kind="number"))
    report = _check(texts, clerk)
    assert [question.kind for question in clerk.asked].count("sides") == 1
    assert any("more than 12 answers that differ: 2" in note for note in report.notes)
