#!/usr/bin/env python3
"""Measures the charts of verslag against Vega-Lite (vl-convert-python) and matplotlib; `make bench` calls it.

All draw the same mixed charts from the same numbers: bars, groups, stacks, lines and index scores. Each is held to one
core. The others are running and warm: their time is that from a specification and rows in memory to one SVG.

For verslag two times are printed. *Drawing* is that of its stages resolve and render: from blocks and tables in memory
to aggregation, disclosure control, three drawings (desk, phone, file), description, table, CSV, page and files. *Command*
is everything, from its start on: reading Markdown, YAML and CSV, checking, copying the theme. Times of one machine are
compared with times of that machine only.
"""
import argparse
import csv
import importlib.metadata
import io
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SEED = 11
CHARTS_A_PAGE = 50
KINDS = ("bars", "grouped", "stacked", "lines", "index")
AREAS = ("Wittevrouwenveld", "Wyckerpoort", "Nazareth", "Limmel", "Malberg", "Scharn", "Heer", "Amby")
GROUPS = ("Bewoners", "Professionals", "Vrijwilligers")
YEARS = tuple(str(year) for year in range(2014, 2021))


def charts(number):
    """The charts as (kind, rows of category, series and value); every chart has numbers of its own."""
    dice = random.Random(SEED)
    made = []
    for index in range(number):
        kind = KINDS[index % len(KINDS)]
        names = AREAS[:dice.randint(4, 8)]
        if kind == "bars":
            rows = [(name, "", dice.randint(10, 900)) for name in names]
        elif kind == "index":
            rows = [(name, "", round(dice.uniform(70, 150), 1)) for name in names]
        elif kind == "lines":
            rows = [(year, group, dice.randint(10, 900)) for year in YEARS for group in GROUPS]
        else:
            rows = [(name, group, dice.randint(10, 900)) for name in names for group in GROUPS]
        made.append((kind, rows))
    return made


def write_programme(folder, made):
    """The charts as a programme: pages of fifty charts, each page with the rows of its charts in one file."""
    content, data = folder / "content", folder / "data"
    content.mkdir(parents=True)
    data.mkdir()
    (content / "programme.yaml").write_text("title: Grafieken\nlanguage: nl\n", encoding="utf-8")
    (content / "index.md").write_text("---\ntitle: Grafieken\n---\n\nWelkom.\n", encoding="utf-8")
    package = "name: grafieken\ntitle: Grafieken\nresources:\n"
    blocks = {
        "bars": "type: bars\n", "index": "type: index-bars\n", "grouped": "type: bars\nseries: series\n",
        "stacked": "type: bars\nseries: series\nlayout: stacked\n", "lines": "type: lines\nseries: series\n",
    }
    for page, start in enumerate(range(0, len(made), CHARTS_A_PAGE)):
        text = f"---\ntitle: Bladzijde {page}\n---\n\nVijftig grafieken.\n"
        with open(data / f"rijen-{page}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("chart", "category", "series", "value"))
            for index, (kind, rows) in enumerate(made[start:start + CHARTS_A_PAGE], start):
                writer.writerows((index, *row) for row in rows)
                text += (f"\n```chart\nid: fig-{index}\nfrom: rijen-{page}\nwhere: {{chart: {index}}}\nx: category\n"
                         f"y: value\n{blocks[kind]}title: Grafiek {index}\n```\n")
        (content / f"bladzijde-{page}.md").write_text(text, encoding="utf-8")
        package += f"""  - name: rijen-{page}
    title: Rijen
    path: rijen-{page}.csv
    format: csv
    encoding: utf-8
    schema:
      fields:
        - {{name: chart, title: Grafiek, type: integer}}
        - {{name: category, title: Wijk, type: string}}
        - {{name: series, title: Groep, type: string}}
        - {{name: value, title: Aantal, type: number}}
      missingValues: [""]
    verslag:
      status: illustrative
      privacy: {{counts: none, reason: Verzonnen getallen.}}
      index: {{base: 100, direction: higher-is-worse, method: given, value: value}}
"""
    (data / "datapackage.yaml").write_text(package, encoding="utf-8")


def time_verslag(command, work, runs):
    """Seconds of each run as (drawing, command), and the sizes of the SVG files and of the drawings inside the pages."""
    seconds = []
    output = work / "out"
    for _ in range(runs):
        shutil.rmtree(output, ignore_errors=True)
        started = time.monotonic()
        result = subprocess.run(
            [command, "build", "--root", work / "programme", "--output", output, "--jobs", "1", "--timings"],
            capture_output=True, text=True)
        whole = time.monotonic() - started
        if result.returncode != 0:
            sys.exit(f"bench: verslag stopped with status {result.returncode}\n{result.stderr[-3000:]}")
        stages = dict(re.findall(r"^(\w+): (\d+) ms$", result.stderr, re.MULTILINE))
        seconds.append(((int(stages["resolve"]) + int(stages["render"])) / 1000, whole))
    files = [path.stat().st_size for path in output.rglob("fig-*.svg")]
    inside = [len(svg) for page in output.rglob("bladzijde-*/index.html")
              for svg in re.findall(rb'<svg class="chart".*?</svg>', page.read_bytes(), re.DOTALL)]
    return seconds, files, inside


def vega_lite(kind, rows):
    values = [{"category": category, "series": series, "value": value} for category, series, value in rows]
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": "Grafiek", "width": 600,
            "data": {"values": values}}
    category = {"field": "category", "type": "nominal", "sort": None, "title": None}
    value = {"field": "value", "type": "quantitative", "title": "Aantal"}
    colour = {"field": "series", "type": "nominal", "title": None}
    if kind == "lines":
        encoding = {"x": category | {"type": "ordinal"}, "y": value, "color": colour}
        return spec | {"mark": {"type": "line", "point": True}, "encoding": encoding}
    encoding = {"y": category, "x": value}
    if kind == "stacked":
        encoding |= {"color": colour}
    elif kind == "grouped":
        encoding |= {"color": colour, "yOffset": {"field": "series"}}
    elif kind == "index":
        encoding |= {"x": value | {"stack": None}, "x2": {"datum": 100}}
        encoding |= {"color": {"condition": {"test": "datum.value > 100", "value": "#6d3f9e"}, "value": "#2c7a4b"}}
    return spec | {"mark": "bar", "encoding": encoding}


