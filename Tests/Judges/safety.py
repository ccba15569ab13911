"""Judges that no Markdown, however it is written, puts an element, a script or an unsafe address of its own on a page.

Looked at are attacks on Markdown readers that are known (schemes in disguise, handlers, comments, elements in every
place where text may stand) and every example of the CommonMark specification.
"""
import html.parser
import json
import re
import sys

import commonmark
import verdict

ELEMENTS = set("""a aside blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p pre
    section span strong sup table tbody td th thead tr ul""".split())
ATTRIBUTES = set("""align alt aria-label checked class data-kind height href id loading role scope src start tabindex
    title type width""".split())
UNSAFE = re.compile(r"^(javascript|vbscript|file|data)\s*:", re.IGNORECASE)

ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)", "\\javascript:alert(1)", "javascript\\:alert(1)", "%6Aavascript:alert(1)", "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,<svg onload=alert(1)>",
    "file:///etc/passwd", "javascript://example.org/%0Aalert(1)", "\u200bjavascript:alert(1)", "\u00a0javascript:alert(1)",
]
PLACES = [
    "[x]({0})", "[x](<{0}>)", "![x]({0})", "![x](<{0}>)", "[x][y]\n\n[y]: <{0}>", "<{0}>", "[![x](<{0}>)](<{0}>)",
    "| a |\n|---|\n| [x](<{0}>) |", "> [x](<{0}>)", "x[^1]\n\n[^1]: [x](<{0}>)", "## [x](<{0}>) {{#y}}", "[x](y.md \"{0}\")",
]
RAW = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=//example.org></iframe>",
    "<a href='javascript:alert(1)'>x</a>", "<style>body{display:none}</style>", "<!-- x --><script>", "<?php x ?>",
    "<!DOCTYPE html>", "<![CDATA[<script>]]>", "<base href=//example.org>", "<form action=//example.org><input>",
    "</main></body>", "<details open ontoggle=alert(1)>", "<math><mi xlink:href=javascript:alert(1)>", "<x onclick=alert(1)>",
]
AROUND = [
    "{0}", "x {0} y", "- {0}", "> {0}", "# {0}", "| a |\n|---|\n| {0} |", "| {0} |\n|---|\n| x |", "x[^1]\n\n[^1]: {0}", "[{0}](y.md)",
    "![{0}](y.png)", "**{0}**", "> [!NOTE]\n> {0}", "> [!{0}]\n> x", "> x\n> — {0}", "## x {{#{0}}}", "[x](y.md '{0}')", "``` {0}\nx\n```",
    "[^{0}]\n\n[^{0}]: x", "```chart\n{0}\n```",
]


class Found(html.parser.HTMLParser):
    """What of a piece of HTML the product never writes."""

    def __init__(self, text):
        super().__init__()
        self.findings = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            self.findings.append(f"element <{tag}>")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.findings.append(f"attribute {name} of <{tag}>")
            # A browser drops these characters before it looks for the scheme.
            address = re.sub(r"[\x00-\x20]", "", value or "")
            if name in ("href", "src") and UNSAFE.match(address) and not re.match(r"data:image/(png|gif|jpeg|webp)", address):
                self.findings.append(f"address {value!r} of <{tag}>")

    handle_startendtag = handle_starttag

    def comment(self, text):
        self.findings.append(f"not text: {text!r}")

    handle_comment = handle_decl = handle_pi = unknown_decl = comment


def main():
    command = verdict.arguments(__doc__.splitlines()[0]).parse_args().command
    documents = [place.format(address) for place in PLACES for address in ADDRESSES]
    documents += [place.format(raw) for place in AROUND for raw in RAW]
    documents += [example["markdown"] for example in json.loads(commonmark.source(commonmark.EXAMPLES))]
    result = verdict.Verdict()
    for document, answer in zip(documents, commonmark.ours(command, documents)):
        findings = Found(answer).findings
        result.case(repr(document), findings + ([f"in: {answer!r}"] if findings else []))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
