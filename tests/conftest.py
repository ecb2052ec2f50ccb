"""Hypothesis for machines of any speed: no deadline, and in CI the same examples every time."""

import os

from hypothesis import settings

settings.register_profile("allikas", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("allikas")
