"""Rounds too small to be stored, sealed in a box whose size and bytes tell nothing about them."""

import secrets

import msgspec

from workbench.foundation.errors import UserFixable
from workbench.surveys.answers import Round

_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_BOX_BYTES = 64 * 1024


def sealed(answered: Round, key: bytes) -> bytes:
    """Return the round encrypted and authenticated under a key of 32 bytes.

    The box is a whole number of 64 KiB long, so that its size does not tell how many answered.
    """
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    text = msgspec.json.encode(answered)
    length = len(text).to_bytes(_LENGTH_BYTES, "big")
    filled = _LENGTH_BYTES + len(text)
    plain = length + text + bytes(-filled % _BOX_BYTES)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, plain, None)


def unsealed(box: bytes, key: bytes) -> Round:
    """Return what was sealed; raises UserFixable where box and key do not belong together."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce, secret = box[:_NONCE_BYTES], box[_NONCE_BYTES:]
    try:
        plain = ChaCha20Poly1305(key).decrypt(nonce, secret, None)
    except (InvalidTag, ValueError) as error:
        raise UserFixable(
            "The sealed answers stay closed",
            "The answers kept sealed for this wave cannot be opened with the key on this computer.",
            "Go on without them, or open the workspace on the computer where they were sealed.",
        ) from error
    length = int.from_bytes(plain[:_LENGTH_BYTES], "big")
    return msgspec.json.decode(plain[_LENGTH_BYTES : _LENGTH_BYTES + length], type=Round)
