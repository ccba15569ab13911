"""Judges every link of a built edition: our own look, and lychee's.

Our own look asks for more than a link checker does: an edition works from a folder, any sub-path and an archive. So
nothing of the edition is reached by an absolute path, nothing is loaded from elsewhere, no link leads out of it but to the list
of editions and to sealed editions that stand beside it, a link names a file (from the disk a folder's address shows a listing,
not the page), and every page can be reached from the home page.
"""
import functools
import html.parser
import json
import subprocess
import sys
import urllib.parse

import verdict

# Attributes that make a reader's browser fetch something by itself.
LOADED = {("img", "src"), ("script", "src"), ("link", "href"), ("source", "src"), ("iframe", "src"), ("video", "src"),
          ("audio", "src"), ("video", "poster"), ("image", "href"), ("use", "href"), ("object", "data"), ("embed", "src")}
FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action"), ("a", "xlink:href")}
# `rel` values of <link> that only state something, and load nothing.
STATED = {"canonical", "license", "author", "alternate"}
OUTSIDE_SCHEMES = {"http", "https", "mailto", "tel"}


class Page(html.parser.HTMLParser):
    """The anchors and the links of one page."""

    def __init__(self):
        super().__init__()
        self.anchors, self.doubles, self.links = set(), [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if identifier := values.get("id"):
            (self.doubles.append if identifier in self.anchors else self.anchors.add)(identifier)
        for name, value in attributes:
            if (tag, name) in FOLLOWED:
                self.links.append((value or "", False))
            elif (tag, name) in LOADED:
                stated = tag == "link" and set((values.get("rel") or "").split()) <= STATED
                self.links.append((value or "", not stated))
            elif name == "srcset":
                self.links += [(part.split()[0], True) for part in (value or "").split(",") if part.strip()]

    handle_startendtag = handle_starttag


def read(path):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


@functools.cache
def sealed(folder):
    """The ids of the sealed editions in a folder."""
    listed = folder / "editions.json"
    return {edition["id"] for edition in json.loads(listed.read_bytes())["editions"]} if listed.is_file() else set()


def target(link, path, site):
    """The file that a link of the page at `path` names, its anchor, and what is wrong with it by its form alone."""
    parts = urllib.parse.urlsplit(link)
    if parts.path.startswith("/"):
        return None, "", f"absolute path: {link}"
    file = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
    if file == site.parent / "index.html" and file.is_file():
        return file, urllib.parse.unquote(parts.fragment), None  # the list of editions
    beside = file.relative_to(site.parent).parts[0] if site.parent in file.parents else ""
    if site != file and site not in file.parents and beside not in sealed(site.parent):
        return None, "", f"leads out of the edition: {link}"
    if file.is_dir():
        return None, "", f"names a folder, which shows no page from the disk: {link}"
    if not file.is_file():
        return None, "", f"leads nowhere: {link}"
    return file, urllib.parse.unquote(parts.fragment), None


def judge_links(site, paths):
    """Findings by page, and the pages that the home page leads to."""
    pages = {path: read(path) for path in paths}
    findings, leads = {}, {}
    for path, page in pages.items():
        wrong = [f"id used twice: {identifier}" for identifier in page.doubles]
        leads[path] = set()
        for link, loaded in page.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme == "data" and loaded:
                continue
            if parts.scheme or parts.netloc:
                if loaded or not parts.scheme:
                    wrong.append(f"would be loaded from outside the edition: {link[:120]}")
                elif parts.scheme not in OUTSIDE_SCHEMES:
                    wrong.append(f"unsafe address: {link[:120]}")
                continue
            if link == "":
                wrong.append("empty link")
                continue
            file, anchor, problem = target(link, path, site)
            if problem:
                wrong.append(problem)
                continue
            if anchor and file in pages and anchor not in pages[file].anchors:
                wrong.append(f"no such place on that page: {link}")
            if file in pages:
                leads[path].add(file)
        findings[path] = sorted(set(wrong))

    home = site / "index.html"
    reached, waiting = {home}, [home]
    while waiting:
        for file in leads.get(waiting.pop(), set()) - reached:
            reached.add(file)
            waiting.append(file)
    for path in paths:
        if path not in reached and path.name != "404.html":
            findings[path].append("no link leads here from the home page")
    return findings


def lychee(site):
    """lychee's findings, offline, with anchors, as a reader who opens the folder from the disk meets them."""
    command = [verdict.tool("lychee"), "--offline", "--include-fragments", "--no-progress", "--cache=false",
               "--root-dir", str(site), "--index-files", "index.html", str(site / "**" / "*.html")]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        return []
    lines = (result.stdout + result.stderr).strip().splitlines()
    return lines[-60:] or [f"lychee stopped with status {result.returncode}"]


def main():
    site = verdict.arguments(__doc__.splitlines()[0]).parse_args().site.resolve()
    paths = verdict.pages(site)
    result = verdict.Verdict()
    for path, findings in judge_links(site, paths).items():
        result.case(str(path.relative_to(site)), findings)
    result.case("lychee", lychee(site))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
