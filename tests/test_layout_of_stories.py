"""What annotators marked must lie in the article, whatever page is put around it."""

import json
import random
from pathlib import Path

import pytest

from discrepancy.reading import laid_out
from discrepancy.source import Source

STORIES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "stories"

pytestmark = pytest.mark.skipif(
    not STORIES.is_dir(), reason="the annotated stories do not stand beside the checkout"
)

ABOVE = """
This site uses cookies to improve your experience. By continuing you agree to our terms.
Accept
Arn Post LiveArn Post LiveArn Post Live
  • Home
  • India
  • Trending
  • Sports
Notification Show More
Arn Post LiveArn Post Live
  • World News
  • Languages
Follow US
© 2024 Arn Media. All Rights Reserved.
"""
BETWEEN = """
Read More

Minister opens new bridge, praises workers; 300 guests attend
Minister opens new bridge, praises workers; 300 guests attend
Two new routes for tourists in the hills of Orr and Lund
"""
BELOW = """
You Might Also Like

Orr becomes the third largest port, overtaking Lund: report

TAGGED:Arnferrycoast guard
Share This Article
Facebook Twitter Whatsapp Copy Link

Latest News

Court acquits 10 persons in riot case
World
Arn Desk 3 Min Read
  • About Us
Welcome Back!

Sign in to your account
"""


def _paragraphs(text: str) -> list[str]:
    layout = laid_out(Source(id="a", text=text)).layout
    return [span.of(text) for span in layout.paragraphs]


def test_what_annotators_marked_is_kept():
    marked = kept = 0
    for gold in STORIES.glob("*/gold.json"):
        sources = {
            path.stem: laid_out(Source(id=path.stem, text=path.read_text(encoding="utf-8")))
            for path in gold.parent.glob("docs/*.txt")
        }
        for group in json.loads(gold.read_text(encoding="utf-8"))["groups"]:
            for mention in group["mentions"]:
                source = sources[mention["doc"]]
                start = source.text.find(mention["anchor"], source.text.find(mention["quote"]))
                sentences = source.layout.sentences
                kept += any(span.start <= start < span.end for span in sentences)
                marked += 1
    assert kept >= 0.995 * marked


def test_a_page_around_an_article_leaves_it_as_it_is():
    draw = random.Random(7)
    articles = changed = 0
    for path in sorted(STORIES.glob("*/docs/*ecb*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        alone = _paragraphs("\n".join(lines))
        if len(alone) > 3:
            body = [line for line in lines if not line.startswith("http")]
            cut = draw.randrange(len(body) // 2, len(body))
            parts = [ABOVE, *body[:cut], BETWEEN, *body[cut:], BELOW]
            articles += 1
            changed += _paragraphs("\n".join(parts)) != alone
    assert changed <= 0.03 * articles
