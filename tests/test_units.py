"""What units measure, and that changing a figure into another unit and back loses nothing."""

import subprocess
import sys
from decimal import Decimal

import pint
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discrepancy.measures import units


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        (None, ""),
        ("mile", "[length]"),
        ("kilometer/hour", "[length]/[time]"),
        ("meter/second", "[length]/[time]"),
        ("USD", "USD"),
        ("cent", "USD"),
        ("penny", "GBP"),
        ("USD/oil_barrel", "USD/[length]**3"),
        ("percent", "percent"),
        ("basis_point", "percentage_point"),
        ("richter", "magnitude"),
        ("degree_Celsius", "[temperature]"),
        ("soldier", "soldier"),
        ("casualty/day", "casualty/[time]"),
    ],
)
def test_dimension(unit: str | None, dimension: str) -> None:
    assert units.dimension(unit) == dimension


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("1", "mile", "kilometer", "1.609344"),
        ("6.2", "mile", "kilometer", "9.977933"),
        ("100", "degree_Celsius", "degree_Fahrenheit", "212"),
        ("86", "minute", "hour", "1.433333"),
        ("2", "decade", "year", "20"),
        ("60", "mile/hour", "kilometer/hour", "96.56064"),
        ("1200", "USD/day", "USD/week", "8400"),
        ("12000", "casualty/day", "casualty/week", "84000"),
        ("45", "cent", "USD", "0.45"),
        ("25", "basis_point", "percentage_point", "0.25"),
        ("6.1", "magnitude", "richter", "6.1"),
        ("3", "soldier", "soldier", "3"),
    ],
)
def test_conversion(value: str, unit: str, to: str, expected: str) -> None:
    changed = units.convert(Decimal(value), unit, to)
    assert changed is not None
    assert round(changed, 6) == Decimal(expected)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("USD", "EUR"),
        ("cent", "EUR"),
        ("mile", "hour"),
        ("soldier", "troop"),
        ("mile", "mile/hour"),
    ],
)
def test_no_conversion_between_dimensions(unit: str, to: str) -> None:
    assert units.convert(Decimal(1), unit, to) is None


@pytest.mark.parametrize("unit", sorted(units.measures()))
def test_every_unit_converts_within_its_dimension(unit: str) -> None:
    fellows = [u for u in units.measures() if units.dimension(u) == units.dimension(unit)]
    there = units.convert(Decimal(7), unit, fellows[0])
    assert there is not None
    back = units.convert(there, fellows[0], unit)
    assert back is not None
    assert round(back, 9) == 7


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
@example(Decimal("331184086.299"))
def test_there_and_back(value: Decimal) -> None:
    """To the digits that a conversion is sure of: one part in ten million million."""
    there = units.convert(value, "foot", "meter")
    assert there is not None
    back = units.convert(there, "meter", "foot")
    assert back is not None
    assert abs(back - value) <= abs(value) * Decimal("1E-13")


def test_kinds() -> None:
    assert units.is_currency("EUR")
    assert units.is_currency("penny")
    assert not units.is_currency("mile")
    assert units.is_physical("mile/hour")
    assert not units.is_physical("USD/hour")
    assert not units.is_physical(None)


def test_a_run_needs_no_registry_of_pint() -> None:
    code = (
        "import sys; import discrepancy as dx; "
        "print(dx.compare('1,000 km', '621 miles').verdict.value, 'pint' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "rounding False"


def test_every_definition_agrees_with_the_default_registry_of_pint():
    """To one in 100,000: pint keeps the survey foot in fathoms and acres, we the international."""
    default = pint.UnitRegistry(non_int_type=Decimal)
    default.define("ten_years = 10 * year")
    default.define("newton_meter = newton * meter")
    by_dimension: dict[str, list[str]] = {}
    for unit in units.measures().values():
        if unit.category not in ("percent", "magnitude") and "/" not in unit.name:
            by_dimension.setdefault(unit.dimension, []).append(unit.name)
    for names in by_dimension.values():
        for name in names[1:]:
            ours = units.convert(Decimal(37), names[0], name)
            spelled = [units._spelled(each) for each in (names[0], name)]
            theirs = Decimal(default.Quantity(Decimal(37), spelled[0]).to(spelled[1]).magnitude)
            assert ours is not None
            assert abs(ours - theirs) <= abs(theirs) * Decimal("1e-5"), (names[0], name)
