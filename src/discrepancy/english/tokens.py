"""The words, figures and marks of a sentence, cut so that a figure stands by itself.

Unlike `words.tokens`, which keeps "2.5m" whole for reading names and clauses, these cut
between digits and letters: the figure reader looks at "2.5", then at "m".

>>> Tokens("He paid $2.5m for 12,000 km.").lower
['he', 'paid', '$', '2.5', 'm', 'for', '12,000', 'km', '.']
"""

from discrepancy.english.titles import is_title
from discrepancy.words.cuts import cut

LONGEST = 40
"""The tokens at the start of a line that tell whether it is a title."""


class Tokens:
    """Parallel lists: where each token starts and ends, and its words in lower case."""

    __slots__ = ("_titled", "ends", "lower", "starts", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        stop = len(text) if end is None else end
        spans = [found.span() for found in _pattern().finditer(text, start, stop)]
        self.starts: list[int] = [first for first, _ in spans]
        self.ends: list[int] = [last for _, last in spans]
        folded = text[start:stop].lower()
        if len(folded) == stop - start:
            self.lower = [folded[first - start : last - start] for first, last in spans]
        else:  # "İ" is two characters in lower case
            self.lower = [text[first:last].lower() for first, last in spans]

        self._titled: bool | None = None

    @property
    def titled(self) -> bool:
        """Whether it is a headline With Capitals in Nearly Every Word."""
        if self._titled is None:
            self._titled = is_title([self.raw(at) for at in range(min(LONGEST, len(self)))])
        return self._titled

    def __len__(self) -> int:
        return len(self.lower)

    def word(self, index: int) -> str:
        """The token in lower case; "" beyond either end."""
        if index < 0:
            return ""
        try:
            return self.lower[index]
        except IndexError:
            return ""

    def raw(self, index: int) -> str:
        """The token as written; "" beyond either end."""
        if not 0 <= index < len(self.lower):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before it."""
        return 0 < index < len(self.lower) and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.lower) and self.text[self.starts[index]].isupper()


_pattern = cut("figures")
