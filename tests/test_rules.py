"""The desk's own rules: what they do, how they are checked, where they are found."""

import pytest
from pydantic import ValidationError

import discrepancy as dx
from discrepancy.cli import main
from discrepancy.commands import settings
from discrepancy.errors import BadSettings
from discrepancy.finding import Verdict


def judged(rules, *values, measurand="length", **more):
    claims = [
        dx.claim(value, measurand=measurand, source=f"s{n}", **more)
        for n, value in enumerate(values)
    ]
    report = dx.check(claims, rules=rules)
    return [
        (part.verdict.value, part.level, part.because)
        for finding in report.findings + report.corroborated
        for part in finding.disagreements
    ]


@pytest.mark.parametrize(
    ("tolerance", "a", "b", "says"),
    [
        ({"length": "2 %"}, "1,230 m", "1,250 m", "they lie 1.6 % apart, and the desk allows 2 %"),
        ({"length": "30 m"}, "1,230 m", "1,255 m", "the desk allows 30 m"),
        ({"USD": 1_000_000}, "$80,100,000", "$80,900,000", "the desk allows 1000000"),
        ({"money": "2 %"}, "$80,100,000", "$80,900,000", "the desk allows 2 %"),
        ({"people": "10 %"}, "101 soldiers", "107 troops", "the desk allows 10 %"),
        ({"date": "1 day"}, "2024-06-01", "2024-06-02", "they lie 1 day apart"),
        ({"time": "5 minutes"}, "7:11 am", "7:14 am", "they lie 3 minutes apart"),
        ({"magnitude": 0.2}, "6.1 magnitude", "6.3 magnitude", "the desk allows 0.2"),
    ],
)
def test_a_tolerance_takes_a_conflict_away_and_says_so(tolerance, a, b, says):
    assert judged(None, a, b)[0][0] == "conflict"
    ((verdict, level, because),) = judged(dx.Rules(tolerance=tolerance), a, b)
    assert (verdict, level) == ("rounding", "desk.tolerance")
    assert says in because


def test_beyond_the_tolerance_it_is_a_conflict_still():
    ((verdict, level, _),) = judged(dx.Rules(tolerance={"length": "2 %"}), "1,230 m", "1,400 m")
    assert (verdict, level) == ("conflict", "quantity.conflict.else")


def test_a_rate_brings_two_currencies_together():
    assert judged(None, "$108 million", "€85m")[0][0] == "scope"
    ((verdict, _, because),) = judged(dx.Rules(rates={"EUR/USD": 1.27}), "$108 million", "€85m")
    assert (verdict, "the rate of the desk" in because) == ("rounding", True)


def test_a_rate_serves_texts_too():
    texts = [f"The bridge cost {sum_}, the mayor said." for sum_ in ("85 million euros", "$150m")]
    assert dx.check(texts).conflicts == ()
    (finding,) = dx.check(texts, rules=dx.Rules(rates={"EUR/USD": 1.27})).conflicts
    assert finding.verdict is Verdict.CONFLICT


def test_a_hedge_is_as_wide_as_the_desk_says():
    assert judged(None, "roughly 100 km", "104 km")[0][0] != "conflict"
    narrow = dx.Rules(hedges={"roughly": "2 %"})
    assert judged(narrow, "roughly 100 km", "104 km")[0][:2] == ("conflict", "desk.hedge")
    wide = dx.Rules(hedges={"roughly": "20 %"})
    assert judged(wide, "roughly 100 km", "115 km")[0][:2] == ("compatible", "desk.hedge")


def test_a_unit_of_the_desk_is_a_known_one_times_a_figure():
    rules = dx.Rules(units={"football pitch": "100 m"})
    claims = [
        dx.claim(3, unit="football pitches", measurand="length", source="a"),
        dx.claim("450 m", measurand="length", source="b"),
    ]
    (finding,) = dx.check(claims, rules=rules).conflicts
    assert finding.disagreements[0].level == "quantity.conflict.else"


@pytest.mark.parametrize(
    ("part", "name", "given", "says"),
    [
        ("tolerance", "lenght", "2 %", "'lenght' is no kind, dimension"),
        ("tolerance", "length", "wide", "'wide' is no width"),
        ("rates", "EUR/XXX", 1, "no pair of currencies"),
        ("rates", "EUR/USD", -1, "-1 is no rate"),
        ("units", "li", "5 people", "no known unit of measure"),
        ("hedges", "roughly", "5 km", "a share or a bare figure"),
        ("colours", "red", "1", "Extra inputs"),
    ],
)
def test_a_rule_that_cannot_be_read_is_said(part, name, given, says):
    with pytest.raises(ValidationError, match=says):
        dx.Rules(**{part: {name: given}})


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "desk" / "story"
    folder.mkdir(parents=True)
    rows = 'source,measurand,value\na,length,"1,230 m"\nb,length,"1,250 m"\n'
    (folder / "claims.csv").write_text(rows)
    return folder


def test_the_file_lies_beside_the_story_or_above_it(story, capsys):
    assert main(["check", str(story)]) == 1
    (story.parent / "discrepancy.toml").write_text('[tolerance]\nlength = "2 %"\n')
    assert main(["check", str(story)]) == 0
    capsys.readouterr()
    assert main(["rules", str(story)]) == 0
    assert '[tolerance]\n"length" = "2 %"' in capsys.readouterr().out


def test_the_nearer_file_holds_and_a_pyproject_without_ours_is_none(story):
    above = story.parent / "pyproject.toml"
    above.write_text('[tool.discrepancy.tolerance]\nlength = "2 %"\n')
    (story / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert settings.find(story).path == above.resolve()


def test_which_files_are_read_may_stand_in_the_file(story, capsys):
    (story / "discrepancy.toml").write_text('exclude = ["*.csv"]\n')
    (story / "a.txt").write_text("A ferry sank off Arn on Monday, police said.")
    assert main(["check", str(story)]) == 0
    assert "from 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[tolerance]\n\nlenght = "2 %"\n', 3, "tolerance.lenght"),
        ('[rates]\n"EUR/USD" = "x"\n', 2, "rates.EUR/USD"),
        ("# a desk\n[colours]\nred = 1\n", 2, "there is no such setting"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(story, text, line, says):
    path = story / "discrepancy.toml"
    path.write_text(text)
    with pytest.raises(BadSettings) as told:
        settings.read(path)
    assert str(told.value).startswith(f"{path}:{line}: ")
    assert says in str(told.value)
    assert main(["check", str(story)]) == 2


def test_a_file_that_is_no_toml_is_told_with_its_line(story):
    path = story / "discrepancy.toml"
    path.write_text("[tolerance\n")
    with pytest.raises(BadSettings, match="line 1"):
        settings.read(path)
