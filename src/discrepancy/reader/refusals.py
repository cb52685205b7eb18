"""What can go wrong with a reader: refusals, which are counted by their words, and worse."""

from discrepancy.errors import DiscrepancyError


class Refused(DiscrepancyError):
    """One thing in an answer that our checks do not bear out; the message is the reason."""


class Unusable(DiscrepancyError):
    """An answer that is not of the asked form at all."""


class ReaderFailed(DiscrepancyError):
    """A reader that cannot be asked; the rules go on alone."""


class Unanswered(DiscrepancyError):
    """A question to which there is no answer yet."""


class OutOfBudget(DiscrepancyError):
    """What may be asked is used up."""
