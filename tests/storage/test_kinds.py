from dataclasses import replace

import pytest

from tests.factories import community_with
from tests.storage.exact_rows import perform_undo_redo
from tests.storage.table_rows import everything
from workbench.contributions.actions import change_contribution, log_line
from workbench.contributions.feed_queries import feed_rows
from workbench.contributions.kind_actions import change_kinds
from workbench.contributions.kind_queries import kind_book
from workbench.contributions.kind_rules import USUAL, KindSpec
from workbench.contributions.link_queries import help_rows
from workbench.contributions.queries import contribution
from workbench.contributions.rules import FeedFilter
from workbench.foundation.errors import BadInput, NotFound
from workbench.foundation.words import ContributionKind as Kind
from workbench.storage.workspace import Workspace

LIFT = KindSpec("lift", "l", Kind.HELP, own=True)
SHOW = KindSpec("show and tell", "t", Kind.RESOURCE, own=True)
NUDGE = KindSpec("nudge", "n", Kind.CHALLENGE)


def with_own(workspace: Workspace, *own: KindSpec) -> dict[str, KindSpec]:
    nine = [NUDGE if s.counts_as is Kind.CHALLENGE else s for s in USUAL.kinds]
    perform_undo_redo(workspace, change_kinds, [*nine, *own])
    return {spec.name: spec for spec in workspace.read(kind_book).kinds}


def test_kinds_are_added_reworded_and_stand_in_their_order(workspace: Workspace) -> None:
    assert workspace.read(kind_book) == USUAL
    book = with_own(workspace, LIFT, SHOW)

    assert list(book)[-2:] == ["lift", "show and tell"]
    assert book["nudge"] == NUDGE
    assert book["lift"].own_id
    swapped = [
        *USUAL.kinds,
        replace(book["lift"], name="show and tell", letter="t"),
        replace(book["show and tell"], name="lift", letter="l"),
    ]
    perform_undo_redo(workspace, change_kinds, swapped)
    found = workspace.read(kind_book)
    assert [spec.name for spec in found.kinds[-2:]] == ["show and tell", "lift"]
    assert found.kinds[:9] == USUAL.kinds


def test_a_gift_of_an_own_kind_counts_as_one_of_the_nine(workspace: Workspace) -> None:
    lift = with_own(workspace, LIFT)["lift"]
    community, _, _ = community_with(workspace, "Ama Boateng", "Jonas Weber")

    logged = perform_undo_redo(workspace, log_line, community, "Ama lift> Jonas: to the depot")

    (row,) = workspace.read(feed_rows, community)
    assert (row.kind, row.kind_name, row.own_kind_id) == (Kind.HELP, "lift", lift.own_id)
    assert len(workspace.read(help_rows, community)) == 1
    wanted = FeedFilter(own_kind_id=lift.own_id)
    assert len(workspace.read(feed_rows, community, wanted)) == 1
    assert workspace.read(feed_rows, community, FeedFilter(own_kind_id=99)) == []
    assert len(workspace.read(feed_rows, community, FeedFilter(words="lift"))) == 1
    gift = workspace.read(contribution, logged)
    assert gift.own_kind_id == lift.own_id
    workspace.perform(change_contribution, logged, replace(gift, text="to the fair"))
    assert workspace.read(contribution, logged).own_kind_id == lift.own_id
    with pytest.raises(NotFound, match="no kind"):
        workspace.perform(change_contribution, logged, replace(gift, own_kind_id=99))

    changed = replace(lift, counts_as=Kind.RESOURCE)
    perform_undo_redo(workspace, change_kinds, [*USUAL.kinds, changed])
    assert workspace.read(help_rows, community) == []
    assert workspace.read(feed_rows, community)[0].kind is Kind.RESOURCE


def test_a_kind_in_use_is_hidden_not_deleted(workspace: Workspace) -> None:
    lift = with_own(workspace, LIFT)["lift"]
    community, _ = community_with(workspace, "Ama Boateng")
    workspace.perform(log_line, community, "Ama lift: to the depot")
    before = workspace.read(everything)

    with pytest.raises(BadInput, match="lift cannot go: 1 logged as it"):
        workspace.perform(change_kinds, USUAL.kinds)
    assert workspace.read(everything) == before
    perform_undo_redo(workspace, change_kinds, [*USUAL.kinds, replace(lift, hidden=True)])
    assert workspace.read(feed_rows, community)[0].kind_name == "lift"
    with pytest.raises(BadInput, match="Say what kind it was"):
        workspace.perform(log_line, community, "Ama lift: again")


def test_an_unused_kind_goes(workspace: Workspace) -> None:
    with_own(workspace, LIFT)
    perform_undo_redo(workspace, change_kinds, USUAL.kinds)
    assert workspace.read(kind_book) == USUAL
