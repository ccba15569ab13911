#!/usr/bin/env python3
"""Measures the printed report of verslag against Typst alone and against WeasyPrint; `make bench` calls it.

One programme of ten chapters with a hundred charts makes a report of about 150 pages. In turns are run: `verslag report`;
Typst alone, on the very files that verslag gives it; WeasyPrint, on one HTML document with the same text, the same tables
and the same drawings, which the built site provides. All write an accessible PDF. A second, unchanged run of verslag
is timed as well. Memory is the highest sum over a program and those that it starts. Times of one machine are compared with
times of that machine only.
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

import lxml.html

import charts
import corpus

HERE = pathlib.Path(__file__).resolve().parent
CHAPTERS = 10
TYPST = """
import sys, typst
folder, output = sys.argv[1:]
compiler = typst.Compiler(input=folder + "/main.typ", root=folder, font_paths=[folder + "/../fonts"], ignore_system_fonts=True)
compiler.compile(output=output, format="pdf", pdf_standards=["ua-1", "a-3a"])
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
# What the pages of the other document look like: as much of templates/report as matters to the time.
STYLE = """
@page { size: A4; margin: 30mm 60mm 30mm 25mm; @top-left { content: "Meetbaar Dorp"; } @top-right { content: string(chapter); }
  @bottom-left { content: "Concept"; } @bottom-right { content: "pagina " counter(page) " van " counter(pages); } }
@font-face { font-family: Inter; src: url(FONTS/Inter-Regular.otf); }
@font-face { font-family: Inter; font-weight: 600 700; src: url(FONTS/Inter-SemiBold.otf); }
@font-face { font-family: Inter; font-style: italic; src: url(FONTS/Inter-Italic.otf); }
html { font: 11pt/15pt Inter; hyphens: auto; }
h1 { string-set: chapter content(); break-before: right; font-size: 30pt; line-height: 1.1; padding-top: 45mm; bookmark-level: 1; }
h2 { font-size: 16pt; break-after: avoid; } h3 { font-size: 12.5pt; break-after: avoid; }
.contents h1 { padding-top: 0; } .contents p { margin: 4pt 0; }
.contents a::after { content: leader(".") target-counter(attr(href), page); }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; } td, th { border-top: 0.5pt solid #ccc; text-align: left; padding: 4pt; }
figure { margin: 20pt 0; break-inside: avoid; } img { max-width: 100%; } p { orphans: 2; widows: 2; }
"""


