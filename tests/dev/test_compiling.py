"""Workers share the compiling of the tests: each imports a part, all of them everything once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.compiling import import_own_share, share_of


@pytest.mark.parametrize("workers", [1, 2, 3, 8])
def test_the_shares_are_all_modules_and_none_twice(workers: int) -> None:
    modules = [Path(f"test_{number}.py") for number in range(20)]
    shares = [share_of(worker, workers, modules) for worker in range(workers)]
    assert sorted(path for share in shares for path in share) == sorted(modules)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Four modules of tests, one of which cannot be imported and one of which is skipped."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    folder = tmp_path / "shared_here"
    folder.mkdir()
    (folder / "test_0.py").write_text("import no_such_module")
    (folder / "test_1.py").write_text("")
    (folder / "test_2.py").write_text("import pytest; pytest.skip('', allow_module_level=True)")
    (folder / "test_3.py").write_text("")
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == folder.name]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("worker", "imported"),
    [("gw0", set()), ("gw1", {"shared_here.test_1", "shared_here.test_3"}), ("", set())],
)
def test_a_worker_imports_its_share_and_leaves_what_fails_to_be_told_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch, worker: str, imported: set[str]
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", worker)
    import_own_share([str(folder), str(folder / "test_1.py")], folder.parent)
    assert {name for name in sys.modules if name.startswith("shared_here.")} == imported
