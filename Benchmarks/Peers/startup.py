#!/usr/bin/env python3
"""Times start to end and start to prompt of telaah beside sqlite3's shell, in turn, in one run.

usage: startup.py PROGRAM DATASET [RUNS]
"""
import os, pty, select, statistics, subprocess, sys, time


def whole(command):
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def prompt(command, mark):
    environment = dict(os.environ, TERM="xterm-256color", TELAAH_RIWAYAT="", TELAAH_JURNAL="")
    start = time.perf_counter()
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, environment)
    seen = b""
    while mark not in seen:
        if not select.select([master], [], [], 5)[0]:
            raise SystemExit(f"no prompt from {command}")
        seen += os.read(master, 4096)
    taken = time.perf_counter() - start
    os.close(master)
    os.waitpid(pid, 0)
    return taken


def report(name, seconds):
    ordered = sorted(seconds)
    print(f"| {name} | {ordered[0]*1e3:.1f} | {statistics.median(ordered)*1e3:.1f} | {ordered[-1]*1e3:.1f} |")
    return statistics.median(ordered)


program, dataset = sys.argv[1], sys.argv[2]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 30
cases = {
    "telaah --versi": lambda: whole([program, "--versi"]),
    "sqlite3 select 1": lambda: whole(["sqlite3", ":memory:", "select 1"]),
    "telaah to prompt": lambda: prompt([program], "›".encode()),
    "sqlite3 to prompt": lambda: prompt(["sqlite3"], b"sqlite> "),
    "telaah muat + capaian": lambda: whole([program, "-c", f"muat {dataset}", "-c", "capaian"]),
}
times = {name: [] for name in cases}
for case in cases.values():
    case()
for _ in range(runs):
    for name, case in cases.items():
        times[name].append(case())
print("| case | min ms | median ms | max ms |")
print("| --- | ---: | ---: | ---: |")
medians = {name: report(name, seconds) for name, seconds in times.items()}
print(f"\nprompt: telaah / sqlite3 = {medians['telaah to prompt'] / medians['sqlite3 to prompt']:.2f}")
