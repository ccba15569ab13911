#!/usr/bin/env python3
"""Measures what editions cost; `make bench` calls it.

Verifying ten editions of 500 files each against `sha256sum` over the same files, and sealing an edition against building the
same pages. All in memory (/dev/shm), in turns, five times each; printed are medians, ranges and the ratio of the medians.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from run import measure, summary

EDITIONS, FILES = 10, 500


def git(root, *arguments):
    who = ["-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", root, *who, *arguments], check=True, stdout=subprocess.DEVNULL)


def programme(root, pages):
    """A programme of so many pages in a repository; every file is committed."""
    content = root / "content"
    (content / "map").mkdir(parents=True)
    (content / "programme.yaml").write_text("title: Bench\n", encoding="utf-8")
    for name in ("index.md", "map/index.md"):
        (content / name).write_text("---\ntitle: Start\n---\n\nWelkom.\n", encoding="utf-8")
    text = "\n\n".join("De deelnemers kwamen elke week bij elkaar en leerden van elkaar. " * 8 for _ in range(5))
    for number in range(pages):
        (content / "map" / f"pagina-{number}.md").write_text(f"---\ntitle: Pagina {number}\n---\n\n{text}\n", encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "bench")


def turns(log, **commands):
    """Seconds of every command, five times in turns; a command is a function that prepares one and returns it."""
    seconds = {name: [] for name in commands}
    for _ in range(5):
        for name, prepare in commands.items():
            seconds[name].append(measure(prepare(), log)[0])
    return seconds


def report(title, seconds, limit):
    names = list(seconds)
    print(title)
    for name in names:
        print(f"  {name:<10} {summary([1000 * value for value in seconds[name]], 'ms', 0)}")
    middle = {name: sorted(seconds[name])[2] for name in names}
    print(f"  {names[0]} takes {middle[names[0]] / middle[names[1]]:.2f} × {names[1]} (goal: at most {limit})\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=pathlib.Path, required=True, help="the verslag command, in release mode")
    command = parser.parse_args().command.resolve()
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="bench-editions-") as name:
        folder = pathlib.Path(name)
        log = folder / "log"
        root = folder / "programme"
        programme(root, FILES - 16)  # the theme and the lists for machines are files too
        seal = [command, "edition", "seal", "--root", root, "--date", "2021"]
        for number in range(EDITIONS):
            measure([*seal, f"editie-{number}"], log)
        site = root / "site"
        files = sorted(path for path in site.glob("editie-*/**/*") if path.is_file())
        size = sum(path.stat().st_size for path in files)
        (folder / "names").write_bytes(b"\0".join(bytes(path) for path in files))
        sums = ["xargs", "-0", "-a", folder / "names", "sha256sum"]
        seconds = turns(log, verify=lambda: [command, "edition", "verify", "--root", root], sha256sum=lambda: sums)
        report(f"Verifying {EDITIONS} editions, {len(files)} files, {size / 1e6:.0f} MB", seconds, 1.5)

        other = folder / "elsewhere"

        def empty(arguments):
            shutil.rmtree(other, ignore_errors=True)
            return [*arguments, "--output", other]

        seconds = turns(
            log, seal=lambda: empty([*seal, "editie"]), build=lambda: empty([command, "build", "--strict", "--root", root]))
        report(f"Sealing {FILES - 14} pages", seconds, 1.1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
