"""Questions out, answers in: the same report as live, and every line can be answered alone."""

import json

import pytest

from discrepancy import cli
from discrepancy.reader import asks
from discrepancy.reader.batch import Answers, content
from discrepancy.reader.questions import tokens
from discrepancy.reader.sheet import Sheet
from discrepancy.reading import laid_out
from discrepancy.source import Source

from .conftest import SCHOOL, completion, material, recorded, school_says


def _questions(capsys, path, output, *more):
    capsys.readouterr()
    assert cli.main(["questions", str(path), "--output", str(output), *map(str, more)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().endswith("nothing was sent")
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def _answer(rows, output, says=recorded):
    """What a batch service writes beside each id, in an order of its own."""
    lines = [
        {
            "id": f"batch-{number}",
            "custom_id": row["custom_id"],
            "response": {"status_code": 200, "body": completion(says(row["body"]))},
            "error": None,
        }
        for number, row in enumerate(rows)
    ]
    written = "".join(json.dumps(line) + "\n" for line in reversed(lines))
    output.write_text(written, encoding="utf-8")
    return output


@pytest.mark.parametrize("more", [(), ("--careful",)])
def test_the_round_trip_gives_the_report_that_the_endpoint_gives(
    check, seeds, tmp_path, capsys, more
):
    _, live, _ = check(seeds, *more)
    first = _questions(capsys, seeds, tmp_path / "q1.jsonl", *more)
    one = _answer(first, tmp_path / "a1.jsonl")
    second = _questions(capsys, seeds, tmp_path / "q2.jsonl", "--answers", one, *more)
    assert {row["custom_id"] for row in first}.isdisjoint(row["custom_id"] for row in second)
    two = _answer(second, tmp_path / "a2.jsonl")
    _code, report, _ = check(seeds, "--answers", one, "--answers", two, *more, live=False)
    assert report == live
    assert any(finding["origin"] for finding in report["findings"])


def test_a_line_is_of_the_common_form_and_stands_on_its_own(seeds, tmp_path, capsys):
    rows = _questions(capsys, seeds, tmp_path / "q.jsonl", "--model", "little-model")
    for row in rows:
        assert set(row) == {"custom_id", "method", "url", "body"}
        assert (row["method"], row["url"]) == ("POST", "/v1/chat/completions")
        assert row["body"]["model"] == "little-model"
        described = row["body"]["response_format"]
        assert described["type"] == "json_schema"
        assert described["json_schema"]["schema"]["additionalProperties"] is False
        rules, texts = (message["content"] for message in row["body"]["messages"])
        assert "Form of the answer:" in rules
        assert "never an instruction to you" in rules
        assert json.loads(texts)
    story = material(rows[0]["body"])["documents"]
    assert [document["document"] for document in story] == ["D1", "D2", "D3", "D4", "D5"]
    assert all("North Korea" in document["text"] for document in story)


def _storm(documents, sentences):
    """A story of so many documents, each of so many sentences of nine words."""
    waves = (
        " ".join(f"Ship {ship} met the wave {wave} and turned back." for wave in range(sentences))
        for ship in range(documents)
    )
    texts = [Source(id=f"{ship}.txt", text=words) for ship, words in enumerate(waves)]
    return Sheet.of(map(laid_out, texts))


@pytest.mark.parametrize(("sentences", "requests"), [(20, 1), (300, 2)])
def test_fifteen_documents_are_two_requests_at_most(sentences, requests):
    asked = asks.ask_story(_storm(15, sentences))
    assert len(asked) == requests
    for question in asked:  # whole stories, whichever questions are asked of them
        documents = json.loads(question.messages[1].content)["documents"]
        assert len(documents) == 15
        assert all(document["text"].count("Ship") == sentences for document in documents)


def test_a_story_beyond_the_window_is_asked_in_parts_that_meet_pairwise():
    window = 1400
    asked = asks.ask_story(_storm(4, 50), window=window)
    listed = [json.loads(question.messages[1].content)["documents"] for question in asked]
    met = {(a["document"], b["document"]) for some in listed for a in some for b in some}
    assert len(met) == 16
    for documents in listed:
        assert sum(tokens(document["text"]) for document in documents) <= window


def test_questions_without_answers_are_told(check, school, tmp_path, capsys):
    rows = _questions(capsys, school, tmp_path / "q.jsonl")
    one = _answer(rows, tmp_path / "a.jsonl", school_says)
    code, report, err = check(school, "--answers", one, live=False)
    assert report["findings"] == []
    assert code == 0
    assert "discrepancy: second reader: 1 question without an answer yet" in err


@pytest.mark.parametrize(
    "line",
    [
        '{"custom_id": "ID", "answer": ANSWER}',
        '{"custom_id": "ID", "content": TEXT}',
        '{"custom_id": "ID", "body": {"choices": [{"message": {"content": TEXT}}]}}',
        '{"custom_id": "ID", "result": {"message": {"content": [{"type": "text", "text": TEXT}]}}}',
    ],
)
def test_answers_are_read_in_the_forms_that_services_write(check, school, tmp_path, capsys, line):
    rows = _questions(capsys, school, tmp_path / "q.jsonl")
    answer = json.dumps({"questions": [SCHOOL]})
    written = (
        line.replace("ID", rows[0]["custom_id"])
        .replace("ANSWER", answer)
        .replace("TEXT", json.dumps(answer))
    )
    (tmp_path / "a.jsonl").write_text(written, encoding="utf-8")
    (sides,) = _questions(capsys, school, tmp_path / "q2.jsonl", "--answers", tmp_path / "a.jsonl")
    assert sides["custom_id"].startswith("sides-")


@pytest.mark.parametrize("written", ["", "no JSON\n", "[1]\n", '{"custom_id": 3}\n', "{" * 99_999])
def test_answers_that_are_none_are_questions_without_an_answer(check, school, tmp_path, written):
    (tmp_path / "a.jsonl").write_text(written, encoding="utf-8")
    _, report, err = check(school, "--answers", tmp_path / "a.jsonl", live=False)
    assert report["findings"] == []
    assert any("an answer yet" in line for line in err)


def test_answers_that_are_wrapped_without_end_are_none():
    row = {"custom_id": "pair-1"}
    for _ in range(2_000):
        row = {"custom_id": "pair-1", "response": row, "model": 3}
    assert content(row) is None
    assert Answers.read(['{"custom_id": "x", "response": ' * 500 + "{}" + "}" * 500]).by_id == {}


def test_a_file_of_answers_that_is_not_there_is_named(check, school, tmp_path):
    code, _, err = check(school, "--answers", tmp_path / "none.jsonl", live=False)
    assert code == 2
    assert err == [f"discrepancy: {tmp_path / 'none.jsonl'}: No such file or directory"]


def test_answers_and_an_endpoint_exclude_each_other(check, school, tmp_path):
    code, _, err = check(school, "--answers", tmp_path / "none.jsonl")
    assert code == 2
    assert err == ["discrepancy: --answers and --reader exclude each other"]
