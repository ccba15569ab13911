#!/usr/bin/env python3
"""Writes Sources/Charts/Text/InterWidths.swift: the advance widths with which charts measure text.

Reads the fonts that the site ships, with the feature that its charts switch on (`tnum`, figures of one width).
Run it after the fonts in templates/assets/fonts change; needs fonttools (pip install fonttools).

    scripts/font-metrics.py
"""
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "templates/assets/fonts/print"
OUTPUT = ROOT / "Sources/Charts/Text/InterWidths.swift"
DENSE = range(0x20, 0x180)  # Latin with diacritics, one array; everything else is looked up by code


def tabular(font):
    """Glyph names that `tnum` puts in place of others."""
    table = font["GSUB"].table
    lookups = {i for r in table.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    names = {}
    for index in sorted(lookups):
        for sub in table.LookupList.Lookup[index].SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            names.update(getattr(sub, "mapping", {}))
    return names


def widths(file):
    font = TTFont(file)
    assert font["head"].unitsPerEm == 2816, "the unit in FontMetrics.swift must follow the font"
    swap, advance = tabular(font), font["hmtx"]
    return {code: advance[swap.get(name, name)][0] for code, name in font.getBestCmap().items()}


def rows(values, per_row=16):
    values = list(values)
    return "".join("        " + ", ".join(values[i : i + per_row]) + ",\n" for i in range(0, len(values), per_row))


def table(name, style, file):
    known = widths(file)
    missing = known.get(0x25A1, 1800)
    dense = rows(str(known.get(code, 0 if 0x7F <= code < 0xA0 else missing)) for code in DENSE)
    other = rows((f"0x{code:04X}: {known[code]}" for code in sorted(known) if code not in DENSE), 8)
    return (
        f"    /// {style}.\n    static let {name} = InterWidths(\n        dense: [\n"
        + dense.replace("        ", "            ")
        + "        ],\n        other: [\n" + other.replace("        ", "            ") + "        ])\n"
    )


def main():
    text = (
        "// Advance widths of the font that charts are set in, in units of 1/2816 em with tabular figures.\n"
        "// Made by scripts/font-metrics.py from templates/assets/fonts/print: do not edit by hand.\n"
        "// swift-format-ignore-file\n\n"
        "/// The widths of one weight: an array from U+0020 to U+017F, and single characters beyond.\n"
        "struct InterWidths: Sendable {\n    let dense: [UInt16]\n    let other: [UInt32: UInt16]\n\n"
        + table("regular", "Inter Regular", FONTS / "Inter-Regular.otf")
        + "\n"
        + table("semiBold", "Inter SemiBold", FONTS / "Inter-SemiBold.otf")
        + "}\n"
    )
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
