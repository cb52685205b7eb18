"""Half-open offsets: their laws, and that plain data stays plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from discrepancy.claims import QuantityValue
from discrepancy.span import Span

SPANS = st.builds(
    lambda start, length: Span(start=start, end=start + length),
    st.integers(0, 50),
    st.integers(0, 50),
)


@given(SPANS, st.text(max_size=120))
def test_a_span_takes_as_many_characters_as_it_is_long(span, text):
    taken = span.of(text)
    assert taken == text[span.start : span.end]
    assert len(taken) == min(len(span), max(0, len(text) - span.start))


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_means_a_shared_character(a, b):
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if len(a) and len(b):
        assert a.overlaps(b) == b.overlaps(a) == bool(shared)
    assert a.holds(b) == (a.start <= b.start and b.end <= a.end)


@given(st.lists(SPANS))
def test_spans_sort_by_start_then_end(spans):
    keys = [(span.start, span.end) for span in sorted(spans)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("fields", [{"start": 3, "end": 2}, {"start": -1, "end": 2}, {"start": 1}])
def test_what_is_no_span_is_refused(fields):
    with pytest.raises(ValidationError):
        Span(**fields)


def test_a_span_is_frozen_equal_by_value_and_takes_no_other_field():
    span = Span(start=1, end=2)
    assert span == Span(start=1, end=2)
    assert len({span, Span(start=1, end=2)}) == 1
    with pytest.raises(ValidationError, match="frozen"):
        span.start = 0
    with pytest.raises(ValidationError, match="Extra inputs"):
        Span(start=1, end=2, text="a")


def test_models_of_the_same_fields_share_the_note_of_them_and_a_copy_does_not():
    one, other = (QuantityValue(low=n, high=n, unit="meter") for n in (1, 2))
    assert one.model_fields_set == {"low", "high", "unit"}
    assert one.model_fields_set is other.model_fields_set
    changed = one.model_copy(update={"trend": "up"})
    assert changed.model_fields_set == {"low", "high", "unit", "trend"}
    assert other.model_fields_set == {"low", "high", "unit"}
    assert QuantityValue.model_validate_json(one.model_dump_json(exclude_unset=True)) == one
