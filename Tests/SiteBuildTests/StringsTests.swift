import Diagnostics
import Indicators
import Markup
import Testing

@testable import SiteBuild

@Suite("Words for one")
struct StringsTests {
    private func strings(_ yaml: String) -> Strings {
        var findings = Findings()
        return Strings(Array(yaml.utf8), file: "strings.yaml", findings: &findings)
    }

    @Test(arguments: [("1", "Nog 1 regel."), ("2", "Nog 2 regels."), ("11", "Nog 11 regels.")])
    func areTakenForOne(number: String, text: String) {
        let strings = strings("more: \"Nog {n} regels.\"\nmore_one: Nog 1 regel.\n")
        #expect(strings("more", ("n", number)) == text)
    }

    /// Only a number decides: a text that reads 1 does not.
    @Test func dependOnTheNumberOnly() {
        let strings = strings("then: \"Eerst {old}.\"\nthen_one: Fout.\n")
        #expect(strings("then", ("old", "1")) == "Eerst 1.")
    }

    @Test(arguments: [
        (66, 70, "%", "4 points"), (66, 67, "%", "1 point"), (70, 66.5, "procent", "3,5 points"),
        (12, 13, "personen", "1\u{A0}persoon"),
        (12, 14, "personen", "2\u{A0}personen"), (12, 13, "wijkteams", "1"), (1000, 1200.5, "euro", "€\u{A0}200,50"),
        (0.125, 0.25, "cijfer", "0,125"), (3, 4, "% van de deelnemers", "1 point"),
    ])
    func changes(old: Double, new: Double, unit: String, text: String) {
        let strings = strings(
            "points_higher: \"{n} points\"\npoints_higher_one: 1 point\npoints_lower: \"{n} points\"\nmore: \"{n}\"\nless: \"{n}\"\n"
        )
        func record(_ value: Double) -> NumberRecord {
            NumberRecord(
                id: "x",
                label: "X",
                value: value,
                text: SiteLanguage.nl.number(value, upTo: 3) ?? "",
                written: "",
                isSuppressed: false,
                unit: unit,
                uses: []
            )
        }
        let change = NumberChange(id: "x", old: record(old), new: record(new), causes: [], difference: new - old)
        #expect(change.differenceWords(strings: strings, language: .nl) == text)
    }
}
