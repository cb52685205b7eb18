"""One question to a second reader, complete in itself: what to do, the texts, the answer's form.

>>> question = Question.of("sides", "Compare.", {"a": "It sank.", "b": "It floats."}, {})
>>> question.custom_id.startswith("sides-"), [message.role for message in question.messages]
(True, ['system', 'user'])
"""

import json
from hashlib import sha256
from typing import Literal

from discrepancy.span import Model

Kind = Literal["story", "finding", "sides", "figures", "quotes", "draft", "item"]
Form = dict[str, object]

LETTERS = 4
"""Characters of English to a token, roughly; what is counted before anything is asked."""


class Message(Model):
    """What one side of the conversation says."""

    role: Literal["system", "user"]
    content: str


class Question(Model):
    """What is asked; its id is a fingerprint of its words."""

    custom_id: str
    kind: Kind
    messages: tuple[Message, ...]
    form: Form
    """The JSON Schema of the answer."""

    @classmethod
    def of(cls, kind: Kind, task: str, material: Form, form: Form) -> "Question":
        """The question that gives the task as rules and the material as one JSON object.

        JSON keeps the words of a document inside their string, whatever marks they hold.
        """
        messages = (
            Message(role="system", content=task),
            Message(role="user", content=json.dumps(material, ensure_ascii=False, indent=1)),
        )
        said = json.dumps([[m.role, m.content] for m in messages] + [form], sort_keys=True)
        return cls(
            custom_id=f"{kind}-{sha256(said.encode()).hexdigest()[:16]}",
            kind=kind,
            messages=messages,
            form=form,
        )

    @property
    def tokens(self) -> int:
        """About how many tokens are sent."""
        return tokens(json.dumps(self.form)) + sum(tokens(m.content) for m in self.messages)

    def body(self, model: str) -> Form:
        """The request as chat endpoints take it."""
        described = {"name": f"{self.kind}_answer", "strict": True, "schema": self.form}
        return {
            "model": model,
            "messages": [message.model_dump() for message in self.messages],
            "response_format": {"type": "json_schema", "json_schema": described},
        }


def tokens(text: str) -> int:
    """About how many tokens a text is.

    >>> tokens("Nobody was hurt.")
    4
    """
    return -(-len(text) // LETTERS)
