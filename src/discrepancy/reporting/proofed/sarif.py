"""A proof as SARIF 2.1.0: editors and code hosts mark the words of the draft."""

from hashlib import sha256

from discrepancy.item import Item, Proof, Status
from discrepancy.reporting import Options
from discrepancy.reporting.formats.sarif import Files, Json, file_of, located, logged
from discrepancy.reporting.passages import Texts
from discrepancy.reporting.proofed.marks import MEANINGS, cited, quoted, shown, texts_of
from discrepancy.source import named

_LEVELS = {Status.DIFFERS: "error", Status.NOT_FOUND: "warning", Status.OPEN: "note"}


def render(proof: Proof, options: Options) -> str:
    """Each item to be mended a result on the draft, the sources as related locations."""
    texts = texts_of(proof)
    files = {
        source.id: file_of(source, options.folders) for source in (proof.draft, *proof.sources)
    }
    items = tuple(shown(proof, verbose=options.verbose))
    results = [_result(item, proof, texts, files, options) for item in items]
    return logged(_rules(items), results, proof.unread)


def _rules(items: tuple[Item, ...]) -> list[Json]:
    found = {item.level: item for item in items}
    return [
        {
            "id": level,
            "shortDescription": {"text": f"{item.status}, {item.kind}"},
            "fullDescription": {"text": f"{MEANINGS[item.status].capitalize()}."},
            "defaultConfiguration": {"level": _LEVELS.get(item.status, "none")},
        }
        for level, item in sorted(found.items())
    ]


def level_of(item: Item, options: Options) -> str:
    """How grave it is: what a second reader names is a note, what it clears stays what it was."""
    status = item.status_for(trusted=options.trusted)
    return "note" if status is None else _LEVELS.get(status, "none")


def _result(item: Item, proof: Proof, texts: Texts, files: Files, options: Options) -> Json:
    place = located(cited(item, proof), item.text, texts, files)
    related = [
        {
            **located(
                quoted(words),
                f"{named(texts.source(words.document))}: {words.text}",
                texts,
                files,
            ),
            "id": number,
        }
        for number, words in enumerate(item.evidence, start=1)
    ]
    said = "\n".join((item.level, item.text))
    return {
        "ruleId": item.level,
        "level": level_of(item, options),
        "message": {"text": f"{item.text}: {item.because}"},
        "locations": [place],
        "relatedLocations": related,
        "partialFingerprints": {"discrepancyItem/v1": sha256(said.encode()).hexdigest()[:12]},
    }
