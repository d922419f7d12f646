"""Forgetting how answers are linked: the hashes go, and the name of their key with them."""

import secrets

from sqlalchemy import select, update

from workbench.models.surveys import AnswerSheet, Asking, Wave
from workbench.storage.unit_of_work import Work, action
from workbench.surveys.link_queries import refuse_to_forget


@action("Forget links", "surveys")
def forget_links(work: Work, community_id: int) -> None:
    """Take every link off the answers of a community and give its key a new name.

    What was worked out from links stays as it was frozen. Raises BadInput while a wave with codes
    is open or a small round waits: its answers would bring old links back.
    """
    refuse_to_forget(work.session, community_id)
    waves = select(Wave.id).where(Wave.community_id == community_id)
    sheets = update(AnswerSheet).where(AnswerSheet.wave_id.in_(waves))
    work.session.execute(sheets.values(link=None))
    askings = update(Asking).where(Asking.community_id == community_id)
    work.session.execute(askings.values(key_name=secrets.token_hex(16)))
