"""News that was never printed: stories of several documents, with planted conflicts and namesakes.

Every story has its places, people and bodies; they are drawn from pools that grow with the root of
the number of stories, so that names recur in other stories as they do in the news. A near-namesake
is a story of the same kind on the same day with a surname of another, and its place or its body.
"""

import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import isqrt
from pathlib import Path

NEWS = tomllib.loads((Path(__file__).parent / "news.toml").read_text("utf-8"))
FIRST = date(2024, 9, 2)
CONFLICTS, NAMESAKES = 0.25, 0.1
"""Shares of stories with a planted conflict, and of those that are a near-namesake."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass
class Story:
    """What a story is of."""

    name: str
    kind: dict[str, object]
    day: date
    words: dict[str, str]
    figures: dict[str, int]
    documents: list[dict[str, str]] = field(default_factory=list)
    planted: tuple[str, str] | None = None
    """The figure that all but one give, and that of the one."""


def stories(documents: int, seed: int = 7) -> Iterator[Story]:
    """So many documents or a few more, story by story."""
    draw = random.Random(seed)
    pool = _Pool(draw, documents // 4 + 1)
    days = max(1, documents // 1500)  # a desk that gets 1,500 documents a day
    before: Story | None = None
    made = number = 0
    while made < documents:
        story = _story(f"story-{number}", draw, pool, days)
        if before and draw.random() < NAMESAKES:
            story.kind, story.day = before.kind, before.day
            story.figures = _figures(draw, story.kind)
            shared = draw.choice("ao")
            story.words[shared] = before.words[shared]
            surname = before.words["ps"]
            story.words |= {"p": f"{draw.choice(NEWS['names']['first'])} {surname}", "ps": surname}
        _tell(story, draw)
        yield story
        made, number, before = made + len(story.documents), number + 1, story


class _Pool:
    """Names, each of which many stories may draw."""

    def __init__(self, draw: random.Random, stories: int) -> None:
        self.draw = draw
        names = NEWS["names"]
        made = sorted(
            a + b + c for a in names["onsets"] for b in names["middles"] for c in names["ends"]
        )
        draw.shuffle(made)
        many = min(len(made) // 3, 60 + 12 * isqrt(stories))
        self.places, self.surnames, self.bodies = made[:many], made[many : 2 * many], made[-many:]

    def words(self) -> dict[str, str]:
        names, draw = NEWS["names"], self.draw
        found = dict(zip("ab", draw.sample(self.places, 2), strict=True))
        found["o"] = f"{draw.choice(self.bodies)} {draw.choice(names['bodies'])}"
        for one, surname in zip("pq", draw.sample(self.surnames, 2), strict=True):
            found |= {one: f"{draw.choice(names['first'])} {surname}", f"{one}s": surname}
        return found


def _story(name: str, draw: random.Random, pool: _Pool, days: int) -> Story:
    kind = draw.choice(NEWS["kind"])
    day = FIRST + timedelta(draw.randrange(days))
    return Story(name, kind, day, pool.words(), _figures(draw, kind))


def _figures(draw: random.Random, kind: dict[str, object]) -> dict[str, int]:
    return {name: draw.randint(*kind[name]) for name in "xyz"}


def _tell(story: Story, draw: random.Random) -> None:
    """Write the documents of the story."""
    many = min(12, 1 + int(draw.expovariate(1 / 3.2)))
    wrong = draw.randrange(many) if many > 1 and draw.random() < CONFLICTS else None
    outlets = draw.sample(NEWS["names"]["outlets"], min(many, 10)) * 2
    for number in range(many):
        figures = dict(story.figures)
        if number == wrong:
            figures["x"] += max(2, figures["x"] * draw.randint(4, 9) // 10)
            story.planted = f"{story.figures['x']:,}", f"{figures['x']:,}"
        printed = story.day + timedelta(draw.choice((0, 0, 0, 1)))
        told = _text(story, figures, draw, number == wrong or number < 2)
        story.documents.append(
            {
                "id": f"{story.name}-{number}",
                "title": _title(story),
                "outlet": outlets[number],
                "published": str(printed),
                "text": told,
            }
        )


def _title(story: Story) -> str:
    return f"{str(story.kind['name']).capitalize()} in {story.words['a']}: what is known"


def _text(story: Story, figures: dict[str, int], draw: random.Random, plain: bool) -> str:
    """Some of the facts, each in one of its wordings; all that bear the planted figure if plain."""
    words = {**story.words, "day": WEEKDAYS[story.day.weekday()]}
    words |= {name: f"{figure:,}" for name, figure in figures.items()}
    chosen = []
    for number, wordings in enumerate(story.kind["facts"]):
        must = number == 0 or (plain and number == story.kind["plant"])
        if must or draw.random() < 0.75:
            chosen.append(draw.choice(wordings).format(**words))
    return " ".join(chosen)


def write(documents: int, file: Path) -> list[Story]:
    """Write so many documents as JSON Lines, mixed within their days; what they are of is told."""
    made = list(stories(documents))
    lines = [one for story in made for one in story.documents]
    random.Random(1).shuffle(lines)
    lines.sort(key=lambda one: one["published"])
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)
    return made
