"""Rounds too small to be stored, sealed in a box whose size and bytes tell nothing about them.

Every box has a key of its own, named after the box and destroyed with it: an older box in a backup
can then never be opened and held against a newer one.
"""

import hashlib
import secrets

import msgspec

from workbench.foundation.errors import UserFixable
from workbench.surveys.answers import Round
from workbench.surveys.key_store import KeyStore

_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_BOX_BYTES = 256 * 1024


def sealed(answered: Round, keys: KeyStore) -> bytes:
    """Return the round encrypted and authenticated under a new key, which `keys` holds.

    The box is a whole number of 256 KiB long, so that its size does not tell how many answered.
    Raises CannotSave where the key cannot be kept.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    text = msgspec.json.encode(answered)
    length = len(text).to_bytes(_LENGTH_BYTES, "big")
    filled = _LENGTH_BYTES + len(text)
    plain = length + text + bytes(-filled % _BOX_BYTES)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(keys.make(key_name(nonce))).encrypt(nonce, plain, None)


def key_name(box: bytes) -> str:
    """Return the name of the key that opens a box, made from its first bytes, which are random."""
    return hashlib.blake2b(box[:_NONCE_BYTES], digest_size=16).hexdigest()


def unsealed(box: bytes, keys: KeyStore) -> Round:
    """Return what was sealed; raises UserFixable where its key is not here or does not open it."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce, secret = box[:_NONCE_BYTES], box[_NONCE_BYTES:]
    key = keys.key(key_name(box))
    if key is None:
        raise _closed()
    try:
        plain = ChaCha20Poly1305(key).decrypt(nonce, secret, None)
        length = int.from_bytes(plain[:_LENGTH_BYTES], "big")
        return msgspec.json.decode(plain[_LENGTH_BYTES : _LENGTH_BYTES + length], type=Round)
    except (InvalidTag, ValueError):
        raise _closed() from None  # the cause could quote what is inside


def _closed() -> UserFixable:
    return UserFixable(
        "The sealed answers stay closed",
        "The answers kept sealed for this wave cannot be opened with the keys on this computer.",
        "Go on without them, or open the workspace on the computer where they were sealed.",
    )
