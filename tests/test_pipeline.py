"""The run as one list of stages: what each hands on, and where it stops."""

import pytest

import discrepancy as dx
from discrepancy import pipeline
from discrepancy.alignment import crowds
from discrepancy.alignment.sayings import quotes as sayings
from discrepancy.errors import RefusedClaim, UnreadableSource
from discrepancy.extraction import EXTRACTORS, dates, figures, names, quotes, statuses, times

SIX, NINE = "The boiler killed six people.", "The boiler killed nine people."


def test_every_extractor_is_there_once_dates_and_times_before_figures():
    rooms = (dates, times, figures, quotes, statuses, names)
    assert tuple(room.read for room in rooms) == EXTRACTORS


def test_a_figure_inside_a_date_or_time_is_no_figure():
    text = "On 3 May 2021 at 5:10 a.m. the boiler killed six people."
    claims = dx.extract(text)
    figures = [claim.text for claim in claims if claim.kind == "quantity"]
    assert figures == ["six"]


def test_a_path_that_is_not_there_ends_the_run_before_anything_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SIX, encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"b\.txt: there is no such file or folder$"):
        dx.check([path, tmp_path / "b.txt", NINE])


def test_nothing_readable_says_why_for_each(tmp_path):
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"a\.txt"):
        dx.check(tmp_path)
    with pytest.raises(UnreadableSource, match="nothing was given"):
        dx.check([])


def test_a_text_is_no_path_though_it_has_no_blank_in_its_first_line():
    assert dx.check([f"Blast\n\n{SIX}", f"Blast\n\n{NINE}"]).conflicts
    with pytest.raises(UnreadableSource):
        dx.check(["blast.txt"])


def test_a_claim_out_of_another_text_is_refused():
    (stray,) = (claim for claim in dx.extract(SIX) if claim.kind == "quantity")

    def lies(source, claims):
        return [stray.model_copy(update={"source": source.id})]

    assert dx.check([SIX], extractors=[lies]).claims == 1
    with pytest.raises(RefusedClaim, match=r"a claim reads 'six', the text has 'nin'"):
        dx.check([NINE], extractors=[lies])


def test_no_extractor_no_claim_no_finding():
    report = dx.check([SIX, NINE], extractors=[])
    assert (report.claims, report.findings, len(report.sources)) == (0, (), 2)


def test_an_aligner_of_ones_own_gets_all_sources_and_claims():
    seen = []

    def sees(sources, claims):
        seen.append(([source.id for source in sources], [c.text for c in claims]))
        return pipeline.alignment.align(sources, claims)

    assert dx.check([SIX, NINE], align=sees).conflicts
    ((ids, told),) = seen
    assert ids == ["text 1", "text 2"]
    assert {"six", "nine"} <= set(told)


def test_a_comparison_of_ones_own_is_called_both_ways_round_the_same():
    def graver(a, b):
        found = dx.compare(a, b)
        return found.model_copy(update={"because": "we looked twice"})

    (finding,) = dx.check([SIX, NINE], compare=graver).conflicts
    assert finding.because.endswith("we looked twice.")


def test_what_agrees_is_kept_apart_from_what_is_shown():
    report = dx.check([SIX, "Six people were killed by the boiler."])
    assert report.findings == ()
    assert [finding.verdict for finding in report.corroborated if finding.kind == "quantity"]


def test_a_long_text_is_a_text_and_no_path():
    long = "The blast in the harbour killed nine people on Monday, police said. " * 100
    report = dx.check([long, "The blast in the harbour killed six people."])
    assert [source.id for source in report.sources] == ["text 1", "text 2"]


def test_where_many_texts_list_many_figures_fewer_of_each_are_compared_and_it_is_told():
    texts = (
        "".join(f"The port took in {n},{m} tonnes of grain. " for m in range(100, 140))
        for n in range(10, 19)
    )
    sources = [dx.Source(id=f"{n}", text=text) for n, text in enumerate(texts)]
    kept, notes = crowds.compared([claim for one in sources for claim in dx.extract(one)])
    told = "of 360 figures that 9 texts tell of one thing, the first 33 of each are compared"
    assert (len(kept), notes) == (9 * 33, (told,))


def test_where_a_word_leads_to_many_quotations_it_is_told_and_of_real_ones_never():
    def told(texts, quotations):
        says = "“We saw the old mill burn for {} days,” Hale said. "
        sources = [
            dx.Source(id=f"{n}", text="".join(says.format(day) for day in range(quotations)))
            for n in range(texts)
        ]
        return tuple(sayings.left_unpaired(claim for one in sources for claim in dx.extract(one)))

    one = "of 41 quotations with one word that {} holds, the first 40 are compared by it"
    assert told(2, 41) == (one.format(0), one.format(1))
    assert told(4, 41) == (
        "of 164 quotations with one word that 4 texts hold, the first of each are compared by it",
    )
    assert told(2, 40) == ()


def test_a_report_tells_of_quotations_that_a_word_does_not_lead_to():
    says = "“We saw the old mill burn on day {},” Hale said. "
    texts = ["".join(says.format(n) for n in range(41)), "“We saw it burn,” Hale said."]
    told = "of 41 quotations with one word that text 1 holds, the first 40 are compared by it."
    assert told in dx.check(texts).notes
