"""The library as a user meets it: what may be given, what comes back, what can be swapped."""

import json
from datetime import date

import pytest

import discrepancy as dx
from discrepancy.claims import QuantityClaim, QuantityValue, StatusClaim, TextValue
from discrepancy.errors import DiscrepancyError, RefusedClaim, UnreadableSource
from discrepancy.extraction import EXTRACTORS
from discrepancy.finding import Comparison, Report, Verdict
from discrepancy.span import Span

MORNING, EVENING = "The blast killed six people.", "The blast killed nine people."


@pytest.fixture
def folder(tmp_path):
    for name, text in (("morning.txt", MORNING), ("evening.txt", EVENING)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_its_files_and_texts_and_sources_give_the_same_finding(folder):
    given = [
        folder,
        str(folder),
        [folder / "morning.txt", folder / "evening.txt"],
        [MORNING, EVENING],
        [dx.Source(id="a", text=MORNING), dx.Source(id="b", text=EVENING)],
        dx.read(folder),
        (text for text in (MORNING, EVENING)),
    ]
    told = {dx.check(accounts).conflicts[0].id for accounts in given}
    assert len(told) == 1


def test_one_file_alone_can_be_checked(folder):
    assert dx.check(folder / "morning.txt").conflicts == ()
    assert dx.check(dx.Source(id="a", text=MORNING)).claims > 0


def test_documents_are_named_below_the_folder(folder):
    (folder / "late").mkdir()
    (folder / "late" / "night.txt").write_text(EVENING, encoding="utf-8")
    names = [source.id for source in dx.check(folder).sources]
    assert sorted(names) == ["evening.txt", "late/night.txt", "morning.txt"]


def test_what_the_documents_do_not_tell_can_be_given():
    report = dx.check(["It opened on Tuesday."], published="2021-04-08", outlet="Gazette")
    (source,) = report.sources
    assert (source.published, source.outlet) == (date(2021, 4, 8), "Gazette")
    (day,) = (claim for claim in report.read if claim.kind == "date")
    assert day.value.edtf == "2021-04-06"
    own = dx.Source(id="a", text="It opened on Tuesday.", published=date(2020, 1, 1))
    assert dx.check([own], published="2021-04-08").sources[0].published == date(2020, 1, 1)


def test_there_is_no_hidden_today():
    report = dx.check(["It opened on Tuesday."])
    assert [claim.value.edtf for claim in report.read if claim.kind == "date"] == [None]
    assert any("tells no day of printing" in note for note in report.notes)


@pytest.mark.parametrize("given", ["no/such/folder", [], ["no/such/file.txt"]])
def test_nothing_to_check_is_told_in_one_sentence(given):
    with pytest.raises(UnreadableSource) as told:
        dx.check(given)
    assert "\n" not in str(told.value)
    assert isinstance(told.value, DiscrepancyError)


def test_what_cannot_be_read_is_left_out_and_said(folder):
    (folder / "empty.txt").write_text("", encoding="utf-8")
    report = dx.check(folder)
    assert len(report.sources) == 2
    assert [str(one) for one in report.unread] == [f"{folder / 'empty.txt'}: the document is empty"]


def test_progress_is_called_as_the_run_goes_on(folder):
    called = []
    dx.check(folder, progress=lambda *step: called.append(step))
    assert called
    assert all(0 <= done <= total for _, done, total in called)


def _closed(source, claims):
    at = source.text.find("killed")
    span = Span(start=at, end=at + 6)
    value = TextValue(text="closed")
    yield StatusClaim(
        source=source.id, span=span, text="killed", value=value, scale="opening", level=0
    )


def test_an_extractor_of_ones_own_is_used_and_given_context():
    claims = dx.extract(MORNING, extractors=(*EXTRACTORS, _closed))
    (mine,) = (claim for claim in claims if claim.kind == "status" and claim.scale == "opening")
    assert mine.context is not None
    assert mine.context.sentence.of(MORNING) == MORNING


@pytest.mark.parametrize("change", [{"text": "Killed"}, {"source": "other"}])
def test_words_that_are_not_in_the_source_are_refused(change):
    def wrong(source, claims):
        for claim in _closed(source, claims):
            yield claim.model_copy(update=change)

    with pytest.raises(RefusedClaim, match=r"text 1|other"):
        dx.check([MORNING], extractors=(*EXTRACTORS, wrong))


def test_a_comparison_and_an_alignment_of_ones_own_are_used():
    def never(a, b):
        return Comparison(verdict=Verdict.COMPATIBLE, level="mine", because="I say so")

    assert dx.check([MORNING, EVENING], compare=never).findings == ()
    assert dx.check([MORNING, EVENING], align=lambda sources, claims: ()).findings == ()


def test_a_claim_has_the_json_that_is_promised():
    (claim,) = (c for c in dx.extract("About 2.5 km of road.") if isinstance(c, QuantityClaim))
    told = claim.model_dump(mode="json")
    assert told["kind"] == "quantity"
    assert told["span"] == {"start": 6, "end": 12}
    assert told["text"] == "2.5 km"
    assert told["value"] == {
        "low": 2.5,
        "high": 2.5,
        "unit": "kilometer",
        "bound": "~",
        "trend": None,
    }
    assert json.loads(json.dumps(told)) == told


def test_a_whole_figure_is_a_whole_number_in_json():
    value = QuantityValue(low="1200", high="1200.0", unit="person")
    assert value.model_dump_json().startswith('{"low":1200,"high":1200,')


def test_a_report_survives_json_and_sorts_its_verdicts():
    report = dx.check([MORNING, EVENING])
    again = Report.model_validate_json(report.model_dump_json())
    assert again.conflicts == report.conflicts
    assert again.updates == again.apparent == ()
    assert [verdict for verdict in Verdict if verdict.flagged] == ["scope", "update", "conflict"]


def test_a_finding_explains_itself():
    told = dx.check([MORNING, EVENING]).conflicts[0].explain()
    assert "conflict" in told
    assert "rule    quantity.conflict" in told


def test_two_kinds_are_never_compared():
    text = "It opened on 3 May 2021. Nine people came."
    day, nine = (c for c in dx.extract(text) if c.kind in ("date", "quantity"))
    assert dx.compare(day, nine).verdict is Verdict.SCOPE
