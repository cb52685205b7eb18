"""A model behind an endpoint: what is sent, what comes of it, and of a bad endpoint."""

import json
import time

import pytest

import discrepancy as dx
from discrepancy.reader import client

from .conftest import RECORDED, completion, kind, material, school_says


def by_reader(report):
    return [finding for finding in report["findings"] if finding["origin"]]


def by_rules(report):
    return [finding for finding in report["findings"] if not finding["origin"]]


def test_a_good_reader_finds_what_the_rules_do_not(check, seeds):
    _code, report, _err = check(seeds)
    found = {finding["measurand"]: finding["verdict"] for finding in by_reader(report)}
    assert found["Are North Koreans already at the front?"] == "conflict"
    assert found["Has the United States confirmed the dispatch?"] == "update"  # of one day
    assert "Where do the soldiers train?" not in found  # compatible
    for finding in by_reader(report):
        assert finding["origin"] == "read by little-model, words verified"
    texts = {source["id"]: source["text"] for source in report["sources"]}
    for finding in by_reader(report):
        for reading in finding["readings"]:
            for claim in reading["claims"]:
                assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["text"]


def test_the_rules_are_not_moved_by_a_reader(check, seeds):
    alone, report, _ = check(seeds, live=False)
    code, both, _ = check(seeds)
    assert [{**f, "confirmed_by": None} for f in by_rules(both)] == report["findings"]
    confirmed = {f["verdict"] for f in by_rules(both) if f["confirmed_by"] == "little-model"}
    assert confirmed == {"conflict", "update"}  # what is apparent it calls a conflict
    assert code == alone


def test_what_is_sent_and_how_much_is_said_before(check, chat, seeds):
    _, _, err = check(seeds)
    assert err[0].startswith(f"discrepancy: sending to {chat.url[:-3]} (little-model): ")
    assert "1 of ask 1" in err[0]
    assert "of ask 2, one finding of the rules each" in err[0]
    assert "tokens" in err[0]
    path, headers = chat.headers[0]
    assert path == "/v1/chat/completions"
    assert headers["authorization" if "authorization" in headers else "Authorization"] == (
        "Bearer the-key"
    )


def test_no_file_names_and_no_front_matter_are_sent(check, chat, seeds):
    check(seeds)
    sent = json.dumps(chat.bodies)
    assert "004_92d4045c43401064" not in sent
    assert "published: 2024" not in sent


def test_one_question_on_the_story_and_one_for_each_question_and_finding(check, chat, seeds):
    _, report, _ = check(seeds)
    kinds = chat.kinds()
    assert kinds.count("story") == 1
    asked = [material(body)["question"] for body in chat.bodies if kind(body) == "sides"]
    returned = [one["question"] for one in RECORDED["story"]["questions"]]
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(returned)
    assert kinds.count("finding") == len(by_rules(report))
    assert len({*map(str, map(material, chat.bodies))}) == len(kinds)


def test_ask_2_does_not_hear_what_ask_1_thought(check, chat, school):
    chat.says = school_says
    check(school)
    (asked,) = [material(body) for body in chat.bodies if kind(body) == "sides"]
    assert set(asked) == {"question", "sides"}
    first = asked["sides"][0]
    assert set(first) == {"side", "outlet", "published", "before", "quote", "after", "day"}
    assert first["after"] == ", the agency said. The village lies by a lake."
    assert first["day"] == "2024-05-02"


def test_nothing_is_sent_in_a_dry_run(check, chat, seeds):
    code, out, _err = check(seeds, "--dry-run")
    assert code == 0
    assert chat.bodies == []
    assert out.splitlines()[0].startswith("1 request of ask 1, whole documents: about ")
    assert out.splitlines()[-1] == f"to {chat.url}; nothing was sent"


def test_nothing_is_sent_unless_an_endpoint_is_named(check, chat, seeds):
    code, _out, err = check(seeds, "--reader", "openai", "--model", "m", live=False)
    assert code == 2
    assert err == ["discrepancy: a second reader needs --reader, --endpoint and --model"]
    assert chat.bodies == []


def test_findings_of_a_reader_fail_only_where_it_is_trusted(check, chat, school):
    chat.says = school_says
    code, report, _ = check(school)
    assert [finding["verdict"] for finding in report["findings"]] == ["conflict"]
    assert code == 0
    assert check(school, "--trust-reader")[0] == 1


def test_an_update_that_no_days_show_tells_so(check, chat, school):
    chat.says = lambda body: school_says(body, "update")
    _, report, _ = check(school)
    (finding,) = report["findings"]
    assert finding["verdict"] == "update"
    assert finding["because"].endswith(": they differ; which came later is not told.")
    later = (school / "b.md").read_text(encoding="utf-8").replace("2024-05-02", "2024-05-03")
    (school / "b.md").write_text(later, encoding="utf-8")
    _, report, _ = check(school)
    assert report["findings"][0]["because"].endswith(": it moved on between the two days.")


@pytest.mark.parametrize("verdict", ["compatible", "rounding"])
def test_what_is_no_disagreement_is_not_shown(check, chat, school, verdict):
    chat.says = lambda body: school_says(body, verdict)
    assert check(school)[1]["findings"] == []


# --- endpoints that are no good


def _failed(err):
    (line,) = [line for line in err if "failed" in line]
    return line


def _falls_back(check, seeds):
    alone, report, _ = check(seeds, live=False)
    code, both, err = check(seeds)
    assert code == alone
    assert both["findings"] == report["findings"]
    return _failed(err)


