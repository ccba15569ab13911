"""What every judge shares: its arguments, its list of findings and its closing line."""
import argparse
import pathlib
import shutil
import sys


class Verdict:
    """Counts what was looked at; prints each finding at once."""

    def __init__(self):
        self.judged = 0
        self.failed = 0

    def case(self, name, findings):
        """One thing that was looked at, with the (possibly empty) list of what is wrong with it."""
        self.judged += 1
        if findings:
            self.failed += 1
            print(f"{name}")
            for finding in findings:
                print(f"    {finding}")
            sys.stdout.flush()

    def close(self):
        """Prints the closing line; returns the exit status: 1 after findings, 2 when nothing was judged."""
        print(f"{self.judged - self.failed} passed, {self.failed} failed")
        if self.judged == 0:
            return 2
        return 1 if self.failed else 0


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--command", type=pathlib.Path, help="the verslag command")
    parser.add_argument("--site", type=pathlib.Path, help="folder of one built edition")
    return parser


def pages(site):
    """Every page of the built edition, sorted. A site without pages is a failure, not an empty success."""
    found = sorted(site.rglob("*.html"))
    if not found:
        stop(f"no page to judge in {site}")
    return found


def tool(name, hint="run scripts/setup test"):
    """The path of a program: beside this Python (.venv/bin) or on PATH."""
    beside = pathlib.Path(sys.executable).parent / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    if not found:
        stop(f"{name} is missing: {hint}")
    return found


def stop(message):
    print(message)
    print("0 passed, 1 failed")
    sys.exit(2)
