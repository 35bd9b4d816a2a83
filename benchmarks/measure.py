"""Starts one command and writes its wall time, CPU time and peak memory as JSON: `measure.py OUT.json COMMAND...`.

A process of its own, because Linux counts the memory of the starting process into the peak of the started one until it
has replaced its program; a driver that holds a corpus would spoil every figure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def main() -> int:
    """Runs the command with its output thrown away; exits with the command's status."""
    out, command = sys.argv[1], sys.argv[2:]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    kibibyte = 1024 if sys.platform == "darwin" else 1  # ru_maxrss: bytes on macOS, KiB elsewhere
    figures = {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak_mib": usage.ru_maxrss / kibibyte / 1024,
        "status": os.waitstatus_to_exitcode(status),
    }
    Path(out).write_text(json.dumps(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
