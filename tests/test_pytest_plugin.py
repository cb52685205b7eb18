"""The pytest plugin, by running pytest inside pytest."""

import tomllib

import pytest

from discrepancy.testing import Place, known

MORNING = "The blast killed six people."
EVENING = "The blast killed nine people."


@pytest.fixture
def story(pytester):
    """A folder with two documents that conflict."""
    folder = pytester.mkdir("story")
    (folder / "morning.txt").write_text(MORNING, encoding="utf-8")
    (folder / "evening.txt").write_text(EVENING, encoding="utf-8")
    return folder


def _entries(folder, text, name="blast.conflicts.toml"):
    (folder / name).write_text(text, encoding="utf-8")


def test_each_entry_is_a_test_with_a_readable_id(pytester, story):
    _entries(
        story,
        """
        [[conflict]]
        about = "blast"
        a = "six people"
        b = 9

        [[conflict]]
        title = "one toll is one toll"
        a = { words = "six people", value = { low = 6 }, sources = ["morning.txt"] }
        b = "six people"
        verdict = "agreement"
        """,
    )
    done = pytester.runpytest("-v")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(
        [
            "*blast.conflicts.toml::six people | 9: conflict PASSED*",
            "*blast.conflicts.toml::one toll is one toll PASSED*",
        ]
    )


def test_a_wrong_finding_fails_with_what_was_found_instead(pytester, story):
    _entries(
        story,
        """
        [[conflict]]
        a = "six people"
        b = { words = "nine people", sources = ["evening.txt"] }
        verdict = "update"
        why = "the toll rose"
        """,
    )
    done = pytester.runpytest()
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(
        [
            'wanted: update between "six people" and "nine people"',
            "found:  conflict*",
            "  *.txt *| *.txt",
            "  The blast killed «*» people. *| The blast killed «*» people.",
            "why:    the toll rose",
        ]
    )
    assert "Traceback" not in done.stdout.str()


def test_a_missing_finding_fails_and_says_so(pytester, story):
    _entries(story, '[[conflict]]\na = "six people"\nb = "40 people"')
    done = pytester.runpytest()
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(
        [
            "found:  no judgement on these readings",
            '"six people" is read in * place*',
            "  The blast killed «six» people.",
            '"40 people" is read in no places',
        ]
    )


def test_documents_may_lie_elsewhere(pytester, story):
    _entries(
        pytester.path,
        'documents = "story"\n[[conflict]]\na = 6\nb = 9',
        "known_conflicts.toml",
    )
    pytester.runpytest().assert_outcomes(passed=1)


def test_other_names_are_collected_when_asked(pytester, story):
    _entries(story, "[[conflict]]\na = 6\nb = 9", "toll.toml")
    pytester.runpytest().assert_outcomes()
    pytester.makeini("[pytest]\ndiscrepancy_files = toll.toml")
    pytester.runpytest().assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[conflict]", "*blast.conflicts.toml: *"),
        ("[[conflict]]\na = 6", "*blast.conflicts.toml: conflict.0.b: *"),
        ("[[conflict]]\na = 6\nb = 9\nc = 1", "*blast.conflicts.toml: conflict.0.c: *"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_place(pytester, story, text, told):
    _entries(story, text)
    done = pytester.runpytest()
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines([told])


def test_a_story_that_cannot_be_read_is_an_error_with_its_cause(pytester):
    _entries(pytester.path, 'documents = "nowhere"\n[[conflict]]\na = 6\nb = 9')
    done = pytester.runpytest()
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["*UnreadableSource: *nowhere*"])


def test_the_fixture_checks_a_folder_once_and_takes_options(pytester, story):
    pytester.makepyfile(
        """
        from discrepancy.testing import assert_conflict

        def test_folder(discrepancies):
            assert_conflict(discrepancies("story"), 6, 9)
            assert discrepancies("story") is discrepancies("story")

        def test_texts(discrepancies):
            texts = ["It opened on Monday.", "It opened on Monday."]
            report = discrepancies(texts, published="2021-04-08")
            assert report.sources[0].published.isoformat() == "2021-04-08"
        """
    )
    pytester.runpytest().assert_outcomes(passed=2)


