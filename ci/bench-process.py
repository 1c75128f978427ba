#!/usr/bin/env python3
"""Times whole processes, interleaved: renkei check against ci/bench-peer.py. usage: RENKEI FILE ROUNDS"""
import os, statistics, subprocess, sys, tempfile, time

renkei, path, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
peer = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bench-peer.py")


def run(*command):
    """Wall seconds and peak memory (MiB) of one process."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def compare(title, path, rounds):
    ours, theirs, memory = [], [], 0
    for _ in range(rounds):
        seconds, peak, code = run(renkei, "check", "--format", "json", path)
        assert code in (0, 1), f"renkei ended with {code}"
        ours.append(seconds)
        memory = max(memory, peak)
        seconds, _, code = run(sys.executable, peer, path, "202505")
        assert code == 0, f"the peer ended with {code}"
        theirs.append(seconds)
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"{title:<52} {a * 1000:>8.1f} ms   {b / a:.1f} x faster than Python ({b * 1000:.0f} ms); peak {memory:.1f} MiB")


compare("renkei check, the whole file", path, rounds)
with tempfile.TemporaryDirectory() as folder:
    # A UPPLAN alone is no complete set, so the verdict is "nonconformant": the work is the same.
    small = os.path.join(folder, os.path.basename(path))
    with open(path, "rb") as source, open(small, "wb") as target:
        target.writelines(source.readline() for _ in range(100))
    compare("renkei check, 100 records", small, rounds * 2)
