// Typst as the PyPI package: one Python process for all reports of a build.

/// Arguments: the folder, then the reports' names. Prints a line of JSON for each: `{"error": bool, "messages": text}`.
let typstInPython = """
    import json, os, sys
    import typst
    folder = sys.argv[1]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[os.path.join(folder, "fonts")])
    for name in sys.argv[2:]:
        root = os.path.join(folder, name)
        error, messages = False, []
        try:
            pdf, warnings = typst.compile_with_warnings(
                os.path.join(root, "main.typ"), root=root, font_paths=fonts, format="pdf", pdf_standards=["ua-1", "a-3a"])
            messages = [warning.diagnostic for warning in warnings]
            with open(root + ".pdf", "wb") as file:
                file.write(pdf)
        except typst.TypstError as problem:
            error, messages = True, [problem.diagnostic]
        print(json.dumps({"error": error, "messages": "\\n".join(messages)}), flush=True)
    """
