"""A question has so much time and so many bytes, whatever the endpoint sends; the rules' report
always comes out, and junk is not kept."""

import gzip
import time

import pytest

from discrepancy.reader import client

from .conftest import completion, school_says


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """The library loads its parts when they are first used; that is no waiting for an endpoint."""
    openai = pytest.importorskip("openai")
    with openai.OpenAI(api_key="k", base_url="http://127.0.0.1:9/") as asks:
        assert asks.chat.completions.with_raw_response.create


def _failed(check, school, *more):
    """What is told of the failure, and how long the run took."""
    alone, report, _ = check(school, live=False)
    begun = time.monotonic()
    code, both, err = check(school, *more)
    took = time.monotonic() - begun
    assert code == alone
    assert both["findings"] == report["findings"]
    (line,) = [line for line in err if "failed" in line]
    return line, took


def _drip(handler, parts, pause):
    for part in parts:
        handler.wfile.write(part)
        handler.wfile.flush()
        time.sleep(pause)


def test_headers_that_drip_are_given_up(check, chat, school):
    def reply(handler, body):
        _drip(handler, [b"HTTP/1.1 200 OK\r\n", *(b"X: %d\r\n" % n for n in range(200))], 0.05)

    chat.replies = reply
    line, took = _failed(check, school, "--timeout", "0.5")
    assert "takes too long" in line
    assert took < 5


@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_body_that_drips_is_given_up_whatever_its_status(check, chat, school, status):
    def reply(handler, body):
        handler.send_response(status)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        _drip(handler, [b" "] * 200, 0.05)

    chat.replies = reply
    line, took = _failed(check, school, "--timeout", "0.5")
    assert "takes too long" in line
    assert took < 5


@pytest.mark.parametrize("status", [200, 400, 404, 500])
def test_a_body_without_end_is_given_up_whatever_its_status(
    check, chat, school, status, monkeypatch
):
    monkeypatch.setattr(client, "MOST_BYTES", 10_000)
    sent = []

    def reply(handler, body):
        handler.send_response(status)
        handler.send_header("Content-Length", str(10**10))
        handler.end_headers()
        for _ in range(20_000):
            handler.wfile.write(b"x" * 1000)
            sent.append(1000)

    chat.replies = reply
    line, took = _failed(check, school)
    assert "has no end" in line
    assert sum(sent) < 20_000_000  # what the system had buffered, and no more
    assert took < 20


def test_a_packed_body_stays_packed(check, chat, school):
    bomb = gzip.compress(b" " * 50_000_000)
    chat.replies = lambda handler, body: chat.send(handler, 200, bomb, Content_Encoding="gzip")
    line, _ = _failed(check, school)
    assert "is not that of a chat endpoint" in line
    assert {headers["Accept-Encoding"] for _, headers in chat.headers} == {"identity"}


def test_a_pause_that_is_longer_than_the_time_is_not_waited_for(check, chat, school):
    busy = {"error": {"message": "later"}}
    chat.replies = lambda handler, body: chat.send(handler, 429, busy, Retry_After="50")
    line, took = _failed(check, school, "--timeout", "3")
    assert "the endpoint answers 429, later" in line
    assert took < 10


def test_all_tries_of_a_question_share_its_time(check, chat, school, monkeypatch):
    monkeypatch.setattr(client, "RETRIES", 50)
    chat.replies = lambda handler, body: chat.send(handler, 503, {})
    line, took = _failed(check, school, "--timeout", "2")
    assert "the endpoint answers 503" in line
    assert took < 8


@pytest.mark.parametrize(
    "words", ['{"error": "overloaded"}', "I cannot help.", "", '{"questions": [', "[]", "null"]
)
def test_junk_is_not_kept(check, chat, school, tmp_path, words):
    chat.says = lambda body: words
    check(school)
    assert list((tmp_path / "cache").glob("*")) == []
    chat.says = school_says
    _, report, _ = check(school)
    assert len(report["findings"]) == 1


@pytest.mark.parametrize("kept", [b"", b'{"questions": [{"que', b"\xff\xfe", b'{"error": 1}'])
def test_a_kept_answer_that_is_damaged_is_asked_for_again(check, chat, school, tmp_path, kept):
    chat.says = school_says
    _, first, _ = check(school)
    for entry in (tmp_path / "cache").glob("*.json"):
        entry.write_bytes(kept)
    asked = len(chat.bodies)
    _, again, _ = check(school)
    assert again == first
    assert len(chat.bodies) == 2 * asked


def test_an_answer_whose_status_is_fine_and_which_is_an_error(check, chat, school):
    chat.replies = lambda handler, body: chat.send(handler, 200, {"error": "overloaded"})
    line, _ = _failed(check, school)
    assert "is not that of a chat endpoint" in line


def test_a_broken_line_is_tried_again(check, chat, school):
    def reply(handler, body):
        if len(chat.bodies) == 1:
            handler.close_connection = True
            return
        chat.send(handler, 200, completion(school_says(body)))

    chat.replies = reply
    _, report, _ = check(school)
    assert len(report["findings"]) == 1
