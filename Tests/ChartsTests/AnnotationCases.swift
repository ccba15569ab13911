// Annotations on every type that can show them, added to the golden sources of those types.
@testable import Charts

private func annotated(_ name: String, in cases: [ChartCase], _ annotations: String) -> ChartCase {
    var example = cases.first { $0.name == name } ?? ChartCase(name: name, yaml: "")
    example.name = "annotations-\(name)"
    example.yaml += "\nannotations:\n" + annotations
    return example
}

let everyAnnotationCase: [ChartCase] = [
    annotated(
        "index-bars",
        in: indexCases,
        """
          - {line: 120, text: vanaf hier vraagt de gemeente om een plan}
          - {arrow: Lichamelijke klachten, text: het enige gunstige thema}
        """
    ),
    annotated(
        "index-dots-panels",
        in: dotCases,
        """
          - {band: [95, 105], text: nauwelijks verschil}
          - {arrow: Meedoen, series: Limmel, text: nieuw}
        """
    ),
    annotated(
        "stacked",
        in: stackedCases,
        """
          - {line: 50, text: de helft}
          - {arrow: 2020, text: nog niet bekend}
        """
    ),
    annotated(
        "interval",
        in: dotCases,
        """
          - {line: 7, text: doel}
          - {arrow: Wachtlijst, text: klein}
        """
    ),
    annotated(
        "dumbbell",
        in: dotCases,
        """
          - {band: [6, 6.5], text: voldoende}
          - {arrow: Limmel, text: nieuw buurthuis}
        """
    ),
    annotated("slope", in: dotCases, "  - {line: 6.8, text: gemiddelde van de stad}\n"),
    annotated(
        "waterfall",
        in: waterfallCases,
        """
          - {line: 60000, text: wat de gemeente betaalde}
          - {arrow: Wmo, text: vooral huishoudelijke hulp}
        """
    ),
    annotated(
        "target-share",
        in: targetCases,
        """
          - {band: [90, 110], text: ongeveer gehaald}
          - {arrow: Praktijken, text: twee haakten af}
        """
    ),
]
