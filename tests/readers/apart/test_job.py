"""The job of Windows that limits a worker: its words lie where Windows looks for them."""

import struct

from reportdesk.readers.apart.job import limits_of


def test_the_limits_are_laid_out_as_windows_has_them() -> None:
    limits = limits_of(1 << 30)
    assert len(limits) == 144
    # JOB_OBJECT_LIMIT_PROCESS_MEMORY and JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
    assert struct.unpack_from("<I", limits, 16) == (0x100 | 0x2000,)
    assert struct.unpack_from("<Q", limits, 112) == (1 << 30,)
    assert sum(byte != 0 for byte in limits) == 2
