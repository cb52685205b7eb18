"""Can both readings be right? One ladder of named levels for each kind of claim."""

from collections.abc import Callable

from discrepancy.claims import (
    Claim,
    DateClaim,
    NameClaim,
    QuoteClaim,
    StatusClaim,
    TimeClaim,
)
from discrepancy.comparison import dates, names, quotes, statuses, times, wordings
from discrepancy.comparison.figures import quantities
from discrepancy.comparison.rulings import Ruled, shown
from discrepancy.finding import Comparison, Verdict

Compare = Callable[[Claim, Claim], Comparison]


def compare(a: Claim, b: Claim) -> Comparison:
    """Judge two claims that are taken to speak of the same thing.

    Which of the two comes first changes no verdict, only the sign of the difference.
    """
    return shown(judged(a, b))


def judged(a: Claim, b: Claim) -> Ruled:
    """The same as the house hands it on: a plain record for each pair of figures."""
    if a.kind == "quantity" and b.kind == "quantity":
        return quantities.compare(a, b)
    match a, b:
        case DateClaim(), DateClaim():
            return dates.compare(a, b)
        case TimeClaim(), TimeClaim():
            return times.compare(a, b)
        case QuoteClaim(), QuoteClaim():
            return quotes.compare(a, b) or wordings.compare(a, b) or _apart(a, b)
        case StatusClaim(), StatusClaim():
            return statuses.compare(a, b) or wordings.compare(a, b) or _apart(a, b)
        case NameClaim(), NameClaim():
            typed = wordings.compare(a, b)
            if typed and wordings.denied(a, b):
                return typed
            return names.compare(a, b) or typed or _apart(a, b)
    return _apart(a, b)


def _apart(a: Claim, b: Claim) -> Comparison:
    """Two claims that no ladder can set against each other."""
    kinds = a.kind if a.kind == b.kind else f"{a.kind}/{b.kind}"
    return Comparison(
        verdict=Verdict.SCOPE,
        level=f"{a.kind}.scope.apart",
        because=f"the two ({kinds}) do not speak of the same thing",
    )
