"""What was asked once is not asked again, a budget is kept, a broken run goes on where it was."""

import json

import pytest

from .conftest import SCHOOL, completion, kind, school_says


def test_what_was_asked_once_is_not_asked_again(check, chat, school):
    chat.says = school_says
    _, first, err = check(school)
    asked = len(chat.bodies)
    assert asked == 2
    assert sum("sending to" in line for line in err) == 2
    _, again, err = check(school)
    assert len(chat.bodies) == asked
    assert again == first
    assert not any("sending to" in line for line in err)


def test_another_text_is_asked_anew(check, chat, school):
    chat.says = school_says
    check(school)
    text = (school / "b.md").read_text(encoding="utf-8")
    (school / "b.md").write_text(f"{text}It rained.\n", encoding="utf-8")
    check(school)
    assert chat.kinds() == ["story", "sides", "story"] or chat.kinds().count("story") == 2


def test_a_broken_run_goes_on_where_it_was(check, chat, school):
    def half(handler, body):
        if kind(body) == "sides":
            chat.send(handler, 500, {})
        else:
            chat.send(handler, 200, completion(school_says(body)))

    chat.replies = half
    _, report, err = check(school)
    assert report["findings"] == []
    assert any("failed" in line for line in err)
    chat.replies, chat.says = chat.reply, school_says
    before = chat.kinds().count("story")
    _, report, _ = check(school)
    assert len(report["findings"]) == 1
    assert chat.kinds().count("story") == before == 1


def test_an_answer_of_no_form_is_not_kept(check, chat, school):
    chat.says = lambda body: "I cannot help."
    check(school)
    chat.says = school_says
    _, report, _ = check(school)
    assert len(report["findings"]) == 1


def test_a_budget_of_requests_is_kept(check, chat, school):
    chat.says = school_says
    code, report, err = check(school, "--max-requests", 1)
    assert chat.kinds() == ["story"]
    assert report["findings"] == []
    assert code == 0
    assert "discrepancy: second reader: 1 question not asked: the budget is used up" in err


@pytest.mark.parametrize("tokens", [0, 100])
def test_a_budget_of_tokens_is_kept(check, chat, school, tokens):
    _code, _report, err = check(school, "--max-tokens", tokens)
    assert chat.bodies == []
    assert any("budget is used up" in line for line in err)


def test_with_a_budget_it_goes_on_next_time(check, chat, school):
    chat.says = school_says
    check(school, "--max-requests", 1)
    _, report, _ = check(school, "--max-requests", 1)
    assert len(report["findings"]) == 1


def test_careful_judges_what_comes_back_in_either_order(check, chat, school):
    other = {
        "question": "Where does the village lie?",
        "kind": "where",
        "answers": [
            {**SCHOOL["answers"][0], "answer": "the agency", "quote": "the agency said"},
            {**SCHOOL["answers"][1], "answer": "lies by a lake", "quote": "village lies by a lake"},
        ],
    }

    def fickle(body):
        if kind(body) != "story":
            return school_says(body)
        reverse = json.loads(body["messages"][1]["content"])["documents"][0]["document"] == "D2"
        return json.dumps({"questions": [SCHOOL] if reverse else [SCHOOL, other]})

    chat.says = fickle
    _, careful, _ = check(school, "--careful")
    assert chat.kinds().count("story") == 2
    assert chat.kinds().count("sides") == 2  # what comes back twice is judged once
    found = {finding["measurand"] for finding in careful["findings"]}
    assert found == {SCHOOL["question"], other["question"]}


def test_careful_leaves_the_judgement_to_ask_2(check, chat, school):
    chat.says = lambda body: school_says(body, "compatible")
    _, report, _ = check(school, "--careful")
    assert report["findings"] == []
