"""The door between a round and the program: what opens it, and how long a wrong try makes wait."""

import hashlib
import hmac
import secrets
import unicodedata

from workbench.foundation.errors import BadInput

SHORTEST_CODE = 6
FIRST_WAIT = 0.5
LONGEST_WAIT = 60.0


class Door:
    """Opens to the passphrase of the workspace, or to a code kept as a slow hash in memory alone.

    `wait` is in seconds and doubles with each wrong try, over the whole round.
    """

    __slots__ = ("_hash", "_passphrase", "_salt", "wait")

    def __init__(self, passphrase: str | None, code: str = "") -> None:
        if passphrase is None and not code:
            raise BadInput("The round needs a code.", "Type one, twice.", field="code")
        if code:
            checked_code(code)
        self.wait = FIRST_WAIT
        self._passphrase = passphrase
        self._salt = secrets.token_bytes(16)
        self._hash = self._slow(code) if code else b""

    @property
    def what_opens(self) -> str:
        """What is asked for at the door."""
        if not self._hash:
            return "The passphrase of the workspace"
        if self._passphrase is None:
            return "The code of this round"
        return "The code of this round, or the passphrase of the workspace"

    def opens(self, typed: str) -> bool:
        """Return whether it opens; takes as long for a wrong word as for the right one."""
        by_code = bool(self._hash) and hmac.compare_digest(self._slow(typed), self._hash)
        right = self._passphrase
        by_passphrase = right is not None and hmac.compare_digest(_plain(typed), _plain(right))
        return by_code or by_passphrase

    def refused(self) -> float:
        """Return how many seconds to wait after a wrong try; the next one makes wait twice that."""
        now = self.wait
        self.wait = min(LONGEST_WAIT, now * 2)
        return now

    def _slow(self, code: str) -> bytes:
        return hashlib.scrypt(_plain(code), salt=self._salt, n=2**14, r=8, p=1)


def checked_code(code: str, again: str | None = None) -> None:
    """Raise BadInput for a code that is too short, or was not typed the same way twice."""
    if len(code.strip()) < SHORTEST_CODE:
        raise BadInput(
            f"The code is shorter than {SHORTEST_CODE} letters or digits.",
            "Make it longer.",
            field="code",
        )
    if again is not None and not hmac.compare_digest(_plain(code), _plain(again)):
        raise BadInput("The two are not the same.", "Type it once more.", field="again")


def _plain(text: str) -> bytes:
    """Return the bytes to compare; an accent typed on another keyboard is the same one."""
    return unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
