"""Files and texts into sources, and sources into paragraphs and sentences of the article."""

from discrepancy.reading.intake import Intake, read, take
from discrepancy.reading.page.layout import laid_out

__all__ = ["Intake", "laid_out", "read", "take"]
