"""The same digits in another scale or another unit: told as a slip, and chance pairs left alone."""

import pytest

import discrepancy as dx
from discrepancy.checking import slips

SLIPS = [
    (
        "The council bought the old mill for $5.4 million in May.",
        "In May the council paid $5.4 billion for the old mill, it said.",
        "quantity.conflict.factor_of_ten",
    ),
    (
        "The path along the cliff is 150 metres long, wardens said.",
        "Wardens said the path along the cliff is 150 feet long.",
        "quantity.conflict.swapped_unit",
    ),
    (
        "A reward of $35,000 was offered for the stolen painting.",
        "For the stolen painting a reward of €35,000 was offered.",
        "quantity.conflict.swapped_unit",
    ),
    (
        "The plant makes 12,500 bottles a day at its works by the river.",
        "The works by the river make 1,250 bottles a day at the plant.",
        "quantity.conflict.factor_of_ten",
    ),
]
CHANCE = [
    ("The mill was sold for $5.4 million.", "A storm cost farmers $5.4 billion."),
    ("Six boats left the port with six men.", "Sixty boats left a port in the north with oil."),
    ("The mill was sold for $5.4 million in May.", "The old mill went for $5.5 million in May."),
    ("The ship was 12 miles from the old port.", "The ship was 12 nautical miles from the port."),
    (
        "The lamp costs $79 in the shops, and the tall lamp costs $129 in the shops.",
        "The lamp costs £79 in the shops, and the tall lamp costs £129 in the shops.",
    ),
    ("The village has 25 houses on the hill.", "The village has 2.5 million visitors on the hill."),
]


def _found(texts):
    sources = dx.read(*(dx.Source(id=f"{n}.txt", text=text) for n, text in enumerate(texts)))
    return slips.check(sources, [claim for one in sources for claim in dx.extract(one)])


@pytest.mark.parametrize(("one", "other", "level"), SLIPS)
def test_a_slip_is_told(one, other, level):
    (group,) = _found([one, other])
    (link,) = group.links
    assert link.judged.level == level
    assert link.judged.verdict.flagged
    assert {claim.source for claim in group.claims} == {"0.txt", "1.txt"}


@pytest.mark.parametrize(("one", "other"), CHANCE)
def test_chance_makes_no_slip(one, other):
    assert _found([one, other]) == ()


def test_everybody_who_gives_one_of_the_two_is_named():
    first, second, _ = SLIPS[0]
    third = "The mill of the old council went for $5.4 million in May."
    (group,) = _found([first, second, third])
    assert len(group.claims) == 3


def test_one_text_that_gives_both_with_one_digit_means_both():
    one = "A reward of $50 was offered for the stolen painting, in all $50,000 with the museum's."
    other = "For the stolen painting a reward of $50,000 was offered."
    assert _found([one, other]) == ()
