"""Finding methods: every word counts, names before purposes, and filters never let through."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.foundation.words import BlockKind
from workbench.sessions.method_rules import fits
from workbench.sessions.method_search import MethodEntry, Wish, search
from workbench.sessions.methods import Hybrid, Method, Minutes, Step, shelves

EVERY = [MethodEntry(method, key) for key, method in shelves().methods.items()]
WORDS = ["quiet", "start", "troika", "PAIRS", "café", "cafe", "trust", "zzz", "wall", "listen", "a"]
wishes = st.builds(
    Wish,
    words=st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
    kind=st.none() | st.sampled_from(BlockKind),
    people=st.none() | st.integers(1, 300),
    minutes=st.none() | st.integers(1, 120),
    hybrid=st.booleans(),
    remote=st.booleans(),
)


def names(wish: Wish) -> list[str]:
    return [entry.method.name for entry in search(EVERY, wish)]


def test_the_list_of_the_picture_comes_first() -> None:
    found = names(Wish(people=31, hybrid=True))
    assert found[:3] == ["Impromptu pairs", "1-2-4-All", "Troika consulting"]
    assert 8 < len(found) < len(EVERY)


def test_a_quiet_start_is_found() -> None:
    assert "Silent wall" in names(Wish("quiet start"))
    assert names(Wish("QUIET   stárt")) == names(Wish("quiet start"))
    assert names(Wish("world cafe"))[0] == "World café"


def test_a_name_comes_before_a_purpose_and_a_purpose_before_a_step() -> None:
    def made(name: str, purpose: str = "", step: str = "") -> MethodEntry:
        steps = (Step(step),) if step else ()
        return MethodEntry(Method(name, BlockKind.INPUT, Minutes(5, 9), purpose=purpose,
                                  steps=steps))  # fmt: skip

    rows = [made("C", step="take a boat"), made("B", "a boat"), made("Steamboat"), made("Boats")]
    found = [entry.method.name for entry in search(rows, Wish("boat"))]
    assert found == ["Boats", "Steamboat", "B", "C"]


def test_own_methods_and_ratings() -> None:
    method = EVERY[0].method
    own = MethodEntry(method, own=4, rating=5, note="with tea")
    assert search([EVERY[1], own], Wish())[0] is own
    assert search([EVERY[1], own], Wish(own=True)) == [own]
    assert search([EVERY[1], own], Wish(rated=4)) == [own]
    assert search([EVERY[1], own], Wish("tea")) == [own]


@given(wishes)
@settings(max_examples=60, deadline=None)
def test_what_is_found_is_what_was_asked_for(wish: Wish) -> None:
    found = search(EVERY, wish)
    assert len({entry.key for entry in found}) == len(found)
    for entry in found:
        method = entry.method
        assert wish.kind in (None, method.kind)
        assert wish.people is None or fits(method.people, wish.people)
        assert wish.minutes is None or method.minutes.low <= wish.minutes
        assert not wish.hybrid or method.hybrid is Hybrid.WELL


@given(wishes, st.sampled_from(WORDS))
@settings(max_examples=60, deadline=None)
def test_one_more_word_never_finds_more(wish: Wish, word: str) -> None:
    from dataclasses import replace

    more = replace(wish, words=f"{wish.words} {word}")
    assert {e.key for e in search(EVERY, more)} <= {e.key for e in search(EVERY, wish)}
