"""Random keys that tell neither order nor time of making."""

import secrets


def random_key() -> bytes:
    """Return 16 random bytes (128 bit) from the operating system, for rows without an order."""
    return secrets.token_bytes(16)
