"""Tables only: one module for each domain, typed, with named constraints."""

from workbench.models import communities, contributions, impact, rosters, sessions, surveys
from workbench.models.base import Base

__all__ = ["Base", "communities", "contributions", "impact", "rosters", "sessions", "surveys"]
