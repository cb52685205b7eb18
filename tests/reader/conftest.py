"""A real server on the loopback that speaks the chat protocol, and recorded answers for seeds/."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from discrepancy.reader import client

ROOT = Path(__file__).parents[2]
RECORDED = json.loads((ROOT / "tests/files/reader/seeds.json").read_text(encoding="utf-8"))


def completion(content, model="little-model"):
    """What a chat endpoint wraps around its model's words."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    return {"id": "x", "object": "chat.completion", "model": model, "choices": [choice]}


def kind(body):
    """Which of the questions a request asks."""
    return body["response_format"]["json_schema"]["name"].partition("_")[0]


def material(body):
    return json.loads(body["messages"][1]["content"])


def recorded(body):
    """The recorded answer of a careful reader of seeds/."""
    answer = RECORDED[kind(body)]
    if kind(body) == "sides":
        answer = answer[material(body)["question"]]
    return json.dumps(answer)


class Chat:
    """The server: `says` makes the model's words of a request, `replies` the whole reply."""

    def __init__(self):
        self.bodies, self.headers = [], []
        self.says = recorded
        self.replies = self.reply
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def kinds(self):
        return [kind(body) for body in self.bodies]

    def reply(self, handler, body):
        self.send(handler, 200, completion(self.says(body)))

    @staticmethod
    def send(handler, status, answer, **headers):
        written = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(written)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(written)

    def _handler(self):
        chat = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                size = int(self.headers["Content-Length"])
                body = json.loads(self.rfile.read(size))
                chat.bodies.append(body)
                chat.headers.append((self.path, dict(self.headers)))
                try:
                    chat.replies(self, body)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *_):
                pass

        return Handler

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def chat(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("OPENAI_API_KEY", "the-key")
    monkeypatch.setattr(client, "RETRIES", 1)
    server = Chat()
    yield server
    server.close()


@pytest.fixture
def check(chat, tmp_path, capsys):
    """Runs `discrepancy check` against the server: exit code, JSON report, lines on stderr."""
    from discrepancy import cli

    def run(path, *more, live=True):
        asked = ["--reader", "openai", "--endpoint", chat.url, "--model", "little-model"]
        asked += ["--cache", str(tmp_path / "cache")]
        capsys.readouterr()
        code = cli.main(
            ["check", str(path), "--format", "json", *(asked if live else ()), *map(str, more)]
        )
        out, err = capsys.readouterr()
        return code, json.loads(out) if out.startswith("{") else out, err.splitlines()

    return run


@pytest.fixture
def seeds():
    return ROOT / "seeds"


@pytest.fixture
def school(tmp_path):
    """A story of two short documents that part on one statement."""
    folder = tmp_path / "school"
    folder.mkdir()
    for name, outlet, text in (
        ("a.md", "Morning Post", "There were no rebels in the school, the agency said."),
        ("b.md", "Evening Echo", "The army said that rebels in the school fired first."),
    ):
        matter = f"---\noutlet: {outlet}\npublished: 2024-05-02\n---\n"
        words = f"{matter}{text} The village lies by a lake.\n"
        (folder / name).write_text(words, encoding="utf-8")
    return folder


SCHOOL = {
    "question": "Were there rebels in the school?",
    "kind": "state",
    "answers": [
        {
            "document": "D1",
            "answer": "no rebels in the school",
            "quote": "There were no rebels in the school",
            "said_by": "the agency",
            "day": None,
        },
        {
            "document": "D2",
            "answer": "rebels in the school fired first",
            "quote": "rebels in the school fired first",
            "said_by": "The army",
            "day": None,
        },
    ],
}


def school_says(body, verdict="conflict"):
    """A good reader's answers on that story."""
    if kind(body) == "story":
        return json.dumps({"questions": [SCHOOL]})
    return json.dumps({"verdict": verdict, "because": "One denies what the other tells."})
