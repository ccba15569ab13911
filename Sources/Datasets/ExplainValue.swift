// The wording of mistakes in values, apart from their detection.
import Diagnostics

extension ValueProblem {
    var kind: Violations.Kind {
        switch self {
        case .required: .required
        case .invalid, .otherSign, .signBesideUnit: .invalidValue
        case .tooLarge: .tooLarge
        case .notPeople: .people
        case .notAllowed: .notAllowed
        case .pattern: .pattern
        case .below, .above: .outOfRange
        case .tooShort, .tooLong: .length
        }
    }
}

/// Message and hint for one wrong value. Values with one cause get the same hint, which makes them one finding.
func explain(_ problem: ValueProblem, field: FieldContract, value: String) -> (message: Wording, hint: Wording?) {
    let shown = value.shortened
    let name = field.name
    switch problem {
    case .required:
        return (
            Wording(
                en: "\(name) has no value here, and one is required",
                nl: "\(name) heeft hier geen waarde en die is verplicht"
            ), nil
        )
    case .invalid:
        return (
            Wording(
                en: "\(name) must be \(kindWording(field).en), not \"\(shown)\"",
                nl: "\(name) moet \(kindWording(field).nl) zijn, niet \"\(shown)\""
            ),
            invalidHint(field: field, value: value)
        )
    case .tooLarge:
        return (
            Wording(
                en: "\(name) \"\(shown)\" has more digits than can be computed with",
                nl: "\(name) \"\(shown)\" heeft meer cijfers dan waarmee te rekenen is"
            ), codeHint
        )
    case .otherSign(let sign):
        return (
            Wording(
                en: "\(name) \"\(shown)\" has another sign than the \(sign) of the values before it",
                nl: "\(name) \"\(shown)\" heeft een ander teken dan de \(sign) van de waarden ervoor"
            ),
            Wording(
                en: "amounts of one kind belong in one column",
                nl: "hoeveelheden van één soort horen in één kolom"
            )
        )
    case .signBesideUnit:
        let unit = field.unit ?? ""
        return (
            Wording(
                en: "\(name) \"\(shown)\" has a sign that its unit, \(unit), contradicts",
                nl: "\(name) \"\(shown)\" heeft een teken dat niet past bij de eenheid, \(unit)"
            ),
            Wording(
                en: "the page would give it as \(unit): correct the unit of the column, or the file",
                nl: "op de pagina zou het \(unit) zijn: verbeter de eenheid van de kolom, of het bestand"
            )
        )
    case .notPeople:
        return (
            Wording(
                en: "\(name) is a number of people (privacy.column, or its unit) and cannot be \(shown)",
                nl: "\(name) is een aantal personen (privacy.column, of de eenheid) en kan niet \(shown) zijn"
            ),
            peopleHint(field: field, value: value)
        )
    case .notAllowed:
        return (
            Wording(en: "\(name) cannot be \"\(shown)\"", nl: "\(name) kan niet \"\(shown)\" zijn"),
            valueHint(for: value, among: field.constraints.allowed ?? [])
        )
    case .pattern:
        let pattern = field.constraints.pattern ?? ""
        return (
            Wording(
                en: "\(name) \"\(shown)\" does not have the form \(pattern)",
                nl: "\(name) \"\(shown)\" heeft niet de vorm \(pattern)"
            ), nil
        )
    case .below(let bound):
        let en = bound.isExclusive ? "more than \(bound.text)" : "at least \(bound.text)"
        let nl = bound.isExclusive ? "meer dan \(bound.text)" : "minstens \(bound.text)"
        return (
            Wording(en: "\(name) must be \(en), not \(shown)", nl: "\(name) moet \(nl) zijn, niet \(shown)"), nil
        )
    case .above(let bound):
        let en = bound.isExclusive ? "less than \(bound.text)" : "at most \(bound.text)"
        let nl = bound.isExclusive ? "minder dan \(bound.text)" : "hooguit \(bound.text)"
        return (
            Wording(en: "\(name) must be \(en), not \(shown)", nl: "\(name) moet \(nl) zijn, niet \(shown)"), nil
        )
    case .tooShort(let least):
        return (
            Wording(
                en: "\(name) needs at least \(least) \(least == 1 ? "character" : "characters"): \"\(shown)\"",
                nl: "\(name) heeft minstens \(least) \(least == 1 ? "teken" : "tekens") nodig: \"\(shown)\""
            ), nil
        )
    case .tooLong(let most):
        return (
            Wording(
                en: "\(name) may have \(most) \(most == 1 ? "character" : "characters") at most: \"\(shown)\"",
                nl: "\(name) mag hooguit \(most) \(most == 1 ? "teken" : "tekens") hebben: \"\(shown)\""
            ),
            nil
        )
    }
}

private func kindWording(_ field: FieldContract) -> Wording {
    let mark = String(UnicodeScalar(field.decimalMark))
    switch field.kind {
    case .integer: return Wording(en: "a whole number", nl: "een geheel getal")
    case .number: return Wording(en: "a number such as 12\(mark)5", nl: "een getal zoals 12\(mark)5")
    case .year: return Wording(en: "a year such as 2018", nl: "een jaar zoals 2018")
    case .date: return Wording(en: "a date such as 2018-05-02", nl: "een datum zoals 2018-05-02")
    case .yearmonth: return Wording(en: "a month such as 2018-05", nl: "een maand zoals 2018-05")
    case .boolean:
        let words = (field.trueValues.prefix(1) + field.falseValues.prefix(1)).joined(separator: "/")
        return Wording(en: "one of \(words)", nl: "\(words)")
    case .string, .any: return Wording(en: "a text", nl: "een tekst")
    }
}
