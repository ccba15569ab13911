#!/usr/bin/env python3
"""Time against size: what an untrusted programme may hand in too much of; `make bench` calls it.

Every case is a small programme with one thing in it that grows: brackets on a line, footnotes, keys, columns, pages. It is
checked (`verslag check`) at a quarter, a half and the whole of its largest size, in memory. Printed are the seconds of
processor time above those of an empty programme, and how many times as long the last doubling took. A case fails where
that is more than 2.3 times as long, and where the command crashes or does not end.

    growth.py --command .build/release/verslag [--only WORD] [--scale 0.1] [--timeout 60]
"""
import argparse
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

MOST = 2.3
# Less than this is as much noise as work.
NOTHING = 0.08
PAGE = "---\ntitle: T\n---\n\n"


def page(text, head=""):
    return {"content/index.md": f"---\ntitle: T\n{head}---\n\n{text}\n"}


def line(part):
    """One line of one part that is repeated."""
    return lambda n: page(part * n)


def lines(part):
    """As many lines; {i} is the number of the line."""
    return lambda n: page("\n".join(part.replace("{i}", str(i)) for i in range(n)))


def root(n):
    """So many things of which each is longer than the one before, that all of them together grow with n."""
    return range(int((2 * n) ** 0.5))


def pages(folder, index=None):
    def make(n):
        files = page("x")
        if index:
            files[f"content/{index}"] = PAGE + "x\n"
        for i in range(n):
            files[f"content/{folder}p{i}.md"] = f"---\ntitle: Page {i}\n---\n\nx\n"
        return files
    return make


def data(resources, **files):
    return {"data/datapackage.yaml": "name: t\nresources:\n" + resources, **files}


def table(fields, csv, more=""):
    return data(
        f"  - {{name: p, path: p.csv, schema: {{fields: [{fields}]}}, verslag: {{privacy: {{counts: none}}}}{more}}}\n",
        **{"data/p.csv": csv})


STRING = "{name: a, title: A, type: string}, {name: b, title: B, type: integer, unit: euro}"


def rows(n, first="k{i}", second="{i}"):
    return "a,b\n" + "".join(f"{first},{second}\n".replace("{i}", str(i)) for i in range(n))


def chart(extra=""):
    return f"```chart\nid: fig-a\ntype: bars\nfrom: p\nx: a\ny: b\ntitle: T\ncaption: C\n{extra}```\n"


def glossary(n):
    terms = "".join(f"- {{term: A{i}, meaning: mean {i}, abbreviation: true, explanation: e}}\n" for i in range(n))
    return {"content/begrippen.yaml": terms}


def indicators(n):
    return {"data/indicators.yaml": "".join(
        f"- {{id: i{i}, label: L, value: {i}, unit: euro, period: '2020', source: S}}\n" for i in range(n))}


def computed(n):
    return {"data/indicators.yaml": "".join(
        f"- {{id: i{i}, label: L, from: p, where: {{a: k{i}}}, sum: b, unit: euro, period: '2020'}}\n" for i in range(n))}


