"""Gifts on screen: the icon of each kind, and a captured line in words."""

from typing import Final

from workbench.contributions.capture import Capture
from workbench.contributions.kinds import told
from workbench.contributions.names import Somebody
from workbench.foundation.text import listed
from workbench.foundation.words import ContributionKind

KIND_ICONS: Final = {
    ContributionKind.QUESTION: "help",
    ContributionKind.ANSWER: "answer",
    ContributionKind.STORY: "story",
    ContributionKind.RESOURCE: "link",
    ContributionKind.CHALLENGE: "flag",
    ContributionKind.EXPERIMENT: "flask",
    ContributionKind.FEEDBACK: "feedback",
    ContributionKind.HELP: "helping",
    ContributionKind.HOSTING: "hosting",
}


def gift_sentence(
    giver: str, kind: ContributionKind, receivers: tuple[Somebody, ...], text: str, name: str = ""
) -> str:
    """Return a gift on one line, such as "Ama Boateng helped Jonas Weber: two-line note".

    `name` is how the kind is called here; it is said wherever the verb does not say it.
    """
    called, whom = name or kind.value, listed([one.name for one in receivers])
    verb = told(kind, whom)
    if verb.startswith("to "):
        head = f"{giver}, {called} {verb}"
    elif verb:
        head = f"{giver} {verb}" if called == kind.value else f"{giver} {verb} ({called})"
    else:
        head = f"{giver}, {called}"
    return f"{head}: {text}" if text else head


def captured_sentence(capture: Capture) -> str:
    """Return what a captured line would log, with its tags."""
    if capture.giver.person is None or capture.kind is None:
        return ""
    receivers = tuple(one.person for one in capture.receivers if one.person)
    name = capture.spec.name if capture.spec else ""
    said = gift_sentence(capture.giver.person.name, capture.kind, receivers, capture.text, name)
    return " ".join([said, *(f"#{tag}" for tag in capture.tags)])


def capitalised(name: str) -> str:
    """Return a kind with a capital at its front, the rest as it was typed."""
    return name[:1].upper() + name[1:]
