// What an author typed beside a number out of a dataset of people: it passes no disclosure control, so it is held against the dataset's minimum here.
import Datasets
import Declarations
import Diagnostics
import Markup

/// Finds an `n`, `baseline` or `target` that tells of fewer people than the dataset shows.
///
/// `n` is a number of people; a baseline and a target are where the indicator counts people. A baseline of another kind, such as a share, is
/// reported where the number itself is hidden: it is likely to be about the same few.
func checkSmallNumbers(
    beside number: PublishedNumber,
    _ kind: Measure.Kind,
    _ privacy: Privacy,
    _ fields: inout Fields
) {
    guard privacy.counts == .people else { return }
    var isHidden = false
    if case .suppressed = number.value { isHidden = true }
    let countsPeople = number.unit.map(PeopleUnits.count) ?? false
    func isFew(_ stated: PublishedNumber.Stated?) -> Bool {
        guard let people = stated.flatMap(people) else { return false }
        return people > 0 && people < Double(privacy.minimum)
    }
    if isFew(number.n) { report("n", privacy, &fields, isCertain: isHidden) }
    if countsPeople ? isFew(number.baseline) : isHidden && number.baseline != nil {
        report("baseline", privacy, &fields, isCertain: countsPeople, isNumberOfPeople: countsPeople)
    }
    if countsPeople, isFew(number.target) {
        fields.warning(
            "privacy.typed-number",
            at: "target",
            en:
                "a target of fewer than \(privacy.minimum) people stands beside a number of dataset \(fields.text("from") ?? "")",
            nl:
                "een streefgetal van minder dan \(privacy.minimum) personen staat naast een getal uit dataset \(fields.text("from") ?? "")",
            hint: Wording(
                en: "leave it out if it tells how many people there were",
                nl: "laat het weg als het verraadt hoeveel personen het waren"
            )
        )
    }
    if countsPeople, kind.isOfRows { checkUnit(of: number, privacy, &fields) }
}

/// - Parameter isCertain: whether it surely tells of few people. Beside a number that is shown, `n` may count something else.
private func report(
    _ key: String,
    _ privacy: Privacy,
    _ fields: inout Fields,
    isCertain: Bool,
    isNumberOfPeople: Bool = true
) {
    let dataset = fields.text("from") ?? ""
    let message = Wording(
        en: isNumberOfPeople
            ? "\(key) is below \(privacy.minimum), the smallest number of people that dataset \(dataset) shows"
            : "\(key) stands beside a number that is hidden because it is about fewer than \(privacy.minimum) people",
        nl: isNumberOfPeople
            ? "\(key) is minder dan \(privacy.minimum), het kleinste aantal personen dat dataset \(dataset) toont"
            : "\(key) staat naast een getal dat verborgen is omdat het over minder dan \(privacy.minimum) personen gaat"
    )
    let hint = Wording(
        en: "leave it out; if small numbers may be seen, give the dataset a lower minimum and its reason",
        nl: "laat het weg; mogen kleine aantallen gezien worden, geef de dataset dan een lager minimum met de reden"
    )
    if isCertain {
        fields.error("privacy.typed-number", at: key, en: message.en, nl: message.nl, hint: hint)
    } else {
        fields.warning("privacy.typed-number", at: key, en: message.en, nl: message.nl, hint: hint)
    }
}

/// A unit of people at the indicator, where the contract gives the column none: then nothing protects its small numbers.
private func checkUnit(
    of number: PublishedNumber,
    _ privacy: Privacy,
    _ fields: inout Fields
) {
    guard fields.has("unit"), case .number(let value) = number.value, value > 0,
        value < Double(privacy.minimum), value == value.rounded()
    else { return }
    fields.error(
        "privacy.unit",
        at: "unit",
        en:
            "this says that \(machineDigits(value)) people are counted, and the contract of the dataset does not protect them",
        nl:
            "hier staat dat het \(machineDigits(value)) personen zijn, en het contract van de dataset beschermt ze niet",
        hint: Wording(
            en: "give the column its unit in data/datapackage.yaml, or correct the unit here",
            nl: "geef de kolom haar eenheid in data/datapackage.yaml, of verbeter de eenheid hier"
        )
    )
}

/// The number that is typed, also in a text such as *4 personen*; nil where there is none, or more than one.
private func people(_ stated: PublishedNumber.Stated) -> Double? {
    switch stated {
    case .number(let number): return number
    case .text(let text):
        let numbers = text.split { !("0"..."9").contains($0) && $0 != "," && $0 != "." }.filter {
            $0.contains(where: \.isNumber)
        }
        guard numbers.count == 1, let only = numbers.first else { return nil }
        return Double(only.replacing(".", with: "").replacing(",", with: "."))
    }
}

extension Measure.Kind {
    /// Whether the value is one that stands in a row, or a sum of them: of means and shares people are no unit.
    fileprivate var isOfRows: Bool {
        switch self {
        case .sum, .value, .minimum, .maximum: true
        case .rows, .mean, .median, .share: false
        }
    }
}
