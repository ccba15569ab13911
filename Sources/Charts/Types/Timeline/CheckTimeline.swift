// Findings about the dates of a timeline's rows, each with what to change.
import Diagnostics
import Markup

func checkTimeline(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    let items = TimelineItems(spec, data.table, language: .nl)
    let place = spec.from?.place ?? spec.place
    func column(of roles: String...) -> Place {
        roles.compactMap { spec.timeline.columns[$0].flatMap { spec.groupColumns[safe: $0]?.place } }.first ?? place
    }
    let id = spec.id.text
    if items.all.isEmpty {
        findings.warning(
            "chart.no-rows",
            at: spec.whereMapping?.place ?? place,
            en: "\(id): nothing to put on the timeline",
            nl: "\(id): niets om op de tijdlijn te zetten",
            hint: Wording(
                en: "check where and the dataset, or items",
                nl: "kijk naar where en de dataset, of naar items"
            )
        )
    } else if items.span == nil {
        findings.warning(
            "chart.no-values",
            at: place,
            en: "\(id): no entry has a date",
            nl: "\(id): geen enkel onderdeel heeft een datum",
            hint: ChartSpec.dateHint
        )
    }
    if !items.misread.isEmpty {
        let texts = items.misread.prefix(3).joined(separator: "; ") + (items.misread.count > 3 ? "; …" : "")
        findings.error(
            "chart.date",
            at: column(of: "start", "date", "end"),
            en: "\(id): not a date: \(texts)",
            nl: "\(id): geen datum: \(texts)",
            hint: ChartSpec.dateHint
        )
    }
    if let name = items.reversed.first {
        findings.error(
            "chart.end-before-start",
            at: column(of: "end"),
            en: "\(id): \(name) ends before it begins",
            nl: "\(id): \(name) eindigt voordat het begint"
        )
    }
    if items.all.count > 40 {
        findings.warning(
            "chart.too-many-categories",
            at: place,
            en: "\(id): \(items.all.count) entries are too many to read",
            nl: "\(id): \(items.all.count) onderdelen zijn te veel om te lezen",
            hint: Wording(en: "choose fewer, or make two timelines", nl: "kies er minder, of maak twee tijdlijnen")
        )
    }
}