def test_findings_are_compared_by_their_words(pytester, story):
    pytester.makepyfile(
        """
        def test_none(discrepancies):
            assert discrepancies("story").conflicts == ()

        def test_other():
            assert (1, 2) == (1, 3)
        """
    )
    done = pytester.runpytest()
    done.assert_outcomes(failed=2)
    done.stdout.fnmatch_lines(
        [
            "*the findings differ*",
            "*left: conflict (*",
            "*.txt: six",
            "*.txt: nine",
            "*At index 1 diff*",
        ]
    )


def test_update_writes_what_is_found_and_the_written_file_passes(pytester, story):
    done = pytester.runpytest("--discrepancy-update", "story")
    done.assert_outcomes(passed=1)
    written = (story / "story.conflicts.toml").read_text(encoding="utf-8")
    assert written.startswith("# Read each entry")
    (entry,) = tomllib.loads(written)["conflict"]
    assert {entry[side]["words"] for side in "ab"} == {"six", "nine"}
    assert {*entry["a"]["sources"], *entry["b"]["sources"]} == {"morning.txt", "evening.txt"}
    assert entry["verdict"] == "conflict"
    assert entry["why"]


def test_update_keeps_what_stands_and_adds_what_is_new(pytester, story):
    pytester.runpytest("--discrepancy-update", "story").assert_outcomes(passed=1)
    path = story / "story.conflicts.toml"
    kept = path.read_text(encoding="utf-8") + "# a note\n"
    path.write_text(kept, encoding="utf-8")
    pytester.runpytest("--discrepancy-update", "story").assert_outcomes(passed=1)
    assert path.read_text(encoding="utf-8") == kept
    (story / "late.txt").write_text("The blast killed 40 people.", encoding="utf-8")
    pytester.runpytest("--discrepancy-update", "story")
    assert path.read_text(encoding="utf-8").startswith(kept)
    assert len(known.read(path).conflict) > 1


def test_update_of_a_folder_that_is_not_there_is_a_usage_error(pytester):
    done = pytester.runpytest("--discrepancy-update", "nowhere")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*nowhere*"])


@pytest.mark.parametrize("side", ["six", 6, 1.5, Place(words="six", sources=("a.txt", "b.txt"))])
def test_any_entry_can_be_written_and_read_back(tmp_path, side):
    words = 'say "no"\\ \x7f\t“Ja”\n'
    entry = known.Known(title=words, a=side, b=Place(words=words), why=words, kind="quantity")
    path = tmp_path / "odd.conflicts.toml"
    path.write_text(known.written(entry), encoding="utf-8")
    assert known.read(path).conflict == (entry,)


def test_words_that_do_not_stand_in_the_document_fail_the_entry(pytester, story):
    _entries(
        story,
        """
        [[conflict]]
        a = { words = "sixty people", sources = ["morning.txt"] }
        b = 9
        """,
    )
    done = pytester.runpytest()
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(['the words "sixty people" do not stand in morning.txt'])


def test_what_should_not_be_flagged_fails_when_it_is(pytester, story):
    _entries(story, '[[conflict]]\na = 6\nb = 9\nverdict = "compatible"')
    done = pytester.runpytest()
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(['wanted: compatible between "6" and "9"', "found:  conflict*"])


def test_an_entry_that_is_not_told_yet_must_fail_until_it_is(pytester, story):
    _entries(
        story,
        """
        [[conflict]]
        a = 6
        b = 40
        not_yet = "no document tells it"

        [[conflict]]
        a = 6
        b = 9
        not_yet = "but it does"
        """,
    )
    pytester.runpytest().assert_outcomes(xfailed=1, failed=1)


def test_a_run_that_does_not_use_it_does_not_load_the_package(pytester):
    pytester.makepyfile(
        """
        import sys

        def test_light():
            assert not {"pydantic", "pint", "rapidfuzz", "discrepancy.finding"} & set(sys.modules)
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
