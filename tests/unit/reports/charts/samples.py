"""Chart specs like the pictures': four waves, sixteen sessions, nine months, all invented."""

from datetime import date

from workbench.reports.charts import (
    ChartEvent,
    ChartPage,
    MonthlyPanel,
    MonthPoint,
    Pause,
    SessionPanel,
    SessionPoint,
    SurveyPanel,
    WavePoint,
)

SAFETY = SurveyPanel(
    "Psychological safety",
    "safety",
    1,
    7,
    "higher is safer",
    (
        WavePoint(date(2026, 1, 27), "January", 26, 4.79, 4.60, 4.98, 34),
        WavePoint(date(2026, 3, 24), "March", 31, 4.96, 4.73, 5.19, 38),
        WavePoint(date(2026, 6, 16), "June", 33, 5.10, 4.89, 5.31, 44),
        WavePoint(date(2026, 9, 22), "September", 38, 5.34, 5.14, 5.55, 48),
    ),
)

_DAYS = [
    date(2026, month, day)
    for month, day in [(1, 22), (2, 5), (2, 19), (3, 5), (3, 19), (4, 2), (4, 16), (4, 30),
                       (5, 14), (5, 28), (6, 11), (6, 25), (8, 20), (9, 3), (9, 17), (10, 1)]
]  # fmt: skip
_SHARES = [79, 74, 76, 74, 74, 61, 69, 87, 69, 87, 79, 73, 45, 61, 71, 62]

ATTENDANCE = SessionPanel(
    "Attendance",
    "attendance",
    "% of members, per session",
    tuple(
        SessionPoint(
            day,
            f"Session {place}",
            float(share),
            49.0,
            94.0,
            share,
            100,
            "45%, below the usual range" if share == 45 else None,
        )
        for place, (day, share) in enumerate(zip(_DAYS, _SHARES, strict=True), start=1)
    ),
    71.0,
    "%",
    100.0,
)

TICKETS = MonthlyPanel(
    "Tickets passed on 3 or more times",
    "% of all tickets, per month",
    tuple(
        MonthPoint(date(2026, month, 1), value)
        for month, value in enumerate(
            [14.2, 14.6, 13.9, 13.1, 12.8, 12.2, 12.5, 11.9, 10.8], start=1
        )
    ),
    9.0,
    "%",
)

SUMMER = Pause(date(2026, 7, 1), date(2026, 8, 14), "Summer")

PAGE = ChartPage(
    (SAFETY, ATTENDANCE, TICKETS),
    date(2026, 1, 22),
    date(2026, 10, 1),
    (ChartEvent(date(2026, 3, 9), "Shadow days begin"),),
    (SUMMER,),
)
