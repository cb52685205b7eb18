"""A proof as JUnit XML, for the servers that count tests: what is to be mended is a failed case."""

from xml.etree import ElementTree

from discrepancy.item import ALARMS, Item, Proof, Status
from discrepancy.reporting import Options
from discrepancy.reporting.formats.junit import skipped
from discrepancy.reporting.passages import Texts, visible
from discrepancy.reporting.proofed.marks import cited, quoted, texts_of


def render(proof: Proof, options: Options) -> str:
    """One suite: an alarm fails, what is borne out passes, what is open is skipped.

    As long as a second reader is not trusted, what it clears fails and what it names is skipped.
    """
    failing = [item for item in proof.items if _fails(item, options)]
    passing = [item for item in proof.items if item.status is Status.BORNE_OUT]
    suite = ElementTree.Element(
        "testsuite",
        name=visible(options.title or proof.draft.id),
        tests=str(len(proof.items) + len(proof.unread)),
        failures=str(len(failing)),
        errors="0",
        skipped=str(len(proof.items) - len(failing) - len(passing) + len(proof.unread)),
    )
    texts = texts_of(proof)
    for item in proof.items:
        suite.append(_case(item, proof, texts, fails=item in failing))
    suite.extend(map(skipped, proof.unread))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _fails(item: Item, options: Options) -> bool:
    return item.status_for(trusted=options.trusted) in ALARMS


def _case(item: Item, proof: Proof, texts: Texts, *, fails: bool) -> ElementTree.Element:
    here = texts.passage(cited(item, proof))
    name = visible(f"{item.text} ({here.line}:{here.column})")
    case = ElementTree.Element("testcase", classname=item.kind, name=name)
    told = {"message": f"{item.status}: {visible(item.because)}"}
    if fails:
        failure = ElementTree.SubElement(case, "failure", told)
        passages = (here, *(texts.passage(quoted(words)) for words in item.evidence))
        failure.text = "\n".join(
            visible(f"{one.spot}: {one.before}{one.words}{one.after}") for one in passages
        )
    elif item.status is not Status.BORNE_OUT:
        ElementTree.SubElement(case, "skipped", told)
    return case
