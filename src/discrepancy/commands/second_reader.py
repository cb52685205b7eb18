"""The options of a second reader, and the command that writes what it would be asked.

Nothing is sent unless an endpoint is named, and before anything is sent it is said how much.
"""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from discrepancy.commands import arguments
from discrepancy.errors import DiscrepancyError

if TYPE_CHECKING:
    from discrepancy.reader import Ask, Question, SecondReader
    from discrepancy.reader.cache import Kept

Warn = Callable[[str], None]

KINDS = {
    "story": "ask 1, whole documents",
    "finding": "ask 2, one finding of the rules each",
    "sides": "ask 2, one question each",
    "figures": "ask 3, two figures each",
    "quotes": "ask 3, two quotations each",
    "draft": "ask 1, the whole draft",
    "item": "ask 2, one thing of the draft each",
}
PLACEHOLDER = "your-model"
"""The model in written questions where none is named: whoever asks them names it."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What `check`, `explain` and `review` know of a second reader."""
    group = parser.add_argument_group("second reader", "a model of your own; docs/second-reader.md")
    group.add_argument("--reader", choices=("openai",), help="ask an OpenAI-compatible endpoint")
    group.add_argument("--endpoint", metavar="URL", help="its address, such as http://.../v1")
    group.add_argument("--model", metavar="NAME", help="the model to ask")
    group.add_argument(
        "--key-from",
        default="OPENAI_API_KEY",
        metavar="VARIABLE",
        help="the environment variable that holds the key (default: %(default)s)",
    )
    _add_asking(group)
    group.add_argument("--max-requests", type=int, metavar="N", help="send no more requests")
    group.add_argument("--max-tokens", type=int, metavar="N", help="send and take no more tokens")
    group.add_argument(
        "--timeout",
        type=arguments.seconds,
        default=120.0,
        metavar="SECONDS",
        help="wait for one answer",
    )
    group.add_argument("--cache", type=Path, metavar="FOLDER", help="where answers are kept")


def add_check_options(parser: argparse.ArgumentParser) -> None:
    """What `check` alone knows of it."""
    parser.add_argument(
        "--dry-run", action="store_true", help="say what a reader would be sent, and send nothing"
    )
    parser.add_argument(
        "--trust-reader",
        action="store_true",
        help="let its findings and what it sets aside count for --fail-on",
    )


def _add_asking(group: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--answers",
        type=Path,
        action="append",
        metavar="FILE",
        help="answers made elsewhere, as JSON Lines; may be given again",
    )
    group.add_argument(
        "--careful",
        action="store_true",
        help="ask twice, in both orders, and judge what comes back at all",
    )
    group.add_argument("--window", type=int, metavar="TOKENS", help="most text in one question")


