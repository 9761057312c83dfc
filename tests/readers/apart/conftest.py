"""What workers are and how they end is tried with workers of one's own."""

import pytest


@pytest.fixture(autouse=True)
def warm_workers() -> None:
    """Leaves every start and every end to the program."""
