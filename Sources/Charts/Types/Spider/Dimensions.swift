// The six dimensions of Positive Health, in the order in which Huber's spider web has them: clockwise from the top.
import Diagnostics
import Markup

enum Dimensions {
    static let dutch = [
        "lichaamsfuncties", "mentaal welbevinden", "zingeving", "kwaliteit van leven", "meedoen",
        "dagelijks functioneren",
    ]
    static let english = [
        "bodily functions", "mental wellbeing", "meaningfulness", "quality of life", "participation",
        "daily functioning",
    ]
    /// Every dimension has a mark from 0 to 10.
    static let scale = 0.0...10.0

    static func place(of name: String) -> Int? {
        let small = name.lowercased()
        return dutch.firstIndex(of: small) ?? english.firstIndex(of: small.replacing("well-being", with: "wellbeing"))
    }

    static func name(_ place: Int, _ language: SiteLanguage) -> String {
        (language == .nl ? dutch : english)[place].capitalised
    }

    /// Printed beside every spider chart: the instrument's makers ask for it.
    static func caveat(_ words: Words) -> String {
        words(
            "Positieve Gezondheid is bedoeld voor een gesprek en niet om mee te meten. Een verschil tussen twee momenten is daarom geen bewijs dat iets werkt.",
            "Positive Health is meant for a conversation, not for measuring. A difference between two moments is therefore no proof that something works."
        )
    }
}

func checkSpider(_ spec: ChartSpec, _ data: ChartData, findings: inout Findings) {
    let unknown = data.categories.filter { Dimensions.place(of: $0) == nil }
    if let name = unknown.first {
        findings.error(
            "chart.unknown-dimension",
            at: spec.groupColumns.first?.place ?? spec.place,
            en: "\(spec.id.text): \"\(name)\" is not a dimension of Positive Health",
            nl: "\(spec.id.text): \"\(name)\" is geen dimensie van Positieve Gezondheid",
            hint: suggestion(for: name.lowercased(), among: Dimensions.dutch + Dimensions.english)
                ?? Wording(
                    en: "the six are: \(Dimensions.english.joined(separator: ", ")); for other categories use bars",
                    nl: "de zes zijn: \(Dimensions.dutch.joined(separator: ", ")); gebruik voor andere categorieën bars"
                )
        )
    }
    if let value = data.values(of: 0).first(where: { !Dimensions.scale.contains($0) }) {
        findings.error(
            "chart.outside-scale",
            at: spec.measures.first?.value.place ?? spec.place,
            en: "\(spec.id.text): \(machineDigits(value)) lies outside the scale from 0 to 10",
            nl: "\(spec.id.text): \(machineDigits(value)) ligt buiten de schaal van 0 tot 10"
        )
    }
}
