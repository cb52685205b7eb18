"""The local server: what it answers, to whom, and what it keeps."""

import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

import discrepancy as dx
from discrepancy import cli
from discrepancy.errors import UnreadableSource
from discrepancy.reporting import Options
from discrepancy.reporting.deciding import decisions
from discrepancy.reporting.deciding.board import Board, UnknownFinding, Wish

TEXTS = ["The blast at Norby killed six people.", "The blast at Norby killed nine people."]


@pytest.fixture(scope="module")
def report():
    return dx.check(TEXTS)


@pytest.fixture
def board(report, tmp_path):
    """A board whose files are this list: whatever is put into it is a change of the story."""
    story = [report]

    def check():
        if isinstance(story[-1], Exception):
            raise story[-1]
        return story[-1]

    made = Board(check, lambda: len(story), tmp_path / "decisions.toml", Options(served=True))
    made.story = story
    return made


def test_a_decision_is_kept_in_the_file_of_the_story(board, report, tmp_path):
    (finding,) = report.findings
    board.decide(Wish(finding=finding.id, verdict="confirmed"))
    state = board.decide(Wish(finding=finding.id, verdict="dismissed", note="a slip"))
    (kept,) = decisions.load(tmp_path / "decisions.toml").values()
    assert (kept.verdict, kept.note, kept.measurand) == ("dismissed", "a slip", finding.measurand)
    assert state.decisions == {finding.id: kept}
    assert board.decide(Wish(finding=finding.id)).decisions == {}


def test_what_others_decide_meanwhile_is_told_and_stays(board, report, tmp_path):
    (finding,) = report.findings
    other = decisions.Decision(finding="q-other", verdict="confirmed")
    decisions.change(tmp_path / "decisions.toml", {"q-other": other})
    assert board.state().decisions == {"q-other": other}
    kept = board.decide(Wish(finding=finding.id, note="ask again")).decisions
    assert {name: one.verdict for name, one in kept.items()} == {
        "q-other": "confirmed",
        finding.id: "noted",
    }


def test_a_decision_on_a_finding_that_is_gone_is_refused(board, tmp_path):
    with pytest.raises(UnknownFinding, match="no such finding any more"):
        board.decide(Wish(finding="q-gone", verdict="confirmed"))
    assert not (tmp_path / "decisions.toml").exists()


def test_the_story_is_read_again_when_it_changes_and_only_then(board):
    assert board.state().edition == board.state().edition == 1
    board.story.append(dx.check([*TEXTS, "Two people were hurt in the blast at Norby."]))
    assert board.state().edition == 2
    assert "3 sources" in board.page()


def test_a_story_that_cannot_be_read_leaves_the_last_report_and_says_why(board):
    board.story.append(UnreadableSource("a.txt: it is empty"))
    state = board.state()
    assert (state.edition, state.problem) == (1, "a.txt: it is empty")
    assert "2 sources" in board.page()


def test_a_damaged_file_of_decisions_is_told_and_left_alone(board, report, tmp_path):
    home = tmp_path / "decisions.toml"
    home.write_text("[[decision")
    assert "the file is left as it is" in board.state().problem
    with pytest.raises(decisions.BadDecisions):
        board.decide(Wish(finding=report.findings[0].id, verdict="confirmed"))
    assert home.read_text() == "[[decision"


@contextmanager
def serving(board, token="the-token"):
    pytest.importorskip("starlette", reason="the extra serve is not installed")
    pytest.importorskip("uvicorn", reason="the extra serve is not installed")
    from discrepancy.reporting.deciding import server

    at = server.listening(0)
    running = server.prepared(board, token)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [at]})
    thread.start()
    while not running.started:
        time.sleep(0.01)
    try:
        yield f"http://{server.HOST}:{at.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(timeout=5)
        at.close()


def asked(address, body=None, **headers):
    """The status, the body, and the headers of an answer."""
    try:
        with urlopen(Request(address, data=body, headers=headers)) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except HTTPError as error:
        with error:
            return error.code, error.read().decode(), error.headers


