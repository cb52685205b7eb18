"""The report as JSON, exactly as the models are; `schema` says what may stand in it.

>>> from discrepancy.reporting import Options
>>> print(render(Report(claims=2), Options()).splitlines()[1])
  "findings": [],
"""

import json

from discrepancy.finding import Report
from discrepancy.reporting import Options
from discrepancy.reporting.passages import spelt_out


def render(report: Report, options: Options) -> str:
    """One JSON object, keys in the order of the models."""
    return spelt_out(report.model_dump_json(indent=2)) + "\n"


def schema() -> str:
    """The JSON Schema (2020-12) of the report that `render` writes."""
    described = Report.model_json_schema(mode="serialization")
    stamped = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **described,
        "title": "Report of discrepancy",
    }
    return json.dumps(stamped, indent=2, ensure_ascii=False) + "\n"
