"""Words: the cases of cases/words.toml, and the laws that hold for any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import tables, words

CASES = tomllib.loads((Path(__file__).parent / "cases" / "words.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["lemma"], ids=lambda case: case["expected"])
def test_all_forms_of_a_verb_have_one_base(case):
    assert {words.lemma(form) for form in case["forms"].split()} == {case["expected"]}, case["why"]


@pytest.mark.parametrize("case", CASES["singular"], ids=lambda case: case["expected"])
def test_plural_and_singular_meet(case):
    found = {words.singular(form) for form in case["forms"].split()}
    assert found == {case["expected"]}, case["why"]


@pytest.mark.parametrize("case", CASES["noun"], ids=lambda case: case["class"])
def test_nouns_that_count_the_same_kind_share_a_class(case):
    found = {words.noun_class(noun) for noun in case["words"].split()}
    assert found == {case["class"]}, case["why"]


@pytest.mark.parametrize("case", CASES["part"], ids=lambda case: case["words"].split()[0])
def test_nouns_that_name_a_part_are_told_from_the_whole(case):
    found = {words.subclass(noun) is not None for noun in case["words"].split()}
    assert found == {case["part"]}, case["why"]


@given(st.text())
def test_tokens_stand_at_their_place_and_leave_out_only_space(text):
    found = words.tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_base_form_is_never_longer_than_the_word_by_more_than_an_e(word):
    assert 1 <= len(words.lemma(word)) <= len(word) + 2
    assert words.singular(words.singular(word)) == words.singular(word) or word.endswith("s")


def test_no_word_is_listed_in_two_noun_classes():
    listed = [
        noun
        for row in tomllib.loads(
            (Path(words.__file__).parent.parent / "data" / "noun_classes.toml").read_text("utf-8")
        )["row"]
        for noun in (row["whole"] + " " + row["part"]).split()
    ]
    assert sorted(listed) == sorted(set(listed))


def regular(verb: str) -> tuple[str, str, str]:
    """The regular forms of a verb, as a school grammar spells them."""
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb[-1] == "e":
        return verb + "s", verb + "d", verb[:-1] + "ing"
    hiss = verb.endswith(("s", "sh", "ch", "x", "z"))
    double = verb[-1] if verb in ("admit", "brag", "concur", "quip", "submit") else ""
    return verb + ("es" if hiss else "s"), verb + double + "ed", verb + double + "ing"


@pytest.mark.parametrize("verb", sorted(tables.words("verbs_of_saying", "clausal_verbs")))
def test_every_form_of_a_verb_of_saying_leads_back_to_it(verb):
    third, past, gerund = regular(verb)
    assert {words.lemma(form) for form in (verb, third, gerund)} == {verb}
    assert words.lemma(past) == verb or verb in ("say", "swear", "think", "write")