def squares(n):
    shape = ('{{"type":"Feature","properties":{{"naam":"k{i}"}},"geometry":{{"type":"Polygon","coordinates":'
             '[[[{x},{y}],[{x},{z}],[{w},{z}],[{w},{y}],[{x},{y}]]]}}}}')
    return '{"type":"FeatureCollection","features":[' + ",".join(
        shape.format(i=i, x=4 + (i % 100) / 100, w=4.009 + (i % 100) / 100, y=50 + (i // 100) / 100,
                     z=50.009 + (i // 100) / 100) for i in range(n)) + "]}"


MAP = ("```chart\nid: fig-m\ntype: map\nfrom: p\nx: a\ny: b\nshapes: data/m.geojson\nkey: naam\n"
       "title: T\ncaption: C\n```\n")


def numbered(n, letter="k"):
    return "".join(f"{letter}{i}," for i in range(n))


# Name, largest size, programme of a size.
CASES = [
    ("Markdown: one line of letters", 1_000_000, line("a")),
    ("Markdown: one line of words", 160_000, line("words ")),
    ("Markdown: lines of words", 100_000, lines("some words on a line")),
    ("Markdown: unknown footnotes on a line", 80_000, line("[^a]")),
    ("Markdown: other unknown footnotes", 40_000, lambda n: page(" ".join(f"[^a{i}]" for i in range(n)))),
    ("Markdown: footnotes", 20_000, lambda n: page(
        "\n\n".join(f"Text[^{i}]." for i in range(n)) + "\n\n" + "\n".join(f"[^{i}]: Note {i}." for i in range(n)))),
    ("Markdown: footnotes that nobody uses", 20_000, lines("[^{i}]: Note {i}.\n")),
    ("Markdown: one footnote used often", 20_000, lambda n: page("Text[^1].\n\n" * n + "[^1]: Note.\n")),
    ("Markdown: footnotes in footnotes", 20_000, lambda n: page(
        "Text[^0].\n\n" + "\n".join(f"[^{i}]: Note[^{i + 1}]." for i in range(n)) + f"\n[^{n}]: Last.\n")),
    ("Markdown: open braces", 60_000, line("{{ ")),
    ("Markdown: braces without a blank", 200_000, line("{{")),
    ("Markdown: unknown numbers on a line", 60_000, line("{{ x }} ")),
    ("Markdown: lists in lists on a line", 100_000, lambda n: page("- " * n + "a")),
    ("Markdown: numbered lists in lists", 60_000, line("1. ")),
    ("Markdown: quotes in quotes", 100_000, line("> ")),
    ("Markdown: quotes and lists", 60_000, lambda n: page("> - " * n + "a")),
    ("Markdown: items", 50_000, lines("- item {i}")),
    ("Markdown: items, each deeper", 600_000, lambda n: page("\n".join("  " * i + "- a" for i in root(n)))),
    ("Markdown: quotes, each deeper", 600_000, lambda n: page("\n".join("> " * i + "a\n" for i in root(n)))),
    ("Markdown: broken links on a line", 80_000, line("[a](b.md) ")),
    ("Markdown: links on a line", 80_000, line("[a](index.md) ")),
    ("Markdown: broken links to other pages", 40_000, lambda n: page(" ".join(f"[a](b{i}.md)" for i in range(n)))),
    ("Markdown: missing anchors", 40_000, lambda n: page(" ".join(f"[a](#b{i})" for i in range(n)))),
    ("Markdown: anchors", 10_000, lambda n: page(
        "\n\n".join(f"## Head {i} {{#h{i}}}\n\n[a](#h{i})" for i in range(n)))),
    ("Markdown: cross-references", 60_000, line("[](#fig-x) ")),
    ("Markdown: images", 40_000, line("![](b.png) ")),
    ("Markdown: addresses", 40_000, line("<https://example.org/> ")),
    ("Markdown: link definitions", 40_000, lines("[l{i}]: https://example.org/{i}")),
    ("Markdown: links by label", 40_000, lambda n: page("[l] " * n + "\n\n[l]: https://example.org/")),
    ("Markdown: open brackets", 200_000, line("[")),
    ("Markdown: closed brackets", 100_000, line("[a]")),
    ("Markdown: open links", 100_000, line("[a](")),
    ("Markdown: open pictures", 100_000, line("![")),
    ("Markdown: open pointed brackets", 100_000, line("<a ")),
    ("Markdown: open comments", 100_000, line("<!-- ")),
    ("Markdown: tags", 100_000, line("<b>")),
    ("Markdown: HTML blocks", 40_000, lines("<div>{i}</div>\n")),
    ("Markdown: emphasis", 100_000, line("*a **b ")),
    ("Markdown: emphasis that closes", 100_000, line("*a* ")),
    ("Markdown: stars", 300_000, line("*")),
    ("Markdown: underscores", 100_000, line("a_")),
    ("Markdown: nested emphasis", 60_000, lambda n: page("*a " * n + "a*" * n)),
    ("Markdown: backticks", 1_000_000, lambda n: page(" ".join("`" * i for i in root(n)))),
    ("Markdown: code", 100_000, line("`a` ")),
    ("Markdown: entities", 100_000, line("&amp;")),
    ("Markdown: backslashes", 200_000, line("\\a")),
    ("Markdown: ](", 100_000, line("](")),
    ("Markdown: rules", 100_000, lines("---\n")),
    ("Markdown: headings of one name", 20_000, lines("## Same\n")),
    ("Markdown: headings without a name", 20_000, lines("## !\n")),
    ("Markdown: headings of one id", 20_000, lines("## A {#same}\n")),
    ("Markdown: headings of too deep a level", 20_000, lines("##### A {i}\n## B {i}\n")),
    ("Markdown: table with many columns", 20_000, lambda n: page(
        "\n".join("|" + part * n for part in ("a|", "-|", "b|", "c|")))),
    ("Markdown: table with many rows", 40_000, lambda n: page("|a|b|\n|-|-|\n" + "|c|**d**|\n" * n)),
    ("Markdown: table with short rows", 2_000_000, lambda n: page(
        "|" + "a|" * len(root(n)) + "\n|" + "-|" * len(root(n)) + "\n" + "|b|\n" * len(root(n)))),
    ("Markdown: table with long rows", 40_000, lambda n: page("|a|\n|-|\n" + "|c|d|\n" * n)),
    ("Markdown: many tables", 10_000, lines("|a|b|\n|-|-|\n|c|d|\n")),
    ("Markdown: delimiter rows", 40_000, lines("|-|-|")),
    ("Markdown: unknown alerts", 20_000, lines("> [!NOTTE]\n> a\n")),
    ("Markdown: quotations", 20_000, lines("> a\n> — b\n")),
    ("Markdown: code blocks of no kind", 20_000, lines("```chrat\na: b\n```\n")),
    ("Markdown: abbreviations", 40_000, lambda n: page("A1 and A2. " * n) | glossary(10)),
    ("Abbreviations: many terms", 4_000, lambda n: page(" ".join(f"A{i}" for i in range(n))) | glossary(n)),
    ("Glossary: one term twice", 10_000, lambda n: page("x") | {
        "content/begrippen.yaml": "- {term: A, meaning: b, explanation: e}\n" * n}),
    ("Front matter: unknown keys", 100_000, lambda n: page("x", "".join(f"k{i}: 1\n" for i in range(n)))),
    ("Front matter: one key twice", 40_000, lambda n: page("x", "k: 1\n" * n)),
    ("Front matter: one line of tags", 100_000, lambda n: page("x", "tags: [" + "a, " * n + "a]\n")),
    ("Front matter: one line beyond ASCII", 40_000, lambda n: page("x", "tags: [" + "é, " * n + "é]\n")),
    ("Front matter: brackets", 20_000, lambda n: page("x", "tags: " + "[" * n + "\n")),
    ("Front matter: closed brackets", 20_000, lambda n: page("x", "tags: " + "[" * n + "]" * n + "\n")),
    ("Front matter: dashes", 20_000, lambda n: page("x", "tags:\n  " + "- " * n + "a\n")),
    ("Front matter: aliases", 20_000, lambda n: page("x", "aliases: [" + ", ".join(f"a{i}" for i in range(n)) + "]\n")),
    ("Front matter: interventions", 5_000, lambda n: page("x", "kind: project\ninterventions:\n" + "".join(
        f"  - {{name: A {i}, status: rnning}}\n" for i in range(n)))),
    ("Front matter: one long text", 1_000_000, lambda n: page("x", "description: " + "a" * n + "\n")),
    ("programme.yaml: unknown keys", 100_000, lambda n: page("x") | {
        "content/programme.yaml": "title: T\n" + "".join(f"k{i}: 1\n" for i in range(n))}),
    ("programme.yaml: broken menu", 10_000, lambda n: page("x") | {
        "content/programme.yaml": "title: T\nnavigation:\n" + "".join(f"  - {{page: p{i}.md}}\n" for i in range(n))}),
    ("Blocks: unknown keys", 40_000, lambda n: page("```chart\n" + "".join(f"k{i}: 1\n" for i in range(n)) + "```")),
    ("Blocks: tiles of no number", 10_000, lambda n: page(
        "```tiles\ntiles:\n" + "".join(f"  - {{indicator: i{i}, label: a}}\n" for i in range(n)) + "```")),
    ("Blocks: charts of no data", 10_000, lambda n: page(
        "\n".join(f"```chart\nid: fig-{i}\ntype: bars\nfrom: q{i}\nx: a\ny: b\ntitle: T\ncaption: C\n```\n"
                  for i in range(n)))),
    ("Blocks: charts of one id", 4_000, lambda n: page(chart() * n) | table(STRING, rows(5))),
    ("Blocks: charts", 1_000, lambda n: page(
        "\n".join(chart().replace("fig-a", f"fig-{i}") for i in range(n))) | table(STRING, rows(5))),
    ("Blocks: tables of one dataset", 400, lambda n: page("\n".join(
        f"```table\nid: tab-{i}\nfrom: p\ncolumns: [a, b]\ntitle: T\ncaption: C\n```\n" for i in range(n))) | table(STRING, rows(50))),
    ("Blocks: a table of rows", 10_000, lambda n: page(
        "```table\nid: tab-a\nfrom: p\ncolumns: [a, b]\ntitle: T\ncaption: C\n```\n") | table(STRING, rows(n))),
    ("Blocks: a chart of categories", 4_000, lambda n: page(chart()) | table(STRING, rows(n))),
    ("Includes: one part often", 20_000, lambda n: page(
        "```include\nfile: _a.md\n```\n\n" * n) | {"content/_a.md": "text\n"}),
    ("Includes: many parts", 4_000, lambda n: page("".join(f"```include\nfile: _a{i}.md\n```\n\n" for i in range(n))) | {
        f"content/_a{i}.md": "text\n" for i in range(n)}),
    ("Includes: parts in parts", 800, lambda n: page("```include\nfile: _a0.md\n```\n") | {
        f"content/_a{i}.md": f"```include\nfile: _a{i + 1}.md\n```\n" if i < n - 1 else "x\n" for i in range(n)}),
    ("Includes: of nothing", 10_000, lambda n: page("".join(f"```include\nfile: _b{i}.md\n```\n\n" for i in range(n))) | {
        "content/_a.md": "text\n"}),
    ("Includes: none of many parts", 1_000, lambda n: page(
        "".join(f"```include\nfile: _b{i}.md\n```\n\n" for i in range(n))) | {f"content/_a{i}.md": "x\n" for i in range(n)}),
    ("CSV: columns that nobody declared", 20_000, lambda n: page("x") | table("{name: a}", numbered(n) + "a\n")),
    ("CSV: columns of one name", 20_000, lambda n: page("x") | table("{name: a}", "a," * n + "a\n")),
    ("CSV: declared columns", 10_000, lambda n: page("x") | table(
        ", ".join(f"{{name: k{i}}}" for i in range(n)), numbered(n).rstrip(",") + "\n" + ",".join("1" * n) + "\n")),
    ("CSV: declared columns that are not there", 10_000, lambda n: page("x") | table(
        ", ".join(f"{{name: k{i}}}" for i in range(n)), "a,b\n1,2\n")),
    ("CSV: rows", 200_000, lambda n: page("x") | table(STRING, rows(n))),
    ("CSV: rows that are no numbers", 40_000, lambda n: page("x") | table(STRING, rows(n, second="x{i}"))),
    ("CSV: rows that are too long", 40_000, lambda n: page("x") | table(STRING, rows(n, second="1,2"))),
    ("CSV: one long value", 1_000_000, lambda n: page("x") | table(STRING, "a,b\n" + "x" * n + ",1\n")),
    ("CSV: one quoted value of lines", 100_000, lambda n: page("x") | table(STRING, 'a,b\n"' + "x\n" * n + '",1\n')),
    ("CSV: a quote that is not closed", 100_000, lambda n: page("x") | table(STRING, 'a,b\n"' + "x,1\n" * n)),
    ("CSV: many quotes", 200_000, lambda n: page("x") | table(STRING, 'a,b\n"' + '""' * n + '",1\n')),
    ("CSV: a key that is taken", 40_000, lambda n: page("x") | table(
        STRING, rows(n, first="k")).copy() | {"data/datapackage.yaml": (
            "name: t\nresources:\n  - {name: p, path: p.csv, schema: {fields: [" + STRING
            + "], primaryKey: [a]}, verslag: {privacy: {counts: none}}}\n")}),
    ("CSV: values outside an enumeration", 40_000, lambda n: page("x") | table(
        "{name: a, type: string, constraints: {enum: [x, y]}}, {name: b, type: integer, unit: euro}", rows(n))),
    ("CSV: a long enumeration", 10_000, lambda n: page("x") | table(
        "{name: a, type: string, constraints: {enum: [" + numbered(n).rstrip(",")
        + "]}}, {name: b, type: integer, unit: euro}", rows(n))),
    ("Data: a filter of many values", 20_000, lambda n: page(chart("where: {b: [" + numbered(n, "") + "0]}\n")) | table(
        STRING, rows(n, first="k"))),
    ("Data: datasets", 2_000, lambda n: page("x") | data("".join(
        f"  - {{name: p{i}, path: p{i}.csv, schema: {{fields: [{{name: a}}]}}, "
        "verslag: {privacy: {counts: none}}}\n" for i in range(n)), **{f"data/p{i}.csv": "a\n1\n" for i in range(n)})),
    ("Data: datasets without a file", 10_000, lambda n: page("x") | data("".join(
        f"  - {{name: p{i}, path: p{i}.csv, schema: {{fields: [{{name: a}}]}}, "
        "verslag: {privacy: {counts: none}}}\n" for i in range(n)))),
    ("Data: datasets of one name", 10_000, lambda n: page("x") | table("{name: a}", "a\n1\n") | data(
        "  - {name: p, path: p.csv, schema: {fields: [{name: a}]}, verslag: {privacy: {counts: none}}}\n" * n)),
    ("Data: files that nobody describes", 4_000, lambda n: page("x") | table("{name: a}", "a\n1\n") | {
        f"data/q{i}.csv": "a\n" for i in range(n)}),
    ("Data: foreign keys", 10_000, lambda n: page("x") | data(
        "  - {name: p, path: p.csv, schema: {fields: [" + STRING + "], foreignKeys: [{fields: [a], reference: "
        "{resource: q, fields: [a]}}]}, verslag: {privacy: {counts: none}}}\n"
        "  - {name: q, path: q.csv, schema: {fields: [" + STRING + "]}, verslag: {privacy: {counts: none}}}\n",
        **{"data/p.csv": rows(n), "data/q.csv": rows(n, first="z{i}")})),
    ("Indicators: declared", 10_000, lambda n: page("x") | indicators(n)),
    ("Indicators: used", 4_000, lambda n: page(" ".join(f"{{{{ i{i} }}}}" for i in range(n))) | indicators(n)),
    ("Indicators: one used often", 20_000, lambda n: page("{{ i0 }} " * n) | indicators(1)),
    ("Indicators: one used on many pages", 4_000, lambda n: {
        f"content/p{i}.md": PAGE + "{{ i0 }}\n" for i in range(n)} | page("x") | indicators(1)),
    ("Indicators: unknown, beside many", 4_000, lambda n: page(
        " ".join(f"{{{{ x{i} }}}}" for i in range(n))) | indicators(n)),
    ("Indicators: computed from one table", 1_000, lambda n: page("x") | computed(n) | table(STRING, rows(100))),
    ("Indicators: of no dataset", 10_000, lambda n: page("x") | computed(n)),
    ("Maps: areas", 2_000, lambda n: page(MAP) | table(STRING, rows(n)) | {"data/m.geojson": squares(n)}),
    ("Pages: under the home page", 2_000, pages("")),
    ("Pages: in a folder without an index", 4_000, pages("map/")),
    ("Pages: in a folder with an index", 4_000, pages("map/", "map/index.md")),
    ("Pages: in folders without an index", 2_000, lambda n: page("x") | {
        f"content/m{i}/p.md": PAGE + "x\n" for i in range(n)}),
    ("Pages: sections with an index", 2_000, lambda n: page("x") | {
        f"content/m{i}/index.md": PAGE + "x\n" for i in range(n)}),
    ("Pages: lists on every page", 400, lambda n: page("x") | {
        f"content/m/p{i}.md": PAGE + "```pages\nfolder: m\nstyle: list\n```\n" if i < 2 else PAGE + "x\n"
        for i in range(n)} | {"content/m/index.md": PAGE + "x\n"}),
    ("Pages: without a title", 10_000, lambda n: page("x") | {f"content/a/p{i}.md": "x\n" for i in range(n)}),
    ("Pages: of one address", 2_000, lambda n: page("x") | {
        name: PAGE for i in range(n) for name in (f"content/a/p{i}.md", f"content/a/p{i}/index.md")}),
    ("Pages: of one id", 4_000, lambda n: page("x") | {
        f"content/a/p{i}.md": "---\ntitle: T\nid: same\n---\n" for i in range(n)}),
    ("Attachments", 4_000, lambda n: page(" ".join(f"[a](f{i}.txt)" for i in range(n))) | {
        f"content/f{i}.txt": "x" for i in range(n)}),
    ("Errata: of no edition", 10_000, lambda n: page("x") | {"content/errata.yaml": (
        "- {edition: e, indicator: i, old: '1', new: '2', reason: r, date: 2026-01-01}\n") * n}),
    ("Templates: sections in sections", 40_000, lambda n: page("x") | {
        "templates/page.mustache": "{{#has_toc}}" * n + "{{/has_toc}}" * n}),
    ("Templates: open sections", 40_000, lambda n: page("x") | {"templates/page.mustache": "{{#has_toc}}" * n}),
    ("Templates: tags", 40_000, lambda n: page("x") | {"templates/page.mustache": "{{title}}" * n}),
    ("Templates: calls", 20_000, lambda n: page("x") | {
        "templates/page.mustache": "{{>navigation}}" * n, "templates/navigation.mustache": "x"}),
    ("Templates: a chain of calls", 2_000, lambda n: page("x") | {
        "templates/page.mustache": "{{>t0}}"} | {
            f"templates/t{i}.mustache": f"{{{{>t{i + 1}}}}}" if i < n - 1 else "x" for i in range(n)}),
    ("Templates: calls that double", 24, lambda n: page("x") | {
        "templates/page.mustache": "{{>t0}}"} | {
            f"templates/t{i}.mustache": f"{{{{>t{i + 1}}}}}" * 2 if i < n - 1 else "x" for i in range(n)}),
    ("Words of the theme", 40_000, lambda n: page("x") | {
        "templates/strings/nl.yaml": "".join(f"k{i}: a\n" for i in range(n))}),
]


def write(folder, files):
    files = {"content/programme.yaml": "title: T\nlanguage: nl\n"} | files
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def seconds(command, files, timeout, work):
    """Processor time of a check, and how it ended: its status, or None where it did not end in time."""
    folder = work / "programme"
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, files)
    with open(work / "log.txt", "wb") as log:
        process = subprocess.Popen([command, "check", "--root", folder], stdout=log, stderr=log,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
        end = time.monotonic() + timeout
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return usage.ru_utime + usage.ru_stime, process.returncode
            if time.monotonic() > end:
                process.send_signal(signal.SIGKILL)
                process.wait()
                return timeout, None
            time.sleep(0.002)


def measure(name, largest, make, command, arguments, nothing, work):
    """One row of the table; false where the case grows too fast, crashes or does not end."""
    sizes = [max(1, int(largest * arguments.scale / part)) for part in (4, 2, 1)]
    times, verdict = [], ""
    for size in sizes:
        spent, status = seconds(command, make(size), arguments.timeout, work)
        times.append(max(0, spent - nothing))
        if status not in (0, 1):
            verdict = "does not end" if status is None else f"crashes: {status}"
            break
    growth = times[-1] / times[-2] if len(times) == 3 and times[-2] > 0 else 0
    if not verdict and growth > MOST and times[-1] > NOTHING:
        verdict = "grows too fast"
    shown = "  ".join(f"{value:7.3f}" for value in times).ljust(27)
    ratio = f"{growth:5.2f}" if times[-1] > NOTHING else "    –"
    print(f"{name:<44} {sizes[-1]:>9,}  {shown} {ratio}  {verdict}", flush=True)
    return not verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=pathlib.Path, required=True, help="the verslag command, in release mode")
    parser.add_argument("--only", default="", help="only cases with this in their name")
    parser.add_argument("--scale", type=float, default=1, help="of the largest sizes")
    parser.add_argument("--timeout", type=float, default=60, help="seconds for one check")
    arguments = parser.parse_args()
    command = arguments.command.resolve()
    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    work = pathlib.Path(tempfile.mkdtemp(prefix="verslag-growth-", dir=parent))
    try:
        nothing = min(seconds(command, page("x"), arguments.timeout, work)[0] for _ in range(3))
        print(f"time against size: seconds of processor time at a quarter, a half and the whole of the size, above the "
              f"{nothing:.3f} s of an empty programme; then the last doubling, at most {MOST}")
        chosen = [case for case in CASES if arguments.only.lower() in case[0].lower()]
        good = [measure(*case, command, arguments, nothing, work) for case in chosen]
    finally:
        shutil.rmtree(work)
    if not all(good):
        sys.exit(f"bench: {good.count(False)} of {len(good)} cases grow too fast, crash or do not end")


if __name__ == "__main__":
    main()