def add_questions(parser: argparse.ArgumentParser) -> None:
    """What the command `questions` knows beside the story."""
    _add_asking(parser)
    parser.add_argument("--model", default=PLACEHOLDER, metavar="NAME", help="written into each")
    parser.add_argument(
        "--draft", type=Path, metavar="FILE", help="ask about this draft, held against the story"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there")


@contextmanager
def reader_of(options: argparse.Namespace, warn: Warn) -> "Iterator[SecondReader | None]":
    """The reader that the options name, if they name one, for as long as it is needed.

    Raises:
        DiscrepancyError: they name one that cannot be asked.
    """
    if options.answers:
        if options.reader or options.endpoint:
            raise DiscrepancyError("--answers and --reader exclude each other")
        yield _answered(options)
    elif not options.reader and not options.endpoint:
        yield None
    elif not (options.reader and options.endpoint and options.model):
        raise DiscrepancyError("a second reader needs --reader, --endpoint and --model")
    else:
        yield from _live(options, warn)


def dry_run(options: argparse.Namespace) -> Iterator[str]:
    """What would be asked next, line by line; kept answers are not asked for again."""
    from discrepancy.reader.verdicts.figures import REWORDED, UNDECIDED
    from discrepancy.reader.verdicts.sides import MATTERS

    counted: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for question in _open(options):
        counted[question.kind] += 1
        spent[question.kind] += question.tokens
    for kind, number in counted.items():
        words = "request" if number == 1 else "requests"
        yield f"{number} {words} of {KINDS[kind]}: about {spent[kind]:,} tokens"
    if counted["story"]:
        yield f"then one request of ask 2 for each question that ask 1 returns, at most {MATTERS}"
        yield f"and of ask 3 for what the rules left open, at most {UNDECIDED + REWORDED}"
    if options.max_requests is not None or options.max_tokens is not None:
        yield f"budget: {options.max_requests} requests, {options.max_tokens} tokens"
    yield f"to {options.endpoint or 'no endpoint'}; nothing was sent"


def questions(options: argparse.Namespace, warn: Warn) -> Iterator[str]:
    """The questions that have no answer yet, as JSON Lines."""
    from discrepancy.reader import batch

    asked = _open(options)
    yield from batch.lines(asked, options.model)
    total = sum(question.tokens for question in asked)
    warn(f"{len(asked)} questions, about {total:,} tokens; nothing was sent")


def _open(options: argparse.Namespace) -> "Sequence[Question]":
    from dataclasses import replace

    from discrepancy import pipeline, proofs
    from discrepancy.commands import story
    from discrepancy.reader.batch import Answers

    reader = _answered(options)
    if getattr(options, "endpoint", None) and options.model and not options.answers:
        reader = replace(reader, ask=_kept(Answers({}), options))
    accounts, choice = story.accounts(options), story.choice(options)
    if draft := getattr(options, "draft", None):
        return proofs.questions(
            draft, accounts, published=options.published, reader=reader, choice=choice
        )
    return pipeline.questions(accounts, published=options.published, reader=reader, choice=choice)


def _answered(options: argparse.Namespace) -> "SecondReader":
    from discrepancy.reader.batch import Answers

    answers = Answers.load(options.answers or ())
    named = options.model if options.model != PLACEHOLDER else None
    return _reader(options, answers, named or answers.name or "an unnamed model")


def _live(options: argparse.Namespace, warn: Warn) -> "Iterator[SecondReader]":
    from dataclasses import replace

    from discrepancy.reader.budget import Budget
    from discrepancy.reader.client import Endpoint

    key = os.environ.get(options.key_from) or "none"
    endpoint = Endpoint(options.endpoint, options.model, key, timeout=options.timeout)
    budget = Budget(endpoint, requests=options.max_requests, tokens=options.max_tokens)
    kept = _kept(budget, options)

    def announce(questions: "Iterable[Question]") -> None:
        fresh = [question for question in questions if not kept.holds(question)]
        if fresh:
            warn(_announced(fresh, options))

    reader = _reader(options, kept, options.model)
    try:
        yield replace(reader, at_once=4, before=announce)
    finally:
        endpoint.close()


def _announced(fresh: "Sequence[Question]", options: argparse.Namespace) -> str:
    parts = urlsplit(options.endpoint)
    total = sum(question.tokens for question in fresh)
    kinds = Counter(question.kind for question in fresh)
    told = ", ".join(f"{number} of {KINDS[kind]}" for kind, number in kinds.items())
    number = "1 request" if len(fresh) == 1 else f"{len(fresh)} requests"
    return (
        f"sending to {parts.scheme}://{parts.netloc.rpartition('@')[2]} ({options.model}): "
        f"{number} ({told}), about {total:,} tokens"
    )


def _kept(ask: "Ask", options: argparse.Namespace) -> "Kept":
    from discrepancy.reader.cache import Kept, default_folder

    return Kept(ask, options.cache or default_folder(), options.endpoint, options.model)


def _reader(options: argparse.Namespace, ask: "Ask", name: str) -> "SecondReader":
    from discrepancy.reader import SecondReader
    from discrepancy.reader.asks import WINDOW

    return SecondReader(
        ask=ask, name=name, careful=options.careful, window=options.window or WINDOW
    )
