"""The sample with a block of its next session in parallel tracks: what a picture shows."""

from dataclasses import replace
from pathlib import Path

import msgspec

from workbench.foundation.assets import asset
from workbench.foundation.words import BlockKind
from workbench.sessions.agenda import AgendaBlock, TrackPlan
from workbench.sessions.agenda_actions import store_agenda
from workbench.sessions.agenda_lanes import mapped
from workbench.sessions.row_queries import agenda_blocks
from workbench.storage.unit_of_work import Work, action
from workbench.storage.workspace import open_workspace


class TrackPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One block of a track."""

    title: str
    kind: BlockKind
    minutes: int
    method: str = ""
    grouping: str = ""


class SampleTrack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One track."""

    name: str
    blocks: tuple[TrackPart, ...]
    place: str = ""
    lead: str = ""


class SampleTracks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in tracks.toml."""

    session: int
    block: str
    tracks: tuple[SampleTrack, ...]


def put_sample_in_tracks(path: Path, passphrase: str | None = None) -> int:
    """Let the block named in tracks.toml run in its tracks; returns the session."""
    planned = msgspec.toml.decode(asset("sample", "tracks.toml").read_bytes(), type=SampleTracks)
    with open_workspace(path, passphrase) as workspace:
        workspace.perform(_put_in_tracks, planned)
    return planned.session


@action("Run in parallel tracks", "sessions")
def _put_in_tracks(work: Work, planned: SampleTracks) -> None:
    tracks = tuple(
        TrackPlan(number, track.name, track.place, track.lead, _blocks(number, track))
        for number, track in enumerate(planned.tracks, 1)
    )
    blocks = mapped(
        agenda_blocks(work.session, planned.session),
        lambda block: replace(block, tracks=tracks) if block.title == planned.block else block,
    )
    store_agenda(work, planned.session, blocks)


def _blocks(number: int, track: SampleTrack) -> tuple[AgendaBlock, ...]:
    return tuple(
        AgendaBlock(key=-100 * number - place, **msgspec.structs.asdict(part))
        for place, part in enumerate(track.blocks)
    )
