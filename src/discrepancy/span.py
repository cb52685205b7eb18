"""Half-open character offsets into the text of one source.

>>> Span(start=6, end=11).of("about 3,000 men")
'3,000'
"""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from discrepancy import docstrings


class Model(BaseModel):
    """Plain frozen data: unknown fields are refused, equal fields are equal values."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    drawn: ClassVar[Callable[[object], str | None] | None] = None
    """What draws a value for a notebook; `reporting.attach` sets it, far above this layer."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The schema, each field described by what stands in quotes below it."""
        found = handler(core_schema)
        fields = handler.resolve_ref_schema(found).get("properties", {})
        for name, note in docstrings.of_fields(cls).items():
            if name in fields:
                fields[name].setdefault("description", note)
        return found

    def _repr_html_(self) -> str | None:
        """What a notebook shows; None: the plain form."""
        return Model.drawn(self) if Model.drawn else None


class Frequent(Model):
    """A model of which a run makes very many.

    Which of its fields were given is held once for all that were given the same, and not in a set
    of its own: that is half the memory of a small model.
    """

    def model_post_init(self, context: object, /) -> None:
        """Share what pydantic notes of the fields; nobody writes to it, as the model is frozen."""
        given = self.__pydantic_fields_set__
        shared = _GIVEN.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)


_GIVEN: dict[frozenset[str], set[str]] = {}


class Span(Model):
    """The characters `start <= i < end` of a text."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"a span ends at {self.end} before it starts at {self.start}")
        return self

    def __len__(self) -> int:
        return self.end - self.start

    def __lt__(self, other: "Span") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def of(self, text: str) -> str:
        """The words that stand at this span of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


NOWHERE = Span(start=0, end=0)
"""The place of words that stand in no text: empty, and so false."""
