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
SLIPS += [
    (
        "Varnholt said quarterly sales climbed to a record $421.6 million.",
        "Third-quarter revenue at Varnholt rose 8% to $412.6 million.",
        "quantity.conflict.turned_digits",
    ),
    (
        "The match was watched by 24,317 spectators at Harbour Park.",
        "The win came in front of 23,417 spectators at Harbour Park.",
        "quantity.conflict.turned_digits",
    ),
    (
        "Sorel headed the winner in front of 24,317 spectators.",
        "The win, seen by a crowd of 23,417 at Harbour Park, lifted United to 14th.",
        "quantity.conflict.turned_digits",
    ),
    (
        "The petition was signed by 4,812 people from the old town.",
        "It was signed by 4,182 people, the old town said.",
        "quantity.conflict.turned_digits",
    ),
    (
        "The bridge over the Lurn is 1,342 metres long.",
        "At 1,324 metres the bridge is the longest over the Lurn.",
        "quantity.conflict.turned_digits",
    ),
    (
        "The council would save £342,000 a year by closing the old pool.",
        "Closing the old pool saves £324,000 a year, the council said.",
        "quantity.conflict.turned_digits",
    ),
    (
        "The council puts the repair of the roof and the pumps at £3.4 million.",
        "The council puts the repair of the roof and the pumps at £4.3 million.",
        "quantity.conflict.turned_digits",
    ),
]
CHANCE = [
    ("The mill has 12 rooms.", "In the port 21 rooms were let."),
    ("The mill was sold for $342,000.", "A storm cost farmers $324,000."),
    ("The mill was sold for $342,000, the barn for $324,000.", "The old mill cost $324,000."),
    ("The match drew 23,417 people.", "The match drew 23,714 people."),
    ("The path is 1,342 metres long.", "The path is 1,342 metres long, or 1,324 without steps."),
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
