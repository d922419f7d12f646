"""The words of a round on this laptop, to those who answer and to whoever set it up."""

from collections.abc import Sequence

from workbench.foundation.text import listed
from workbench.surveys.asking_rules import AskedForm
from workbench.surveys.kiosk_round import Step, StepKind
from workbench.surveys.wave_rules import MoreThanInvited

THANKS = "Thank you."
THANKS_NOTE = "Please hand the laptop on. This screen starts fresh by itself."
FEW = "So few answers could point at somebody."
SEAL = (
    "Kept sealed, they stay encrypted and unread until a later round of this wave brings enough. "
    "Discarded, they are gone now. Decide it together."
)
FEW_SEAL = (
    "The few can be kept sealed: encrypted and unread until a later round of this wave brings "
    "enough. Discarded, they are gone now. Decide it together."
)
STAYS = (
    "The task switch of the system stays: this program cannot stop it. Close what nobody should "
    "see, and turn off notifications, mirrored screens and screen sharing."
)
LOST = (
    "Answers stay in memory until you end the round. A power cut loses the whole round, and a code "
    "that is forgotten does too."
)
COMMENT = (
    "Comments are kept apart from the answers and shown only where at least ten people wrote one. "
    "Please name nobody."
)
NO_WORDING = (
    "This form cannot be asked here: a questionnaire on it has no wording yet.",
    "Put in the wording you may use, or bring the answers in from a file.",
)


def heading(asked: AskedForm) -> str:
    """Return what stands at the top: community and wave."""
    return f"{asked.community} · {asked.label}"


def facts(asked: AskedForm) -> tuple[tuple[str, str, str], ...]:
    """Return what protects those who answer, as (icon, promise, what it means)."""
    return (
        (
            "eye-off", "Your name is not kept.",
            "Neither is the time, or the order in which people answered.",
        ),
        (
            "people", "Only shown in groups.",
            f"Results appear once, after closing, from {asked.minimum_group} answers up.",
        ),
        ("clock", "Clears itself.", "After 2 minutes without a key, this screen starts fresh."),
    )  # fmt: skip


_BESIDE = {
    StepKind.DEPARTMENT: "Your department",
    StepKind.ATTENDED: "How often you came",
    StepKind.COMMENT: "In your own words",
}


def place_of(step: Step) -> str:
    """Return where a question stands: "Statement 4 of 10"."""
    if step.kind is StepKind.ITEM:
        word = "Question" if step.text.endswith("?") else "Statement"
        return f"{word} {step.place} of {step.of}"
    return _BESIDE[step.kind]


def hint_of(step: Step) -> str:
    """Return what to do with a question."""
    if step.kind is StepKind.COMMENT:
        return COMMENT
    count = len(step.options)
    keys = f"Press 1 to {count}, or click." if count < 10 else "Press a key, or click."
    if step.kind is StepKind.DEPARTMENT:
        return f"It is used only where enough people of it answered. {keys}"
    if step.kind is StepKind.ATTENDED:
        return f"Nobody looks it up. It is used only where enough people said the same. {keys}"
    return " ".join(filter(None, (step.lead_in, keys)))


def shown_label(label: str) -> str:
    """Return an answer as it is shown, beginning with a capital."""
    return label[:1].upper() + label[1:]


def key_of(place: int) -> str:
    """Return the key of the option at a place from 0; those after the tenth have none."""
    return "" if place > 9 else str((place + 1) % 10)


def welcome(asked: AskedForm) -> str:
    """Return what is said before the first question."""
    unit = "minute" if asked.minutes == 1 else "minutes"
    return (
        f"About {asked.minutes} {unit}. Every question may be skipped, and nobody can see how many "
        "answered before you."
    )


def too_few(asked: AskedForm) -> str:
    """Return what the group is told about a round that is too small."""
    return f"Fewer than {asked.minimum_group} people answered."


def some_too_few(asked: AskedForm, titles: Sequence[str]) -> tuple[str, str, str]:
    """Return what the group is told where only some questionnaires reached the smallest group."""
    part = "One part has" if len(titles) == 1 else "Some parts have"
    happens = (
        f"Fewer than {asked.minimum_group} people answered {listed(list(titles))}. The answers to "
        "the rest are enough and will be stored now."
    )
    return (f"{part} too few answers.", happens, FEW_SEAL)


def more_than_invited(problem: MoreThanInvited) -> tuple[str, str, str]:
    """Return what is asked where more people answered than were invited."""
    question = (
        f"Correct the invited number to {problem.answered}? Somebody may have joined who was not "
        "counted."
    )
    return (
        f"{problem.answered} people answered, {problem.invited} were invited.",
        question,
        "If somebody may have answered twice, the round is better discarded and asked again.",
    )


def soon(seconds: int, *, short: bool = False) -> str:
    """Return the word before the form clears itself, in fewer words where room is short."""
    unit = "second" if seconds == 1 else "seconds"
    if short:
        return f"Starts fresh in {seconds} {unit}. Press a key."
    return f"This screen starts fresh in {seconds} {unit}. Press a key to go on."
