"""The job of Windows that limits a worker: its words lie where Windows looks for them."""

import ctypes

import pytest

from reportdesk.readers.apart import job


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the numbers are those of 64 bits")
def test_the_limits_are_laid_out_as_windows_has_them() -> None:
    limits = job._Limits()
    assert ctypes.sizeof(limits) == 144
    assert type(limits).process_memory.offset == 112
    assert type(limits.basic).flags.offset == 16
    assert ctypes.sizeof(limits.basic) == 64


def test_a_job_limits_each_process_and_ends_with_the_program() -> None:
    # JOB_OBJECT_LIMIT_PROCESS_MEMORY and JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
    assert job._PROCESS_MEMORY | job._END_WITH_US == 0x2100
