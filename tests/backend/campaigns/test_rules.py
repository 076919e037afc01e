"""The tables: stages a workspace begins with, and the moves that are refused."""

import pytest

from relais.campaigns.rules import DEFAULT_STAGES, EVENTS, StageKind, may_move
from relais.creators.rules import Event


def test_there_is_one_default_stage_of_each_kind_in_both_languages() -> None:
    assert [stage.kind for stage in DEFAULT_STAGES] == list(StageKind)
    for labels in ([stage.label_en for stage in DEFAULT_STAGES], [stage.label_fr for stage in DEFAULT_STAGES]):
        assert len(set(labels) - {""}) == len(StageKind)


@pytest.mark.parametrize("origin", StageKind)
@pytest.mark.parametrize("target", StageKind)
def test_only_declining_after_publication_is_refused(origin: StageKind, target: StageKind) -> None:
    refused = target == StageKind.DECLINED and origin in {StageKind.PUBLISHED, StageKind.DONE}
    assert may_move(origin, target) is not refused


def test_reaching_a_stage_tells_the_relation_what_happened() -> None:
    assert {kind: EVENTS.get(kind) for kind in (StageKind.PROSPECT, StageKind.DROPPED)} == {
        StageKind.PROSPECT: None,
        StageKind.DROPPED: None,
    }
    assert EVENTS[StageKind.PUBLISHED] == Event.AGREED
    assert EVENTS[StageKind.DECLINED] == Event.DECLINED
