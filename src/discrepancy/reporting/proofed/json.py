"""The proof as JSON, exactly as the models are; `schema` says what may stand in it."""

import json

from discrepancy.item import Proof
from discrepancy.reporting import Options
from discrepancy.reporting.passages import spelt_out


def render(proof: Proof, options: Options) -> str:
    """One JSON object, keys in the order of the models."""
    return spelt_out(proof.model_dump_json(indent=2)) + "\n"


def schema() -> str:
    """The JSON Schema (2020-12) of the proof that `render` writes."""
    described = Proof.model_json_schema(mode="serialization")
    stamped = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **described,
        "title": "Proof of discrepancy",
    }
    return json.dumps(stamped, indent=2, ensure_ascii=False) + "\n"
