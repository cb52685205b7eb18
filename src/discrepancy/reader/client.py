"""A model behind a chat endpoint, hosted or in the house, by the `openai` client library.

Nothing is followed to another address, a slow or endless answer is given up, and whatever goes
wrong with the endpoint is one `ReaderFailed` with one sentence.
"""

import json
import time
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from discrepancy.errors import DiscrepancyError
from discrepancy.extras import library
from discrepancy.reader.batch import content
from discrepancy.reader.questions import Question
from discrepancy.reader.refusals import ReaderFailed
from discrepancy.reporting.passages import visible

if TYPE_CHECKING:
    import openai

MOST_BYTES = 4_000_000
"""Bytes of an answer that are taken in."""

LONGEST = 160
"""Characters of an endpoint's complaint that are told."""

RETRIES = 3
"""How often a request is sent again after a refusal for now or a broken line."""


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
            max_retries=RETRIES,
            timeout=timeout,
            http_client=self._library.DefaultHttpxClient(follow_redirects=False, timeout=timeout),
        )

    def __call__(self, question: Question) -> str:
        """The model's words; none for a short question that the endpoint will not have.

        Raises:
            ReaderFailed: the endpoint gives no answer.
        """
        plain = self._plain
        try:
            return self._asked(question, plain)
        except self._library.BadRequestError as error:
            if plain or "response_format" not in str(error):
                return self._refused(question, error)
        except (self._library.OpenAIError, ValueError) as error:
            raise ReaderFailed(_told(error)) from error
        self._plain = True
        return self(question)

    def _refused(self, question: Question, error: Exception) -> str:
        """A pair that a host's filter dislikes is one answer less; a story is all there is."""
        if question.kind == "story":
            raise ReaderFailed(_told(error)) from error
        return ""

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _asked(self, question: Question, plain: bool) -> str:
        body = question.body(self._model)
        if plain:
            del body["response_format"]
        create = self._client.chat.completions.with_streaming_response.create
        with create(**body) as response:
            return _said(self._bytes(response))

    def _bytes(self, response: "openai.APIResponse[object]") -> bytes:
        """The whole answer, unless it takes too long or has no end."""
        until = time.monotonic() + self._timeout
        read = bytearray()
        try:
            for part in response.iter_bytes():
                read += part
                if len(read) > MOST_BYTES:
                    raise ReaderFailed("its answer has no end")
                if time.monotonic() > until:
                    raise ReaderFailed("its answer takes too long")
        except (ReaderFailed, self._library.OpenAIError):
            raise
        except Exception as error:  # the library's transport breaks in ways of its own
            raise ReaderFailed("its answer broke off") from error
        return bytes(read)


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
        return "the endpoint cannot be reached or takes too long"
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    words = visible(" ".join(str(message or "").split()))[:LONGEST]
    return f"the endpoint answers {status}{f', {words}' if words else ''}"


def _library() -> ModuleType:
    return library("openai", "model", "to ask a model")
