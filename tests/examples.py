"""How many examples a property is tried on: few in the run that everybody waits for, all with `--deep`."""

from typing import Any

from hypothesis import HealthCheck, settings

#: Of the examples of a deep run, how many a run of every day tries: one in so many, at least a few.
_ONE_IN = 8
_LEAST = 5
#: What a property without a number of its own is tried on.
_PLAIN_DEEP, _PLAIN = 200, 25


def load_profile(*, is_deep: bool) -> None:
    """Makes a profile the one that counts, before any test is collected."""
    # The time an example takes says more about the machine than about the code.
    settings.register_profile("deep", deadline=None, max_examples=_PLAIN_DEEP)
    settings.register_profile("quick", deadline=None, max_examples=_PLAIN)
    settings.load_profile("deep" if is_deep else "quick")


def number_of(deep: int) -> int:
    """How often something by lot is tried: `deep` times with `--deep`, else an eighth, at least a few."""
    is_deep = settings.get_current_profile_name() == "deep"
    return deep if is_deep else max(_LEAST, deep // _ONE_IN)


def examples(deep: int, **more: Any) -> settings:
    """Settings for a property whose examples cost something; `deep` of them with `--deep`."""
    return settings(max_examples=number_of(deep), **more)


def large_examples(deep: int) -> settings:
    """The same for whole reports, which take long to draw."""
    return examples(deep, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
