"""The co-host's cue card: when, what, the first words, what to have at hand; fits one hand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from workbench.foundation.text import clean, counted, fold, listed
from workbench.reports.brief_contents import Paper
from workbench.reports.paper import Letterhead, cut, paper_data, printable
from workbench.reports.prints.choices import EVERYBODY
from workbench.reports.prints.plan import SessionPlan, from_to, head_of, title_of
from workbench.sessions.agenda import PlacedBlock
from workbench.sessions.materials import split_materials

_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")
_LONGEST_NAME, _LONGEST_TITLE = 24, 80
_FIRST_SENTENCE = re.compile(r"(.+?[.!?…])(?:\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cue:
    """One line: `mine` ones large, others in grey; `then` says who takes over afterwards."""

    start: str
    end: str
    title: str
    mine: bool
    minutes: int = 0
    lead: str = ""
    first_words: str = ""
    materials: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class CueCard:
    """The whole card of one co-host; `who` is empty where every block is theirs."""

    head: Letterhead
    who: str
    cues: tuple[Cue, ...]
    ends: str


@dataclass(frozen=True, slots=True)
class Tightness:
    """How a card is set: type size in points, most letters of a text, others joined, most lines."""

    size: float
    letters: int
    joined: bool = False
    most: int = 1_000


STEPS: Final = (
    Tightness(15.0, 300),
    Tightness(13.5, 260),
    Tightness(12.5, 240),
    Tightness(11.5, 180),
    Tightness(10.5, 140),
    Tightness(10.0, 100, joined=True),
    Tightness(9.0, 80, joined=True),
    Tightness(8.2, 60, joined=True),
    *(Tightness(8.2, 40, joined=True, most=most) for most in (30, 20, 14, 8)),
)


def cue_card(plan: SessionPlan, cue_for: str | None = None) -> CueCard:
    """Return the card of a co-host; without a name that of the first co-host who leads a block."""
    led = sorted(_led(plan), key=lambda pair: pair[0].start)
    who = clean(cue_for) if cue_for is not None else likely_co_host(plan)
    cues = tuple(
        _cue(plan, placed, lead, who, led[place + 1 :]) for place, (placed, lead) in enumerate(led)
    )
    agenda = plan.agenda
    return CueCard(
        head=head_of(plan, "Cue card", line=plan.detail.place),
        who=who,
        cues=cues,
        ends=f"{agenda.wall(agenda.end):%H:%M}" if cues else "",
    )


def cue_card_data(contents: CueCard, paper: Paper, tightness: Tightness) -> dict[str, Any]:
    """Return what resources/reports/cue.typ asks for, as tightly as told."""
    cues = joined(contents.cues) if tightness.joined else contents.cues
    shown, left = cues[: tightness.most], cues[tightness.most :]
    more = f"and {counted(len(left), 'more line', 'more lines')}: see the run sheet"
    found: dict[str, Any] = printable(
        paper_data(contents.head, paper, half=True)
        | {
            "who": cut(contents.who, _LONGEST_NAME),
            "title_text": cut(contents.head.heading, min(tightness.letters, _LONGEST_TITLE)),
            "size": tightness.size,
            "cues": [_shortened(cue, tightness.letters) for cue in shown],
            "more": more if left else "",
            "ends": contents.ends,
        }
    )
    return found


def leads_of(plan: SessionPlan) -> list[str]:
    """Return everybody named as leading something, each once, in the order of the agenda."""
    found: dict[str, str] = {}
    for _, lead in _led(plan):
        for name in names_in(lead):
            found.setdefault(fold(name), name)
    return list(found.values())


def names_in(lead: str) -> list[str]:
    """Return the single names in a lead such as "Ravi, Priya and Jo"."""
    return [name for name in _BETWEEN_NAMES.split(clean(lead)) if name]


def likely_co_host(plan: SessionPlan) -> str:
    """Return whose card it most likely is: a co-host who leads, or a lead beside the facilitator.

    Empty where nobody is named beside the facilitator: then every block is a cue.
    """
    leads = leads_of(plan)
    for lead in leads:
        if any(may_be_same(lead, name) for name in plan.co_hosts):
            return lead
    others = [lead for lead in leads if not may_be_same(lead, plan.facilitator)]
    named = [lead for lead in others if fold(lead) not in {"everyone", "everybody", "all"}]
    return named[0] if named and plan.facilitator else EVERYBODY


def joined(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return the cues with neighbours that others lead told on one line."""
    found: list[Cue] = []
    runs: list[list[Cue]] = []
    for cue in cues:
        if runs and not cue.mine and not runs[-1][0].mine:
            runs[-1].append(cue)
        else:
            runs.append([cue])
    for run in runs:
        first = run[0]
        if len(run) > 1:
            words = f"{len(run)} blocks of others, until {run[-1].end}"
            first = replace(first, end=run[-1].end, title=words, lead="")
        found.append(first)
    return tuple(found)


def _led(plan: SessionPlan) -> Iterator[tuple[PlacedBlock, str]]:
    """Yield every block with who leads it: the track's lead where the block names nobody."""
    for placed in plan.agenda.blocks:
        yield placed, placed.block.lead
        for track in placed.tracks:
            for inside in track.blocks:
                yield inside, inside.block.lead or track.track.lead


def _cue(
    plan: SessionPlan,
    placed: PlacedBlock,
    lead: str,
    who: str,
    after: Iterable[tuple[PlacedBlock, str]],
) -> Cue:
    start, end = from_to(plan.agenda, placed)
    mine = not who or any(may_be_same(name, who) for name in names_in(lead))
    following = next((name for one, name in after if one.start >= placed.end), "")
    then = f"{end} {following}" if following and mine and fold(following) != fold(lead) else ""
    materials = split_materials(placed.block.materials)
    return Cue(
        start=start,
        end=end,
        title=title_of(placed),
        mine=mine,
        minutes=placed.block.minutes,
        lead=lead,
        first_words=first_words(placed.block.to_say) if mine else "",
        materials=listed(materials) if mine else "",
        then=then,
    )


def first_words(to_say: str) -> str:
    """Return the first sentence of what to say."""
    said = clean(to_say)
    found = _FIRST_SENTENCE.match(said)
    return found.group(1) if found else said


def may_be_same(one: str, other: str) -> bool:
    """Whether two names may mean the same person: equal, or one is the other's first name."""
    left, right = fold(one), fold(other)
    if not left or not right:
        return False
    return left == right or left == right.split(" ")[0] or right == left.split(" ")[0]


def _shortened(cue: Cue, letters: int) -> dict[str, Any]:
    texts = ("title", "first_words", "materials", "lead", "then")
    return asdict(cue) | {name: cut(getattr(cue, name), letters) for name in texts}
