"""Each kind of reply in `cases/endpoint.toml`: the rules' report stands, nothing is kept."""

import time
import tomllib

import pytest

from discrepancy.reader import client

from .conftest import ROOT, completion

CASES = tomllib.loads((ROOT / "tests/cases/endpoint.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """The library loads its parts when they are first used; that is no waiting for an endpoint."""
    openai = pytest.importorskip("openai")
    with openai.OpenAI(api_key="k", base_url="http://127.0.0.1:9/") as asks:
        assert asks.chat.completions.with_raw_response.create


def _head(case):
    lines = [f"HTTP/1.1 {case.get('status', 200)} X", "Content-Type: application/json"]
    lines += [f"{name}: {value}" for name, value in case.get("headers", {}).items()]
    return "\r\n".join(lines)


def _sent(case):
    """The bytes of a row, piece by piece."""
    body = case.get("body", "").encode() * case.get("times", 1)
    match case:
        case {"wire": wire, **more}:
            end = more.get("ends", "").encode("latin-1")
            yield wire.encode("latin-1") + (b"a" * more["times"] if "times" in more else b"") + end
        case {"drips": "headers"}:
            yield from _drops(body)
        case {"drips": "body"}:
            yield f"{_head(case)}\r\nContent-Length: 100000\r\n\r\n".encode()
            yield from _drops(body)
        case _:
            yield f"{_head(case)}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _drops(piece):
    for _ in range(60):
        time.sleep(0.03)
        yield piece


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_whatever_an_endpoint_sends(check, chat, school, tmp_path, monkeypatch, case):
    monkeypatch.setattr(client, "MOST_BYTES", 55_000)
    monkeypatch.setattr(client, "PAUSE", 0.01)
    alone, rules, _ = check(school, live=False)

    def reply(handler, body):
        handler.close_connection = True
        if "says" in case:
            chat.send(handler, 200, completion(case["says"]))
            return
        for part in _sent(case):
            handler.wfile.write(part)
            handler.wfile.flush()

    chat.replies = reply
    begun = time.monotonic()
    code, report, err = check(school, "--timeout", "0.6" if "drips" in case else "5")
    assert time.monotonic() - begun < 8
    assert (code, report["findings"]) == (alone, rules["findings"])
    told = [line for line in err if "second reader" in line]
    assert told, err
    assert any(case["told"] in line for line in told), told
    assert all(line.isprintable() for line in err)
    assert list((tmp_path / "cache").glob("*")) == []
