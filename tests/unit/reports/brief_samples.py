"""A brief like the picture's, with invented words."""

from dataclasses import replace
from datetime import date

from tests.unit.reports.charts.samples import SAFETY, TICKETS
from workbench.reports.brief_contents import (
    BriefChart,
    BriefContents,
    Changes,
    KeyFigure,
    Statement,
)

LONELY = replace(
    SAFETY, title="Loneliness", measure="loneliness", scale_low=3, scale_high=9, better="lower"
)

TICKETS_CHART = BriefChart(
    "Tickets passed on",
    TICKETS,
    Statement("", "Down 3.4 points since January; the goal is 9% by December."),
)

BRIEF = BriefContents(
    community="Bridges",
    about="Cross-department learning community · Halden Home",
    start=date(2026, 1, 22),
    end=date(2026, 10, 1),
    headline="Members feel safer than in March, and fewer tickets are passed on.",
    certainty="In September 38 of 48 members answered (79%). This covers 2 departments.",
    prepared_on=date(2026, 10, 13),
    figures=(
        KeyFigure("48", "members from 6 departments, up from 34 in January"),
        KeyFigure("71%", "came to an average session, 16 sessions held"),
        KeyFigure("24 of 34", "offers of help crossed departments, 12 of 25 before May"),
        KeyFigure("10.8%", "of tickets passed on 3 or more times, 14.2% in January"),
    ),
    cells=(
        BriefChart("Psychological safety", SAFETY,
                   Statement("Up 0.4 since March, likely a real change", "(0.1 to 0.7).")),
        BriefChart("Loneliness", LONELY,
                   Statement("Down 0.3 since March, too early to tell", "(−1.0 to +0.5).")),
        TICKETS_CHART,
        Changes((
            Statement("A two-line handover note", "became a field in every Support ticket."),
            Statement("The returns form", "went from 14 fields to 6."),
        )),
    ),
    asks=(
        Statement("One hour of cover on Thursdays", "so that night-shift staff can take part."),
        Statement("Name one owner", "for telling customers about known faults."),
    ),
    hidden_groups=2,
    prepared_by="Ruth Adeyemi",
    meeting_on=date(2026, 10, 21),
)  # fmt: skip
