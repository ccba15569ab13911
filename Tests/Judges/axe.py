"""Judges every page of a built edition in a real Chromium: accessibility, narrow screens, requests.

Each page is opened four times over: on a desk and on a phone of 320 px, in light and in dark colours, with everything
that folds unfolded. axe-core must find no violation, nothing may scroll sideways, no script may fail, and nothing may
be asked from anywhere but the site. The home page is also opened from the disk. Where there are sealed editions beside the
edition, their script runs, and the page that leads to them is judged too.
"""
import concurrent.futures
import functools
import http.server
import os
import pathlib
import sys
import threading

import verdict

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {"desk": (1280, 800), "phone": (320, 640)}
SCHEMES = ["light", "dark"]
# In dark colours everything else is as in light ones, and has been judged there.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
# A page that has other editions beside it has asked for them once this is there.
SWITCHER = ".edition-switcher, body:not(:has(#edition-news))"
FOLD = "open => document.querySelectorAll('details').forEach(element => element.open = open)"
# Names the elements that stick out, as far as no scrolling box holds them, and where on the page they are.
SIDEWAYS = """() => {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth) return null
  const held = element => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true
    return false
  }
  const name = element => element.tagName.toLowerCase() +
    (element.getAttribute('class') ? '.' + element.getAttribute('class').trim().replace(/\\s+/g, '.') : '') +
    (element.closest('[id]') ? ' in #' + element.closest('[id]').id : '')
  const out = [...document.body.querySelectorAll('*')].filter(element => !element.ownerSVGElement && !held(element)
    && element.getBoundingClientRect().right > root.clientWidth + 0.5)
  return root.scrollWidth + ' px wide: ' + [...new Set(out.map(name))].slice(0, 4).join(', ')
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(site):
    """The edition, and what stands beside it, on a port of this machine; returns the edition's address."""
    handler = functools.partial(Quiet, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/{site.name}/"


def axe_source():
    import axe_playwright_python

    return next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")


class Watch:
    """Collects what a page does that it should not."""

    def __init__(self, page, allowed):
        self.allowed, self.findings = allowed, []
        page.on("pageerror", lambda error: self.findings.append(f"script error: {error}"))
        page.on("console", self.console)
        page.on("request", self.request)
        page.on("response", lambda answer: answer.status >= 400
                and self.findings.append(f"answer {answer.status}: {answer.url}"))
        page.on("requestfailed", lambda request: self.findings.append(f"not loaded: {request.url}"))

    def console(self, message):
        if message.type != "error":
            return
        place = message.location.get("url", "") if message.location else ""
        if place.endswith("/favicon.ico"):
            self.findings.append("names no icon (<link rel=\"icon\">), so a browser asks the server's root for one")
        else:
            self.findings.append(f"console: {message.text} {place}")

    def request(self, request):
        if not request.url.startswith((self.allowed, "data:", "blob:")):
            self.findings.append(f"request to the outside: {request.url}")


def violations(page, scheme):
    only = TAGS if scheme == "light" else {"type": "rule", "values": COLOUR_RULES}
    answer = page.evaluate("only => axe.run(document, { runOnly: only, resultTypes: ['violations'] })", only)
    for found in answer["violations"]:
        node = found["nodes"][0]
        why = " ".join(node.get("failureSummary", "").split())
        yield f"{found['id']} ({found['impact']}) at {len(found['nodes'])} places, first {node['target']}: {why[:300]}"


def judge(page, watch, address, source):
    """What is wrong with one page, over all widths and schemes; equal findings once."""
    findings = {}
    watch.findings.clear()
    page.goto(address)
    page.wait_for_selector(SWITCHER, state="attached")
    page.evaluate(source)
    for width, (across, down) in WIDTHS.items():
        page.set_viewport_size({"width": across, "height": down})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for folds, opened in (("folded", False), ("unfolded", True)):
                page.evaluate(FOLD, opened)
                if (sideways := page.evaluate(SIDEWAYS)) is not None:
                    findings.setdefault(f"scrolls sideways, {sideways}", []).append(f"{width} {scheme} {folds}")
            for finding in violations(page, scheme):
                findings.setdefault(finding, []).append(f"{width} {scheme}")
    found = [f"[{', '.join(where)}] {what}" for what, where in findings.items()]
    return found + list(dict.fromkeys(watch.findings))


def work(base, names, chromium, source):
    """Judges a share of the pages in a browser of its own; returns findings by page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(reduced_motion="reduce")
        watch = Watch(page, base.rsplit("/", 2)[0] + "/")
        findings = {name: judge(page, watch, base + name, source) for name in names}
        browser.close()
    return findings


def from_disk(site, chromium):
    """The home page opened as a file: everything that it asks for must be there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        watch = Watch(page, site.as_uri() + "/")
        page.goto((site / "index.html").as_uri())
        page.wait_for_load_state("networkidle")
        browser.close()
    return watch.findings


def main():
    parser = verdict.arguments(__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 4))
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    names = [str(path.relative_to(site)) for path in verdict.pages(site)]
    if (site.parent / "editions.json").is_file():
        names.append("../index.html")
    chromium = verdict.tool("chromium")
    try:
        source = axe_source()
    except (ImportError, StopIteration):
        verdict.stop("the packages playwright and axe-playwright-python are missing: run scripts/setup test")

    base = serve(site)
    jobs = min(arguments.jobs, len(names))
    result = verdict.Verdict()
    with concurrent.futures.ProcessPoolExecutor(jobs) as pool:
        shares = [pool.submit(work, base, names[first::jobs], chromium, source) for first in range(jobs)]
        findings = {name: found for share in shares for name, found in share.result().items()}
    for name in names:
        result.case(name, findings[name])
    result.case("index.html from the disk", from_disk(site, chromium))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
