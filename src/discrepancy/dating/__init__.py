r"""What a story tells of the days of its documents, as a reader of all of them would say.

A document that tells no day may say "on Tuesday" of what another one dates to 6 January 2009.
It was then printed on that Tuesday or within the six days after, and dates in turn what others
say. Where nothing so plain is found but the others were all printed within two weeks, it is taken
to be of those months. Whatever is in doubt stays unknown; the day of a document that tells it is
never touched. Then a date that is open in one document, or that cannot be as it is read there, is
settled by another that tells of the same event.

>>> from discrepancy.reading.page.layout import laid_out
>>> from discrepancy.source import Source
>>> a = "The ferry Arn Maid of Odeby sank off Ule with 40 pilgrims on Tuesday (6 January)."
>>> b = "Pilgrims were aboard when the Arn Maid of Odeby sank off Ule on Tuesday."
>>> texts = {"a": "The pier opened on 4 May 2008. " + a, "b": b}
>>> sources = [laid_out(Source(id=name, text=texts[name]), cleaned=True) for name in texts]
>>> [source.anchor for source in inferred(sources)]
['2009-01-06/2009-01-12', '2009-01-06/2009-01-12']
"""

from collections.abc import Sequence

from discrepancy.dating.elsewhere import told_elsewhere
from discrepancy.dating.rounds import anchored
from discrepancy.source import Source

__all__ = ["inferred"]


def inferred(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The laid-out sources of a folder, with what their stories tell of their days."""
    return told_elsewhere(anchored(sources))