def time_vega_lite(made):
    import vl_convert
    specs = [vega_lite(kind, rows) for kind, rows in made]
    for spec in specs[:len(KINDS)]:
        vl_convert.vegalite_to_svg(spec)
    started = time.monotonic()
    sizes = [len(vl_convert.vegalite_to_svg(spec).encode()) for spec in specs]
    return time.monotonic() - started, sizes


def matplotlib_svg(kind, rows):
    from matplotlib.figure import Figure
    figure = Figure(figsize=(6.8, 3.2))
    axes = figure.subplots()
    names = list(dict.fromkeys(category for category, _, _ in rows))
    groups = list(dict.fromkeys(series for _, series, _ in rows))
    values = {(category, series): value for category, series, value in rows}
    places = range(len(names))
    if kind == "lines":
        for group in groups:
            axes.plot(names, [values[name, group] for name in names], marker="o", label=group)
    elif kind == "index":
        numbers = [values[name, ""] for name in names]
        colours = ["#6d3f9e" if number > 100 else "#2c7a4b" for number in numbers]
        axes.barh(names, [number - 100 for number in numbers], left=100, color=colours)
        axes.axvline(100, color="#d97706")
    elif kind == "stacked":
        ends = [0] * len(names)
        for group in groups:
            parts = [values[name, group] for name in names]
            axes.barh(names, parts, left=ends, label=group)
            ends = [end + part for end, part in zip(ends, parts)]
    else:
        height = 0.8 / len(groups)
        for offset, group in enumerate(groups):
            axes.barh([place + offset * height for place in places], [values[name, group] for name in names],
                      height, label=group)
        axes.set_yticks(list(places), names)
    if kind != "lines":
        axes.invert_yaxis()
    if len(groups) > 1:
        axes.legend()
    axes.set_title("Grafiek")
    target = io.BytesIO()
    figure.savefig(target, format="svg")
    return target.getvalue()


def time_matplotlib(made):
    import matplotlib
    matplotlib.use("svg")
    # Letters stay letters, as in the others: outlines would only cost time and bytes.
    matplotlib.rcParams["svg.fonttype"] = "none"
    for kind, rows in made[:len(KINDS)]:
        matplotlib_svg(kind, rows)
    started = time.monotonic()
    sizes = [len(matplotlib_svg(kind, rows)) for kind, rows in made]
    return time.monotonic() - started, sizes


def kilobytes(sizes):
    return f"{statistics.median(sizes) / 1000:.1f} KB"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=pathlib.Path, required=True, help="the verslag command, in release mode")
    parser.add_argument("--charts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3, help="how often verslag draws them all, each of three times")
    arguments = parser.parse_args()
    # This process and those that it starts stay on one core.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    made = charts(arguments.charts)
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("vl-convert-python", "matplotlib")]
    print(f"{len(made)} charts on one core; {', '.join(versions)}", flush=True)

    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    work = pathlib.Path(tempfile.mkdtemp(prefix="verslag-bench-charts-", dir=parent))
    others, seconds = [], []
    try:
        write_programme(work / "programme", made)
        # In turns: what else the machine does in the meantime then weighs on all of them.
        for name, measure in (("", None), ("Vega-Lite", time_vega_lite), ("matplotlib", time_matplotlib)):
            if measure:
                total, sizes = measure(made)
                others.append((name, total / len(made), sizes))
            more, files, inside = time_verslag(arguments.command.resolve(), work, arguments.runs)
            seconds += more
    finally:
        shutil.rmtree(work)
    if len(files) != len(made):
        sys.exit(f"bench: verslag drew {len(files)} of {len(made)} charts: the comparison is void")
    drawing, command = (statistics.median(run[part] for run in seconds) / len(made) for part in (0, 1))
    print(f"verslag    {1000 * drawing:.3f} ms a chart drawing, {1000 * command:.3f} ms the whole command; "
          f"median SVG {kilobytes(inside)} in the page, {kilobytes(files)} as a file")
    for name, each, sizes in others:
        print(f"{name:<10} {1000 * each:.1f} ms a chart, median SVG {kilobytes(sizes)}; "
              f"verslag draws {each / drawing:.0f} × faster, the whole command is {each / command:.0f} × faster")


if __name__ == "__main__":
    main()
