// A finding about measures that stand in one sentence, or along one axis, and whose units contradict each other.
import Diagnostics
import Markup

extension ChartSpec {
    /// Before and after, result and target, value and bounds, part and whole are compared: all are written with the unit of the first.
    var comparesMeasures: Bool { [.slope, .dumbbell, .target, .interval, .pictogram].contains(kind) }
}

/// The sign of the first measure would stand at the numbers of another: 40% as € 40. A measure without a unit says nothing.
func checkUnits(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    guard spec.comparesMeasures, spec.measures.count == data.measureColumns.count else { return }
    var first: String?
    for (measure, column) in zip(spec.measures, data.measureColumns) where measure.name != "n" {
        guard let unit = column.unit, !unit.isEmpty else { continue }
        guard let known = first else {
            first = unit
            continue
        }
        guard Unit.sign(of: unit) != Unit.sign(of: known) else { continue }
        findings.error(
            "chart.units-differ",
            at: measure.value.place,
            en: "\(spec.id.text): \(readable(unit)) cannot be compared with \(readable(known))",
            nl: "\(spec.id.text): \(readable(unit)) is niet te vergelijken met \(readable(known))",
            hint: Wording(
                en: "take measures with one unit, or correct the units in data/datapackage.yaml",
                nl: "neem maten met één eenheid, of verbeter de eenheden in data/datapackage.yaml"
            )
        )
    }
}