def test_only_who_knows_the_token_and_this_machine_s_name_is_answered(board, report):
    name = report.findings[0].id
    wish = json.dumps({"finding": name, "verdict": "confirmed"}).encode()
    with serving(board) as address:
        status, page, headers = asked(f"{address}/the-token/")
        assert status == 200
        assert "data-served" in page
        assert "connect-src 'self'" in page
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"] == "frame-ancestors 'none'"
        for path in ("/", "/another/", "/another/state", "/the-token/other"):
            assert asked(address + path)[0] == 404
        assert asked(f"{address}/another/decisions", wish)[0] == 404
        foreign = {"Host": "rebound.example"}
        assert asked(f"{address}/the-token/", **foreign)[0] == 400
        assert asked(f"{address}/the-token/decisions", wish, **foreign)[0] == 400
        assert board.state().decisions == {}
        assert asked(f"{address}/the-token/decisions", wish)[0] == 200
    assert list(board.state().decisions) == [name]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{}", 400),
        (b"not json", 400),
        (b'{"finding": "x", "verdict": "perhaps"}', 400),
        (b'{"finding": "q-gone", "verdict": "confirmed"}', 409),
        (b'{"finding": "' + b"x" * 9_000 + b'"}', 413),
    ],
)
def test_what_is_no_decision_is_refused(board, body, status):
    with serving(board) as address:
        assert asked(f"{address}/the-token/decisions", body)[0] == status
        assert json.loads(asked(f"{address}/the-token/state")[1])["decisions"] == {}


def sent(address, *parts):
    """The first line of what is answered to bytes that no library would send."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=8) as line:
        for part in parts:
            line.sendall(part)
        return line.recv(1_000).partition(b"\r\n")[0].decode()


POST = b"POST /the-token/decisions HTTP/1.1\r\nHost: localhost\r\n"


def test_a_decision_that_does_not_come_in_is_not_waited_for(board, caplog):
    with serving(board) as address:
        host, port = address.removeprefix("http://").split(":")
        lines = [socket.create_connection((host, int(port)), timeout=8) for _ in range(20)]
        for line in lines:
            line.sendall(POST + b"Content-Length: 100\r\n\r\n{")
        assert json.loads(asked(f"{address}/the-token/state")[1])["decisions"] == {}
        assert {line.recv(1_000)[:12] for line in lines} == {b"HTTP/1.1 408"}
        for line in lines:
            line.close()
    assert not [one for one in caplog.records if one.levelname in ("ERROR", "CRITICAL")]


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([POST + b"Content-Length: 10000000000\r\n\r\n", b"x" * 9_000], 413),
        ([POST + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", b"x" * 9_000], 413),
        ([POST + b"Content-Length: -1\r\n\r\n"], 400),
        ([POST + b"Content-Length: 3\r\nContent-Length: 60\r\n\r\n{}"], 400),
        ([POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"], 400),
        ([b"\x16\x03\x01\x02\x00\x01\x00" + b"\0" * 300], 400),
        ([b"GET /the-token/state HTTP/1.1\r\n\r\n"], 400),
        ([b"GET /the-token/state HTTP/1.1\r\nHost: localhost.foreign.example\r\n\r\n"], 400),
        ([b"GET /the-token/state HTTP/1.1\r\nHost: localhost@foreign.example\r\n\r\n"], 400),
        ([b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"], 404),
        ([b"GET /the-token/../state HTTP/1.1\r\nHost: localhost\r\n\r\n"], 404),
        ([b"GET /%ff%fe/ HTTP/1.1\r\nHost: localhost\r\n\r\n"], 404),
        ([b"PUT /the-token/decisions HTTP/1.1\r\nHost: localhost\r\n\r\n"], 405),
    ],
)
def test_what_strangers_send_is_refused_and_the_next_one_is_answered(board, parts, status):
    with serving(board) as address:
        assert sent(address, *parts).split()[1] == str(status)
        assert json.loads(asked(f"{address}/the-token/state")[1])["decisions"] == {}


def test_many_who_decide_at_once_are_all_answered(board, report):
    name = report.findings[0].id
    wish = json.dumps({"finding": name, "verdict": "confirmed"}).encode()
    with serving(board) as address, ThreadPoolExecutor(20) as many:
        told = many.map(lambda _: asked(f"{address}/the-token/decisions", wish)[0], range(40))
        assert set(told) == {200}
    assert list(board.state().decisions) == [name]


def test_it_listens_on_the_loopback_address_alone():
    from discrepancy.reporting.deciding import server

    with server.listening(0) as at:
        assert at.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_one_line(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXTS[0])
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert cli.main(["serve", str(tmp_path), "--port", str(port)]) == 2
    assert f"port {port}" in capsys.readouterr().err


def test_standard_input_cannot_be_served(capsys):
    assert cli.main(["serve", "-"]) == 2
    assert "cannot be read again" in capsys.readouterr().err