@pytest.mark.parametrize("status", [401, 404, 500])
def test_an_endpoint_that_refuses_leaves_the_rules(check, chat, school, status):
    chat.replies = lambda handler, body: chat.send(handler, status, {"error": {"message": "no"}})
    assert _falls_back(check, school) == (
        f"discrepancy: second reader failed (little-model: the endpoint answers {status}, no): "
        "the rules alone made this report"
    )


def test_an_endpoint_that_is_not_there_leaves_the_rules(check, chat, school):
    chat.close()
    assert "cannot be reached" in _falls_back(check, school)


@pytest.mark.parametrize(
    "written",
    [b"", b"<html>busy</html>", b"[1, 2]", b"[" * 100_000, b'{"choices": 3}', b"\xff\xfe"],
    ids=["empty", "html", "list", "deep", "no choices", "no text"],
)
def test_an_endpoint_that_speaks_otherwise_leaves_the_rules(check, chat, school, written):
    chat.replies = lambda handler, body: chat.send(handler, 200, written)
    assert "is not that of a chat endpoint" in _falls_back(check, school)


def test_an_answer_that_breaks_off_leaves_the_rules(check, chat, school):
    def half(handler, body):
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"choices": ')
        handler.close_connection = True

    chat.replies = half
    assert "broke off" in _falls_back(check, school)


def test_an_endpoint_that_is_slow_leaves_the_rules(check, chat, school):
    chat.replies = lambda handler, body: time.sleep(1)
    alone = check(school, live=False)[0]
    code, _, err = check(school, "--timeout", "0.1")
    assert code == alone
    assert "takes too long" in _failed(err)


def test_an_answer_that_drips_is_given_up(check, chat, school):
    def drip(handler, body):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)

    chat.replies = drip
    _, _, err = check(school, "--timeout", "0.2")
    assert "takes too long" in _failed(err)


def test_an_answer_without_end_is_given_up(check, chat, school, monkeypatch):
    monkeypatch.setattr(client, "MOST_BYTES", 1000)
    chat.says = lambda body: "x" * 5000
    assert "has no end" in _falls_back(check, school)


def test_nothing_follows_to_another_address(check, chat, school):
    chat.replies = lambda handler, body: chat.send(
        handler, 307, {}, Location=chat.url.replace("/v1", "/elsewhere")
    )
    assert "the endpoint answers 307" in _falls_back(check, school)
    assert {path for path, _ in chat.headers} == {"/v1/chat/completions"}


def test_a_refusal_for_now_is_asked_again(check, chat, school):
    def busy(handler, body):
        if len(chat.bodies) == 1:
            chat.send(handler, 429, {"error": {"message": "later"}}, Retry_After="0.01")
        else:
            chat.send(handler, 200, completion(school_says(body)))

    chat.replies = busy
    _, report, _ = check(school)
    assert len(by_reader(report)) == 1
    assert len(chat.bodies) == 3


def test_an_endpoint_that_knows_no_forms_is_asked_in_words(check, chat, school):
    def plain(handler, body):
        if "response_format" in body:
            message = "response_format is not supported"
            chat.send(handler, 400, {"error": {"message": message}})
        elif "verdict" in body["messages"][0]["content"]:
            chat.send(handler, 200, completion('Sure: {"verdict": "conflict", "because": ""}'))
        else:
            chat.send(handler, 200, completion(school_says({**body, "response_format": STORY})))

    chat.replies = plain
    _, report, _ = check(school)
    assert len(by_reader(report)) == 1


STORY = {"json_schema": {"name": "story_answer"}}


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "localhost", "http://", "http://[1", "http://a:b"]
)
def test_an_address_that_is_none_is_named(check, chat, school, url):
    options = ("--reader", "openai", "--endpoint", url, "--model", "m")
    code, _, err = check(school, *options, live=False)
    assert code == 2
    assert err == [f"discrepancy: {url!r} is no address of an endpoint (http://... or https://...)"]


def test_a_question_that_a_host_will_not_have_is_one_answer_less(check, chat, school):
    def filtered(handler, body):
        if kind(body) == "sides":
            chat.send(handler, 400, {"error": {"message": "violence"}})
        else:
            chat.send(handler, 200, completion(school_says(body)))

    chat.replies = filtered
    code, report, err = check(school)
    assert (code, report["findings"]) == (0, [])
    assert "discrepancy: second reader: 1 refused (the answer is no JSON object: 1)" in err


def test_a_story_that_is_too_long_for_the_model_is_told(check, chat, school):
    told = {"error": {"message": "the context\nis too \x1b[31m long" + "x" * 500}}
    chat.replies = lambda handler, body: chat.send(handler, 400, told)
    line = _falls_back(check, school)
    assert "the endpoint answers 400, the context is too ⟨U+001B⟩[31m longxxx" in line
    assert len(line) < 400


def test_a_key_that_no_header_takes_leaves_the_rules(check, chat, school, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "schlüssel“")
    assert "failed" in _falls_back(check, school)


def test_a_function_is_a_reader_too():
    def clerk(question):
        body = {**question.body("m")}
        return school_says(body)

    texts = [
        "There were no rebels in the school, the agency said.",
        "The army said that rebels in the school fired first.",
    ]
    report = dx.check(texts, reader=clerk)
    (finding,) = report.by_reader
    assert finding.origin == "read by clerk, words verified"
    assert report.conflicts == ()
    assert report.findings == (finding,)
    assert "by a second reader 1" in repr(report)
