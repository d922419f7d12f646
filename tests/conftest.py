"""What holds for every test: a slow first import is no failure of a property.

Properties try the same examples in every run, so that a red run is always about the change; other
examples are searched with `pytest --hypothesis-profile=search`.
"""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("house")
