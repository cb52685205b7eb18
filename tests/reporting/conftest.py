"""An invented story, its report made by hand, so that reports are tested without the stages."""

from datetime import date

import pytest

from discrepancy.claims import QuantityClaim
from discrepancy.finding import Citation, Disagreement, Evidence, Finding, Reading, Report, Verdict
from discrepancy.source import Source
from discrepancy.span import Span

TEXTS = {
    "courier.txt": (
        "Ferry fire off Sorrel Point\n\n"
        "A fire broke out on the ferry Maren Dahl on Tuesday evening. At least five people "
        "died, the harbour master, Ines Okoro, said. The ferry left port at 7:11 pm.\n\n"
        "The owner bought the ship in the summer of 2019 for 85 million euros.\n"
    ),
    "gazette.txt": (
        "Divers search the Maren Dahl\n\n"
        "Twenty-two people died in the fire, police said on Wednesday. “If they intend to "
        "pay, we will wait,” said Okoro.\n\n"
        "The company bought the ship in June 2020 for $108 million.\n"
    ),
    "mail.txt": (
        "What we know\n\n"
        "Police count 22 dead. “If their intention is to pay, we will wait,” Okoro said.\n\n"
        "The ship, which can carry 1,200 passengers, had sailed around 1,000 km that week.\n"
    ),
}


def citation(document, words, *, nth=0, **more):
    at = -1
    for _ in range(nth + 1):
        at = TEXTS[document].index(words, at + 1)
    return Citation(document=document, start=at, end=at + len(words), text=words, **more)


def finding(name, verdict, kind, measurand, because, readings, level, **more):
    return Finding(
        id=name,
        verdict=verdict,
        kind=kind,
        measurand=measurand,
        because=because,
        readings=[Reading(value=value, claims=claims) for value, claims in readings],
        disagreements=[Disagreement(a=0, b=1, verdict=verdict, level=level, because=because)],
        **more,
    )


def count(number, unit, bound="="):
    return {"low": number, "high": number, "unit": unit, "bound": bound}


def _findings():
    yield finding(
        "c0ffee12",
        Verdict.CONFLICT,
        "date",
        "when the ship was bought",
        "Summer 2019 and June 2020 have no day in common.",
        [
            ({"edtf": "2019-22"}, [citation("courier.txt", "summer of 2019")]),
            ({"edtf": "2020-06"}, [citation("gazette.txt", "June 2020")]),
        ],
        "date.apart",
        severity=9,
        evidence=[Evidence(level="predicate", weight=2.5, because="both say bought")],
    )
    yield finding(
        "0badf00d",
        Verdict.CONFLICT,
        "quote",
        "what Okoro said",
        "One utterance is quoted in two wordings.",
        [
            (
                {"text": "If they intend to pay, we will wait"},
                [
                    citation(
                        "gazette.txt", "If they intend to pay, we will wait", attribution="Okoro"
                    )
                ],
            ),
            (
                {"text": "If their intention is to pay, we will wait"},
                [citation("mail.txt", "If their intention is to pay, we will wait")],
            ),
        ],
        "quote.wording",
        severity=5,
    )
    yield finding(
        "5ca1ab1e",
        Verdict.UPDATE,
        "quantity",
        "people who died in the fire",
        "At least 5 on Tuesday and 22 on Wednesday: the toll rose.",
        [
            (
                count(5, "person", ">="),
                [
                    citation(
                        "courier.txt", "five people", attribution="Ines Okoro", as_of="2026-03-03"
                    )
                ],
            ),
            (
                count(22, "person"),
                [
                    citation(
                        "gazette.txt", "Twenty-two people", attribution="police", as_of="2026-03-04"
                    ),
                    citation("mail.txt", "22", attribution="police"),
                ],
            ),
        ],
        "quantity.later",
        severity=4,
    )
    yield finding(
        "facade00",
        Verdict.SCOPE,
        "quantity",
        "two figures of the Maren Dahl",
        "1,200 passengers and 1,000 km measure different things.",
        [
            (count(1200, "passenger"), [citation("mail.txt", "1,200 passengers")]),
            (count(1000, "kilometer", "~"), [citation("mail.txt", "1,000 km")]),
        ],
        "quantity.dimension",
        severity=1,
    )


@pytest.fixture(scope="session")
def report():
    sources = [
        Source(
            id="courier.txt",
            text=TEXTS["courier.txt"],
            outlet="Sorrel Courier",
            published=date(2026, 3, 3),
            title="Ferry fire off Sorrel Point",
            url="https://courier.example/ferry",
        ),
        Source(
            id="gazette.txt",
            text=TEXTS["gazette.txt"],
            outlet="Bay Gazette",
            published=date(2026, 3, 4),
        ),
        Source(id="mail.txt", text=TEXTS["mail.txt"]),
    ]
    price = finding(
        "ab1de000",
        Verdict.ROUNDING,
        "quantity",
        "price of the ship",
        "85 million euros and $108 million are one price.",
        [
            (count(85_000_000, "EUR"), [citation("courier.txt", "85 million euros")]),
            (count(108_000_000, "USD"), [citation("gazette.txt", "$108 million")]),
        ],
        "quantity.conversion",
    )
    words = citation("mail.txt", "1,000 km")
    read = QuantityClaim(
        source="mail.txt",
        span=Span(start=words.start, end=words.end),
        text=words.text,
        value=count(1000, "kilometer", "~"),
        category="measure",
    )
    return Report(
        findings=list(_findings()),
        corroborated=[price],
        sources=sources,
        claims=11,
        notes=["mail.txt: the day it was printed is unknown"],
        read=[read],
    )