def write_programme(folder, number, sentences):
    """Chapters of text around the charts of charts.py, which stand beside each other on pages of fifty there."""
    charts.write_programme(folder, charts.charts(number))
    content = folder / "content"
    blocks = "".join(path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in sorted(
        content.glob("bladzijde-*.md"), key=lambda path: int(path.stem.split("-")[1]))).split("```chart")[1:]
    for path in content.glob("bladzijde-*.md"):
        path.unlink()
    (content / "programme.yaml").write_text(
        "title: Meetbaar Dorp\nlanguage: nl\nperiod: 2014–2020\npublisher: Dorp\npartners: [Dorp]\n", encoding="utf-8")
    writer, share = corpus.Writer(1), -(-number // CHAPTERS)
    (content / "rapport").mkdir()
    for chapter in range(CHAPTERS):
        text = f"---\ntitle: {writer.word().capitalize()} en {writer.word()}\nkind: chapter\nnumber: {chapter + 1}\n---\n"
        for index, block in enumerate(blocks[chapter * share:(chapter + 1) * share]):
            level = "##" if index % 3 == 0 else "###"
            text += f"\n{level} {writer.word().capitalize()} {writer.word()} {{#deel-{index}}}\n\n"
            text += "\n\n".join(writer.paragraph(6) for _ in range(sentences // 6)) + "\n"
            text += f"\n```chart{block.split('```')[0]}```\n" + (f"\n{writer.table()}\n" if index % 3 == 1 else "")
        (content / "rapport" / f"{chapter + 1:02d}-hoofdstuk.md").write_text(text, encoding="utf-8")


def write_document(site, drawings, fonts, target):
    """The chapters of the built site as one HTML document, with the drawings that are printed."""
    contents, bodies = "", ""
    for chapter, page in enumerate(sorted((site / "rapport").glob("*/index.html"))):
        main = lxml.html.parse(str(page)).getroot().find(".//main")
        for element in main.xpath(".//nav|.//*[contains(@class, 'meta')]|.//summary|.//*[@class='download']"):
            element.drop_tree()
        for element in main.xpath(".//details"):
            element.tag = "div"
        for figure in main.findall(".//figure"):
            for number, drawing in enumerate(figure.xpath(".//div[contains(@class, 'drawing')]")):
                if number:
                    drawing.drop_tree()
                    continue
                alternative = drawing.xpath("string(.//*[local-name()='desc'])") or "Grafiek"
                drawing.clear()
                drawing.append(lxml.html.Element("img", src=(drawings / f"{figure.get('id')}.svg").as_uri(), alt=alternative))
        for element in main.iter():
            if isinstance(element.tag, str) and element.get("id"):
                element.set("id", f"c{chapter}-{element.get('id')}")
        for heading in main.xpath(".//h1|.//h2"):
            heading.set("id", heading.get("id") or f"c{chapter}")
            contents += f'<p><a href="#{heading.get("id")}">{heading.text_content()}</a></p>\n'
        bodies += "".join(lxml.html.tostring(part, encoding="unicode") for part in main)
    style = STYLE.replace("FONTS", fonts.as_uri())
    target.write_text(
        f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Meetbaar Dorp</title><style>{style}</style>'
        f'<body><p>Meetbaar Dorp</p><section class="contents"><h1>Inhoud</h1>{contents}</section>{bodies}', encoding="utf-8")


def resident(process):
    """Bytes that a process and all that it started hold in memory now."""
    total, waiting = 0, [process]
    while waiting:
        one = waiting.pop()
        try:
            total += int(pathlib.Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for thread in pathlib.Path(f"/proc/{one}/task").iterdir():
                waiting += (thread / "children").read_text().split()
        except (OSError, IndexError):
            pass  # it has just ended
    return total


def measure(command, watched=False):
    """Runs a command; returns seconds of wall time, or if watched the MB (10^6 bytes) of peak memory, that of its own
    programs included. To watch takes time, so both are never asked of one run."""
    peak = 0
    started = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    while watched and process.poll() is None:
        peak = max(peak, resident(process.pid))
        time.sleep(0.01)
    output = process.communicate()[0]
    seconds = time.monotonic() - started
    if process.returncode != 0:
        sys.exit(f"bench: {command[0]} stopped with status {process.returncode}\n{output[-3000:]}")
    return peak / 1e6 if watched else seconds


def page_count(path):
    import pikepdf
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def summary(seconds, memory):
    return f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f}), {memory:.0f} MB"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=pathlib.Path, required=True, help="the verslag command, in release mode")
    parser.add_argument("--charts", type=int, default=100)
    parser.add_argument("--sentences", type=int, default=12, help="sentences before each chart")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--slow-runs", type=int, default=2, help="how often WeasyPrint prints")
    parser.add_argument("--keep", action="store_true", help="leave the programme and the PDFs, and say where")
    arguments = parser.parse_args()
    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    work = pathlib.Path(tempfile.mkdtemp(prefix="verslag-bench-report-", dir=parent))
    try:
        compare(arguments.command.resolve(), work, arguments)
    finally:
        if arguments.keep:
            print(f"left in {work}")
        else:
            shutil.rmtree(work)


def compare(command, work, arguments):
    programme, fresh, kept, site = (work / name for name in ("programme", "reports", "typst", "site"))
    write_programme(programme, arguments.charts, arguments.sentences)
    # The Typst that verslag is given: the environment in which this runs.
    os.environ["VERSLAG_TYPST"] = sys.prefix
    report = [command, "report", "--root", programme, "--output", fresh]
    measure([*report, "--keep-typst", kept])
    source = next(kept.rglob("main.typ")).parent
    measure([command, "build", "--root", programme, "--output", site, "--no-reports"])
    document = work / "document.html"
    write_document(site / "concept", source / "drawings", HERE.parent / "templates/assets/fonts/print", document)

    pdfs = {"Typst alone": work / "typst.pdf", "WeasyPrint": work / "weasyprint.pdf"}
    others = {
        "Typst alone": [sys.executable, "-I", "-c", TYPST, source, pdfs["Typst alone"]],
        "WeasyPrint": [sys.executable, "-I", "-c", WEASYPRINT, document, pdfs["WeasyPrint"]],
    }
    ours, theirs = [], {name: [] for name in others}
    for run in range(arguments.runs):
        shutil.rmtree(fresh)
        ours.append(measure(report))
        for name, command_line in others.items():
            if name != "WeasyPrint" or run < arguments.slow_runs:
                theirs[name].append(measure(command_line))
    again = [measure(report) for _ in range(arguments.runs)]
    again_memory = measure(report, watched=True)
    made = next(fresh.rglob("*.pdf")).rename(work / "verslag.pdf")
    memory = measure(report, watched=True)

    print(f"A report of {page_count(made)} pages with {arguments.charts} charts ({made.stat().st_size / 1e6:.1f} MB)")
    print(f"verslag report             {summary(ours, memory)}")
    print(f"  again, nothing changed   {summary(again, again_memory)}")
    for name, package in (("Typst alone", "typst"), ("WeasyPrint", "weasyprint")):
        # Of runs beside each other: what else the machine does then weighs on both.
        ratio = statistics.median(mine / other for mine, other in zip(ours, theirs[name]))
        shown = f"{name} {importlib.metadata.version(package)}"
        print(f"{shown:<26} {summary(theirs[name], measure(others[name], watched=True))}, {page_count(pdfs[name])} pages; "
              f"verslag takes {ratio:.2f} × its time")


if __name__ == "__main__":
    main()
