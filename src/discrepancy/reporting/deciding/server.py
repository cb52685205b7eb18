"""A board behind an address that only this machine, and only who knows the token, can ask.

Three things can be asked: the page, the state, and to keep a decision. A request under another
host name (a foreign page that has rebound its name to this machine) or without the token gets
nothing.
"""

import asyncio
import secrets
import socket
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from pydantic import ValidationError

from discrepancy.errors import DiscrepancyError, defect
from discrepancy.extras import library
from discrepancy.reporting.deciding.board import Board, Wish

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from uvicorn import Server

HOST = "127.0.0.1"
"""The loopback address: no other machine can reach it."""

_MOST = 8_192
"""Bytes of a decision: a note of 500 characters, escaped, and the name of a finding."""

_SECONDS = 2
"""How long a decision may take to come in; it comes from this machine."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Answer = Callable[["Request"], Awaitable["Response"]]


class NoSuchPort(DiscrepancyError):
    """A port on which nothing can listen; the message is `port N: why`."""


def listening(port: int) -> socket.socket:
    """A socket on the loopback address; port 0 takes any that is free.

    Raises:
        NoSuchPort: it is taken, not allowed, or no port.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((HOST, port))
        taken.listen()  # who has the address may ask at once, and waits
    except (OSError, OverflowError) as error:
        taken.close()
        why = getattr(error, "strerror", None) or "there is no such port"
        raise NoSuchPort(f"port {port}: {why.lower()}") from None
    return taken


def needed() -> None:
    """Look whether what the server is built on is there, before anything is read or shown.

    Raises:
        MissingExtra: the libraries of the extra `serve` are not installed.
    """
    for name in ("starlette", "uvicorn"):
        library(name, "serve", "to show a story by a local server")


def new_token() -> str:
    """A token that cannot be guessed; it is part of the address."""
    return secrets.token_urlsafe(24)


def prepared(board: Board, token: str) -> "Server":
    """The server, to be run on a socket of `listening`; it ends on Ctrl-C.

    Raises:
        MissingExtra: the libraries of the extra `serve` are not installed.
    """
    uvicorn = library("uvicorn", "serve", "to show a story by a local server")
    config = uvicorn.Config(
        application(board, token),
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=_SECONDS + 1,  # whatever is still coming in ends before
    )
    made: Server = uvicorn.Server(config)
    return made


def application(board: Board, token: str) -> "Starlette":
    """The three answers, each below the token."""
    library("starlette", "serve", "to show a story by a local server")
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Route

    def kept(answer: Answer) -> Answer:
        return _for_its_holder(answer, token)

    return Starlette(
        routes=[
            Route("/{token}/", kept(_page(board)), methods=["GET"]),
            Route("/{token}/state", kept(_state(board)), methods=["GET"]),
            Route("/{token}/decisions", kept(_decide(board)), methods=["POST"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"])],
    )


def _for_its_holder(answer: Answer, token: str) -> Answer:
    from starlette.responses import PlainTextResponse

    async def answered(request: "Request") -> "Response":
        given = str(request.path_params["token"])
        if not secrets.compare_digest(given.encode(), token.encode()):
            return PlainTextResponse("Not found", status_code=404)
        try:
            response = await answer(request)
        except Exception as error:  # one answer less; the server goes on
            response = PlainTextResponse(defect(error), status_code=500)
        response.headers.update(_HEADERS)
        return response

    return answered


def _page(board: Board) -> Answer:
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import HTMLResponse

    async def page(_: "Request") -> "Response":
        return HTMLResponse(await run_in_threadpool(board.page))

    return page


def _state(board: Board) -> Answer:
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import JSONResponse

    async def state(_: "Request") -> "Response":
        now = await run_in_threadpool(board.state)
        return JSONResponse(now.model_dump(mode="json"))

    return state


def _decide(board: Board) -> Answer:
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import JSONResponse, PlainTextResponse

    async def decide(request: "Request") -> "Response":
        try:
            told = await asyncio.wait_for(_body(request), _SECONDS)
        except TimeoutError:
            return PlainTextResponse("the decision did not come in", status_code=408)
        if told is None:
            return PlainTextResponse("this is no decision", status_code=413)
        try:
            wish = Wish.model_validate_json(told)
        except ValidationError:
            return PlainTextResponse("this is no decision", status_code=400)
        try:
            now = await run_in_threadpool(board.decide, wish)
        except (DiscrepancyError, OSError) as error:
            return PlainTextResponse(str(error), status_code=409)
        return JSONResponse(now.model_dump(mode="json"))

    return decide


async def _body(request: "Request") -> bytes | None:
    """What was sent; None if it is longer than a decision, whatever it said of its length."""
    told = b""
    async for part in request.stream():
        told += part
        if len(told) > _MOST:
            return None
    return told
