"""Insights read from real files: the sample as the pictures show it, and odd histories of waves."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.factories import CLOCK, make_community
from workbench.communities.five_steps import first_gap, five_steps
from workbench.foundation.errors import NotFound
from workbench.imports.sample import make_sample, sample_clock
from workbench.insights.community_queries import community_facts, goal_readings
from workbench.insights.help_queries import help_across_departments, help_by_session, share_across
from workbench.insights.queries import insights, results
from workbench.insights.shares import Share
from workbench.reports.panels import survey_panel
from workbench.storage.workspace import Workspace, create_workspace, open_workspace
from workbench.surveys.actions import take_wave
from workbench.surveys.answers import AnswerSheet
from workbench.surveys.asking_actions import plan_wave
from workbench.surveys.instruments import load_instrument
from workbench.surveys.key_alarm_actions import settle_alarm
from workbench.surveys.wave_rules import WavePlan

BRIDGES = 1
TODAY = date(2026, 10, 13)
OTHER_KEY = "cel-3"
TURNED = {at for at, item in enumerate(load_instrument("safety-pulse").items) if item.reversed}
ITEMS = {
    "waves": ["label", "closed_on", "invited", "n", "scored", "excluded", "mean", "sd", "ci_low",
              "ci_high", "alpha", "alpha_shown", "suppressed", "reason", "items", "alarms"],
    "changes": ["from", "to", "method", "difference", "ci_low", "ci_high", "p", "effect",
                "effect_name", "linked", "left", "new", "sentence", "long",
                "note"],
}  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("insights") / "bridges.fwb"
    make_sample(path)
    with open_workspace(path, clock=sample_clock()) as opened:
        yield opened


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with create_workspace(tmp_path / "w.fwb", clock=CLOCK) as opened:
        opened.perform(make_community)
        yield opened


def take(
    file: Workspace, label: str, on: date, scores: list[int], invited: int | None = None
) -> None:
    """Take a wave of the loneliness pulse in with one code on all three items per person."""
    sheets = [AnswerSheet((code, code, code)) for code in scores]
    file.perform(take_wave, BRIDGES, "loneliness-pulse", label, on, sheets, invited=invited)


def test_the_panel_of_the_picture(sample: Workspace) -> None:
    found = sample.read(insights, BRIDGES, TODAY)

    assert [one.sentence for one in found.measures] == [
        "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change.",
        "Down 0.3 since March, 95% CI −1.0 to +0.5: this could be chance. Ask again in December.",
    ]
    assert found.attendance.words.chip == "1 signal"
    assert found.attendance.words.sentence.startswith("20 August fell below the usual range")
    assert found.contributions.words.sentence == (
        "13 to 32 a session, inside the usual range of 4 to 40. No signal."
    )
    assert found.figures[0].words.sentence == (
        "14.2% in January, 10.8% in September, goal 9%. From the Support dashboard."
    )
    assert [event.title for event in found.events] == [
        "Shadow days begin",
        "New returns form",
        "Summer pause",
        "New returns desk",
    ]
    assert (found.days[0], found.days[-1]) == (date(2026, 1, 1), date(2026, 10, 1))
    assert len(found.attendance.titles) == len(found.attendance.counts) == 16


def test_help_across_departments_of_the_picture(sample: Workspace) -> None:
    since_may = sample.read(help_across_departments, BRIDGES, date(2026, 5, 1), TODAY)
    before = sample.read(help_across_departments, BRIDGES, None, date(2026, 4, 30))

    assert (since_may.across, since_may.people) == (Share(24, 34), 33)
    assert before.across == Share(12, 25)
    assert since_may.index is not None
    assert since_may.index.sentence() == "0.15 now, inside what chance gives (−0.13 to 0.15)."
    points = sample.read(help_by_session, BRIDGES)
    assert len(points) == 16
    newest = points[-4:]
    assert sum(point.across.part for point in newest) == 14
    assert sum(point.across.whole for point in newest) == 18
    assert sample.read(share_across, BRIDGES, None, TODAY) == Share(36, 59)


def test_the_goals_of_the_picture(sample: Workspace) -> None:
    readings = sample.read(goal_readings, BRIDGES, TODAY)

    assert [reading.line.text for reading in readings] == [
        "Down 3.4 points, 1.8 to go. Also in these months: New returns desk.",
        "Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change.",
        "Up 23 points, 95% CI −2 to +45: this could be chance.",
        "No figure since July. Type in August and September.",
    ]
    assert [reading.line.stale for reading in readings] == [False, False, False, True]


def test_the_five_steps_of_the_picture(sample: Workspace) -> None:
    steps = five_steps(sample.read(community_facts, BRIDGES, TODAY))

    said = [line.text for step in steps for line in step.lines]
    assert said == [
        "Purpose and 4 goals, each with an owner",
        "1 goal without a figure for 2 months",
        "16 sessions held, 71% came on average",
        "4 members not asked why yet",
        "Teams channel, 34 resources filed",
        "40 of 48 gave something since May",
        "5 norms, agreed 25 Jun",
        "Safety up 0.4 since March: likely real",
        "Next wave not planned yet",
    ]
    gap = first_gap(steps)
    assert gap is not None
    assert gap.page == "impact"


def test_results_keep_the_shape_scripts_rely_on(sample: Workspace) -> None:
    found = sample.read(results, "bridges", "safety-pulse")
    shape = json.loads(json.dumps(found.as_json()))

    assert {key: shape[key] for key in ("community", "instrument", "direction")} == {
        "community": "Bridges",
        "instrument": "safety-pulse",
        "direction": "higher is better",
    }
    assert shape["minimum_group"] == 5
    assert shape["trend"] is None
    for part, keys in ITEMS.items():
        assert all(list(one) == keys for one in shape[part])
    assert [wave["n"] for wave in shape["waves"]] == [26, 31, 33, 38]
    assert [(one["from"], one["to"]) for one in shape["changes"]] == [
        ("January", "March"),
        ("March", "June"),
        ("March", "September"),
        ("June", "September"),
    ]
    newest = shape["changes"][2]
    assert (newest["method"], newest["effect_name"]) == ("welch", "hedges_g")
    assert newest["difference"] == pytest.approx(0.379, abs=5e-4)
    lines = found.lines()
    assert lines[0] == "Safety pulse in Bridges, higher is better"
    assert "September: Up 0.4 since March, 95% CI 0.1 to 0.7: likely a real change." in lines


def test_a_hidden_wave_has_a_reason_and_no_figure(workspace: Workspace) -> None:
    take(workspace, "March", date(2026, 3, 1), [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2], 20)
    take(workspace, "April", date(2026, 4, 1), [1, 2, 3, 1], 20)
    take(workspace, "May", date(2026, 5, 1), [1, 2, 2, 1, 2, 1, 1, 2, 3, 1, 2, 1], 20)

    found = workspace.read(results, "Bridges", "loneliness-pulse")
    shape = found.as_json()

    hidden = shape["waves"][1]
    assert hidden["suppressed"] is True
    assert hidden["reason"]
    figures = set(ITEMS["waves"]) - {"label", "closed_on", "suppressed", "reason"}
    assert not any(hidden[key] for key in figures)
    assert [(one["from"], one["to"], one["method"]) for one in shape["changes"]] == [
        ("March", "April", "not compared"),
        ("March", "May", "welch"),
        ("April", "May", "not compared"),
    ]
    assert shape["changes"][0]["difference"] is None
    assert "4 answers" not in " ".join(found.lines())
    measure = workspace.read(insights, BRIDGES, TODAY).measures[0]
    assert measure.sentence.startswith("Down ")


def test_a_first_wave_is_a_starting_point(workspace: Workspace) -> None:
    take(workspace, "March", date(2026, 3, 1), [1, 2, 3, 1, 2, 3])

    measure = workspace.read(insights, BRIDGES, TODAY).measures[0]

    assert measure.change is None
    assert measure.sentence == "This is a starting point, not a result."
    assert measure.trend.reason == "A trend needs two waves, and a trend test five."


def test_a_first_wave_that_is_hidden_says_why(workspace: Workspace) -> None:
    take(workspace, "March", date(2026, 3, 1), [1, 2, 3])

    measure = workspace.read(insights, BRIDGES, TODAY).measures[0]

    assert measure.sentence == "Fewer than 5 answers: not shown to protect people."


def test_five_waves_have_a_trend(workspace: Workspace) -> None:
    for month, low in ((1, 0), (3, 2), (5, 4), (7, 6), (9, 8)):
        scores = [1] * low + [2] * 4 + [3] * (12 - low)
        take(workspace, f"Wave {month}", date(2026, month, 1), scores)

    shape = workspace.read(results, "Bridges", "loneliness-pulse").as_json()

    assert shape["trend"]["waves"] == 5
    assert shape["trend"]["p"] == pytest.approx(0.0167, abs=5e-5)
    assert shape["trend"]["sentence"].startswith("Falling over 5 waves, about ")
    assert shape["trend_reason"] == ""


def take_pulse(file: Workspace, label: str, on: date, wrong: set[int]) -> None:
    """Take a wave of the safety pulse in whose items `wrong` were answered the other way round."""
    rows = []
    for person in range(24):
        level = 2 + person % 5
        codes = [min(7, max(1, level + (person + item) % 3 - 1)) for item in range(7)]
        turned = TURNED ^ wrong
        rows.append(tuple(8 - code if item in turned else code for item, code in enumerate(codes)))
    file.perform(take_wave, BRIDGES, "safety-pulse", label, on, [AnswerSheet(row) for row in rows])


def test_a_key_in_question_is_told_and_read_again_once_settled(workspace: Workspace) -> None:
    take_pulse(workspace, "March", date(2026, 3, 1), set())
    take_pulse(workspace, "June", date(2026, 6, 1), {2})

    (before,) = workspace.read(insights, BRIDGES, TODAY).measures
    assert before.change is not None
    assert before.change.change.comparison is None
    (point,) = [one for one in survey_panel(before).waves if one.hollow]
    assert (point.label, point.hollow) == ("June", "key in question")

    june = workspace.read(results, "Bridges", "safety-pulse").waves[-1]
    workspace.perform(settle_alarm, june.wave.id, "items 3", "Misread by many, as on paper.")
    (after,) = workspace.read(insights, BRIDGES, TODAY).measures
    assert after.change is not None
    assert after.change.change.comparison is not None
    assert not [one for one in survey_panel(after).waves if one.hollow]


def test_another_questionnaire_keeps_the_history_and_compares_nothing(
    workspace: Workspace,
) -> None:
    take(workspace, "March", date(2026, 3, 1), [1, 2, 3] * 4)
    take(workspace, "June", date(2026, 6, 1), [1, 2, 3, 2] * 3)
    sheets = [AnswerSheet((code,) * 3) for code in [0, 1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3]]
    workspace.perform(take_wave, BRIDGES, OTHER_KEY, "September", date(2026, 9, 1), sheets)

    (measure,) = workspace.read(insights, BRIDGES, TODAY).measures
    panel = survey_panel(measure)
    assert measure.instrument.id == OTHER_KEY
    assert measure.sentence == "This is a starting point, not a result."
    assert measure.earlier_versions == 2
    assert [point.label for point in panel.waves] == ["March", "June", "September"]
    assert panel.percent
    assert len(panel.breaks) == 1
    assert panel.breaks[0].why == f"{measure.instrument.title} from here"


def test_a_planned_wave_says_when_to_ask_again(workspace: Workspace) -> None:
    take(workspace, "March", date(2026, 3, 1), [1, 2, 3] * 4)
    take(workspace, "June", date(2026, 6, 1), [1, 2, 3, 2] * 3)
    plan = WavePlan("Winter", closes_on=date(2027, 1, 15))
    workspace.perform(plan_wave, BRIDGES, "loneliness-pulse", plan)

    measure = workspace.read(insights, BRIDGES, TODAY).measures[0]

    assert measure.sentence.endswith("this could be chance. Ask again in January.")


def test_nothing_yet_is_no_error(workspace: Workspace) -> None:
    found = workspace.read(insights, BRIDGES, TODAY)

    assert [*found.measures, *found.figures, *found.days] == []
    assert found.attendance.words.sentence == "No session held yet: a usual range needs 8."
    empty = workspace.read(results, "Bridges", "ucla-3")
    assert empty.as_json()["waves"] == empty.as_json()["changes"] == []
    assert empty.lines()[1] == "No wave is closed yet."
    facts = workspace.read(community_facts, BRIDGES, TODAY)
    assert first_gap(five_steps(facts)) is not None
    assert workspace.read(help_by_session, BRIDGES) == []


def test_unknown_names_are_told(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="Bridges"):
        workspace.read(results, "Rivers", "ucla-3")
    with pytest.raises(NotFound):
        workspace.read(results, "Bridges", "horoscope")
