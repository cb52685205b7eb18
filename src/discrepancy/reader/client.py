"""A model behind a chat endpoint, hosted or in the house, by the `openai` client library.

Nothing is followed to another address. A question has so much time, whatever the endpoint sends
and however often it is asked again, and so many bytes, whatever its status. Whatever goes wrong
with the endpoint is one `ReaderFailed` with one sentence.
"""

import json
import time
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from threading import Thread
from types import ModuleType
from typing import Any, Protocol
from urllib.parse import urlsplit

from discrepancy.errors import DiscrepancyError
from discrepancy.extras import library
from discrepancy.reader.batch import content
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import ReaderFailed
from discrepancy.reporting.passages import visible

MOST_BYTES = 4_000_000
"""Bytes of an answer that are taken in, whatever its status."""

LONGEST = 160
"""Characters of an endpoint's complaint that are told."""

RETRIES = 3
"""How often a request is sent again after a refusal for now or a broken line."""

PAUSE = 0.5
"""Seconds before it is sent again for the first time; twice as many each time after."""

FOR_NOW = frozenset({408, 409, 429, *range(500, 600)})
"""Statuses after which a request is sent again."""

TOO_LONG = "the endpoint cannot be reached or takes too long"


class Endpoint:
    """Asks one model at one address."""

    def __init__(self, url: str, model: str, key: str, *, timeout: float = 120.0) -> None:
        if not _is_address(url):
            raise DiscrepancyError(
                f"{url!r} is no address of an endpoint (http://... or https://...)"
            )
        self._library = _library()
        self._model, self._timeout = model, timeout
        self._plain = False
        """The endpoint does not take an answer's form; the question tells it in words."""
        self._client = self._library.OpenAI(
            base_url=url,
            api_key=key,
            max_retries=0,  # the library waits as long as an endpoint tells it to
            timeout=timeout,
            http_client=self._library.DefaultHttpxClient(
                follow_redirects=False,
                timeout=timeout,
                event_hooks={"request": [_unpacked], "response": [_bounded]},
            ),
        )

    def __call__(self, question: Question) -> str:
        """The model's words; none for a short question that the endpoint will not have.

        Raises:
            ReaderFailed: the endpoint gives no answer in the time that a question has.
        """
        return self._answer(question, time.monotonic() + self._timeout)

    def _answer(self, question: Question, until: float) -> str:
        plain = self._plain
        try:
            return self._again_and_again(question, until, plain=plain)
        except self._library.BadRequestError as error:
            if plain or "response_format" not in str(error):
                return self._refused(question, error)
        except ReaderFailed:
            raise
        except Exception as error:  # the library and its transport break in ways of their own
            raise ReaderFailed(_told(error)) from error
        self._plain = True
        return self._answer(question, until)

    def _refused(self, question: Question, error: Exception) -> str:
        """A pair that a host's filter dislikes is one answer less; a story is all there is."""
        if question.kind == "story":
            raise ReaderFailed(_told(error)) from error
        return ""

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _again_and_again(self, question: Question, until: float, *, plain: bool) -> str:
        """The answer, asked for again after a refusal for now, as long as there is time."""
        pause = PAUSE
        for tried in range(RETRIES + 1):
            try:
                return self._in_time(question, until, plain=plain)
            except self._library.APIError as error:
                wait = max(pause, _retry_after(error))
                in_vain = tried == RETRIES or time.monotonic() + wait > until
                if in_vain or not self._is_for_now(error):
                    raise
            time.sleep(wait)
            pause *= 2
        raise ReaderFailed(TOO_LONG)

    def _is_for_now(self, error: Exception) -> bool:
        status = getattr(error, "status_code", None)
        broken = isinstance(error, self._library.APIConnectionError)
        return status in FOR_NOW or (status is None and broken)

    def _in_time(self, question: Question, until: float, *, plain: bool) -> str:
        """The answer, or no more waiting: headers that drip are no answer either.

        What is still on its way is left to a thread of its own, which ends with its connection.
        """
        done: list[str | BaseException] = []

        def ask() -> None:
            try:
                done.append(self._asked(question, plain=plain))
            except BaseException as error:
                done.append(error)

        asking = Thread(target=ask, daemon=True)
        asking.start()
        asking.join(max(0.0, until - time.monotonic()))
        if not done:
            raise ReaderFailed(TOO_LONG)
        if isinstance(done[0], BaseException):
            raise done[0]
        return done[0]

    def _asked(self, question: Question, *, plain: bool) -> str:
        body = question.body(self._model)
        if plain:
            del body["response_format"]
        create = self._client.chat.completions.with_raw_response.create
        try:
            response = create(**body)
        except self._library.APIConnectionError as error:
            if isinstance(error.__cause__, ReaderFailed):  # some releases wrap what we raise
                raise error.__cause__ from None
            raise
        return _said(response.content)


def _unpacked(request: "_Message") -> None:
    """Ask for bytes as they are: a packed answer may be a thousand times as long as it looks."""
    request.headers["Accept-Encoding"] = "identity"


def _bounded(response: "_Message") -> None:
    """Let no answer be longer than it may be; one that is packed all the same stays packed."""
    response.headers.pop("Content-Encoding", None)
    httpx = import_module(type(response).__module__.partition(".")[0])  # by whichever name
    form = type("_BoundedStream", (_Counted, httpx.SyncByteStream), {})
    response.stream = form(response.stream)


class _Message(Protocol):
    """What the transport hands to its hooks."""

    headers: MutableMapping[str, str]
    stream: Any


class _Counted:
    """The bytes of an answer, up to so many."""

    def __init__(self, given: Any) -> None:
        self._given = given

    def __iter__(self) -> Iterator[bytes]:
        read = 0
        for part in self._given:
            read += len(part)
            if read > MOST_BYTES:
                raise ReaderFailed("its answer has no end")
            yield part

    def close(self) -> None:
        """Let go of the connection."""
        self._given.close()


def _retry_after(error: Exception) -> float:
    """The seconds that an endpoint asks for before it is asked again."""
    response = getattr(error, "response", None)
    told = response.headers.get("Retry-After", "") if response is not None else ""
    try:
        return float(told)
    except ValueError:
        return 0.0


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is none
        return False


def _said(read: bytes) -> str:
    try:
        answer = json.loads(read)
    except (ValueError, RecursionError):
        raise ReaderFailed("its answer is not that of a chat endpoint") from None
    if not isinstance(answer, dict) or not isinstance(answer.get("choices"), list):
        raise ReaderFailed("its answer is not that of a chat endpoint")
    return content(answer) or ""


def _told(error: Exception) -> str:
    """What went wrong, on one line; an endpoint's own words are cut short."""
    status = getattr(error, "status_code", None)
    if status is None:
        broken = "RemoteProtocolError" in (type(error).__name__, type(error.__cause__).__name__)
        return "its answer broke off" if broken else TOO_LONG
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    words = visible(" ".join(str(message or "").split()))[:LONGEST]
    return f"the endpoint answers {status}{f', {words}' if words else ''}"


def _library() -> ModuleType:
    return library("openai", "model", "to ask a model")
