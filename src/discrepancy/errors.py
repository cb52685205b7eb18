"""What can go wrong, each as one sentence that names the file and the place."""


class DiscrepancyError(Exception):
    """The one base of all errors that are the input's fault, not the program's."""


class UnreadableSource(DiscrepancyError):
    """A document that cannot be read; the message is `path: why`."""


class BadTable(DiscrepancyError):
    """A row of a data table that does not fit; the message is `table:row: why`."""


class RefusedClaim(DiscrepancyError):
    """A claim from outside whose words are not in its source at its span."""


class Unwritable(DiscrepancyError):
    """A file that must not be written over; the message is `path: why`."""


class BadValue(DiscrepancyError):
    """A value that was typed in and cannot be read; the message says what is wrong with it."""


class MissingExtra(DiscrepancyError, ModuleNotFoundError):
    """A library that is not installed; the message says what for, and how to install it."""


class BadColumns(DiscrepancyError):
    """A table without a column that is needed, or without rows."""


class BadSettings(DiscrepancyError):
    """A discrepancy.toml that is no TOML or does not fit; the message is `path:line: why`."""


class UnknownFormat(DiscrepancyError):
    """A file to be written whose suffix names no format; the message lists those that do."""


def defect(error: Exception) -> str:
    """What is said of a document on which our own code fails, so that it can be mended."""
    return (
        f"it ended in {type(error).__name__}, a defect of discrepancy and not of the "
        "document; please report it with the words that brought it about"
    )
