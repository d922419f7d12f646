"""Files for the dialogs, made here."""

from pathlib import Path

LINES = (
    ("Sofia L. (Guest)", 3, 86),
    ("Okafor, B", 5, 74),
    ("Birch Room", 0, 90),
    ("iPhone", 3, 12),
    ("Marek Dvořák", 3, 79),
    ("Boateng, Ama", 1, 89),
    ("Hana Novak", 0, 20),
    ("Weber, Jonas", 19, 71),
    ("Paul Kent", 2, 80),
)


def meeting_file(folder: Path, day: str = "9/30/26") -> Path:
    """Write a Teams report of nine lines: two doubtful, three unknown, four sure."""
    rows = "".join(
        f"{name}\t{day}, 2:{start:02}:00 PM\t{day}, {2 + (start + stay) // 60}:"
        f"{(start + stay) % 60:02}:00 PM\t{stay}m\t\t\tAttendee\n"
        for name, start, stay in LINES
    )
    text = (
        f"1. Summary\nMeeting title\tWith Teams\nStart time\t{day}, 2:00:00 PM\n"
        f"End time\t{day}, 3:30:00 PM\n\n2. Participants\nName\tFirst Join\tLast Leave\t"
        f"In-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n{rows}"
    )
    path = folder / "teams-report.csv"
    path.write_bytes(text.encode("utf-16"))
    return path


PEOPLE = (
    "Nachname;Vorname;E-Mail;Abteilung;Personalnummer;Eintritt\n"
    "Berg;Ana;ana@x.example;IT;007;03.04.2024\n"
    "Boateng;Ama;;Finance;;\n"
    ";;x@x.example;;;\n"
    "Falsch;Bo;;;;31.02.2026\n"
)


def people_file(folder: Path, text: str = PEOPLE) -> Path:
    """Write a list of people: one new, one of the sample changed, two that cannot be read."""
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def answers_file(folder: Path, numbers: int = 6) -> Path:
    """Write answers to two sets of three questions."""
    rows = "".join(
        f"a{one}@x.example,{one % 3 + 1},2,3,1,2,{one % 3 + 1}\n" for one in range(numbers)
    )
    path = folder / "answers.csv"
    path.write_text(f"E-mail,A_1,A_2,A_3,B_1,B_2,B_3\n{rows}", encoding="utf-8")
    return path
