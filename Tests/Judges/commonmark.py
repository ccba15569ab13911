"""Judges the Markdown of the command: the 652 examples of CommonMark 0.30, and pipe tables as cmark-gfm reads them.

The examples and the GFM specification come from source distributions (scripts/requirements-sources.txt). Where an
extension or a safety rule of ours applies, the example's number stands with the reason in commonmark-exceptions.txt;
an exception that is none (any more) is a failure too. Raw HTML, the one reason so far, is still compared: with what
cmark makes of the example when it leaves raw HTML out. What is compared is what a reader's browser makes of it: elements,
attributes and text, without what our writer adds (heading ids, the box around a wide table).
"""
import html.parser
import json
import pathlib
import re
import subprocess
import sys

import gfm_tables
import verdict

EXCEPTIONS = pathlib.Path(__file__).with_name("commonmark-exceptions.txt")
SOURCES = pathlib.Path(sys.prefix) / "share" / "sources"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CELLS = {"th", "td"}
BLOCKS = HEADINGS | CELLS | {"p", "ul", "ol", "li", "blockquote", "pre", "hr", "br", "div", "table", "thead", "tbody",
                             "tr"}
EXAMPLES = "mistletoe-*/test/specification/commonmark.json"
RAW_HTML = "raw HTML"
GENERATED = 1000


def source(pattern):
    found = sorted(SOURCES.glob(pattern))
    if not found:
        verdict.stop(f"{SOURCES / pattern} is missing: run scripts/setup test")
    return found[-1].read_text(encoding="utf-8")


class Normal(html.parser.HTMLParser):
    """A list of tags and texts; two documents that a browser reads alike give the same list."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.parts, self.text, self.boxes, self.preformatted = [], "", [], 0
        self.feed(text)
        self.close()
        self.flush(beside_block=True)

    def flush(self, beside_block):
        """Keeps the text so far. White space says nothing beside a block, and all within <pre>."""
        text, self.text = self.text, ""
        if not self.preformatted:
            text = re.sub(r" *\n", " ", text)
            if not self.parts or self.parts[-1][0] in ("open", "close") and self.parts[-1][1] in BLOCKS:
                text = text.lstrip(" ")
            if beside_block:
                text = text.rstrip(" ")
        if text:
            self.parts.append(("text", text))

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.flush(tag in BLOCKS)
        values = {name: value or "" for name, value in attributes}
        if tag == "div":
            self.boxes.append(values.get("class") == "scroll")
            if self.boxes[-1]:
                return
        if tag in HEADINGS:
            values.pop("id", None)
        if tag in CELLS:
            values.pop("scope", None)
            alignment = values.pop("align", "")
            classes = values.pop("class", "").split()
            alignment = next((name for name in classes if name in ("left", "center", "right")), alignment)
            values = {"align": alignment} if alignment else {}
        self.parts.append(("open", tag, tuple(sorted(values.items()))))
        self.preformatted += tag == "pre"

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        self.flush(tag in BLOCKS)
        if tag == "div" and self.boxes and self.boxes.pop():
            return
        self.parts.append(("close", tag))
        self.preformatted -= tag == "pre"

    def handle_comment(self, data):
        self.flush(False)
        self.parts.append(("comment", data))

    def handle_decl(self, declaration):
        self.handle_comment(declaration)

    def handle_pi(self, instruction):
        self.handle_comment(instruction)

    def unknown_decl(self, data):
        self.handle_comment(data)


def normal(text):
    return Normal(text).parts


def ours(command, documents):
    """What the command makes of each document, in one run."""
    result = subprocess.run([str(command), "markdown-html", "--batch"], input=json.dumps(documents).encode(),
                            capture_output=True)
    if result.returncode != 0:
        verdict.stop(f"{command} markdown-html --batch: exit status {result.returncode}: {result.stderr.decode()[-2000:]}")
    answers = json.loads(result.stdout)
    if len(answers) != len(documents):
        verdict.stop(f"{command} markdown-html --batch: {len(answers)} answers to {len(documents)} documents")
    return answers


def exceptions():
    """Reason by the number of the example; `12 reason` and `12-15 reason` in the file."""
    reasons = {}
    for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        numbers, reason = line.split(None, 1)
        first, _, last = numbers.partition("-")
        reasons.update(dict.fromkeys(range(int(first), int(last or first) + 1), reason))
    return reasons


def shown(markdown, expected, found):
    return [f"Markdown: {markdown!r}", f"expected: {expected!r}", f"found:    {found!r}"]


def run_cmark(cmark, mode, markdown):
    return subprocess.run([cmark, mode], input=markdown.encode(), capture_output=True, check=True).stdout.decode()


def judge_examples(result, command):
    examples = json.loads(source(EXAMPLES))
    if len(examples) != 652:
        verdict.stop(f"CommonMark 0.30 has 652 examples, here are {len(examples)}")
    cmark = verdict.tool("cmark")
    reasons = exceptions()
    answers = ours(command, [example["markdown"] for example in examples])
    for example, answer in zip(examples, answers):
        number, markdown = example["example"], example["markdown"]
        findings = []
        if run_cmark(cmark, "--unsafe", markdown) != example["html"]:
            findings.append("Debian's cmark does not give the output of the specification")
        reason, expected = reasons.get(number), example["html"]
        if reason and normal(answer) == normal(expected):
            findings.append(f"is listed as an exception, and is none: {reason}")
        if reason == RAW_HTML:
            expected = run_cmark(cmark, "--safe", markdown).replace("<!-- raw HTML omitted -->", "")
        if reason in (None, RAW_HTML) and normal(answer) != normal(expected):
            findings += shown(markdown, expected, answer)
        result.case(f"CommonMark example {number} ({example['section']})", findings)
    print(f"{len(examples) - len(reasons)} examples of CommonMark 0.30 as they stand, {len(reasons)} as listed exceptions")


def judge_tables(result, command):
    try:
        import cmarkgfm.cmark
    except ImportError:
        verdict.stop("the package cmarkgfm is missing: run scripts/setup test")
    specified = gfm_tables.specified(source("marko-*/tests/spec/gfm.txt"))
    if not specified:
        verdict.stop("no table example was found in the GFM specification")
    cases = [(f"GFM specification, line {line}", markdown) for line, markdown in specified]
    cases += [(f"generated table {place}", markdown)
              for place, markdown in enumerate(gfm_tables.generated(GENERATED), start=1)]
    print(f"{len(specified)} tables of the GFM specification, {GENERATED} generated ones")
    for (name, markdown), answer in zip(cases, ours(command, [markdown for _, markdown in cases])):
        expected = cmarkgfm.cmark.markdown_to_html_with_extensions(markdown, extensions=["table"])
        same = normal(answer) == normal(expected)
        result.case(name, [] if same else shown(markdown, expected, answer))


def main():
    command = verdict.arguments(__doc__.splitlines()[0]).parse_args().command
    result = verdict.Verdict()
    judge_examples(result, command)
    judge_tables(result, command)
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
