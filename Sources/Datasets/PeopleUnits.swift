// Which columns count people: the unit of a column says so, or the contract's `privacy`. Disclosure control protects all of them.

extension DatasetContract {
    /// Whether the values of a column are numbers of people, so that a small one is hidden: the column that `privacy` names, and every other
    /// whose unit is a unit of people. Never in a dataset that counts no people.
    ///
    /// - Parameter column: a position in the dataset's table; computed columns come after the contract's and count nobody.
    public func countsPeople(_ column: Int) -> Bool {
        guard privacy.counts == .people, fields.indices.contains(column) else { return false }
        return column == privacy.column || fields[column].countsPeople
    }
}

extension FieldContract {
    /// Whether the unit says so; a column without a unit is not taken for people.
    var countsPeople: Bool { kind != .year && isNumeric && unit.map(PeopleUnits.count) ?? false }

    /// Whether it counts those who live somewhere. How many live in an area says nothing about the few of them that a row is about, so such a column
    /// may be exempt; its own small numbers stay hidden.
    var countsInhabitants: Bool { countsPeople && unit.map(PeopleUnits.countInhabitants) ?? false }
}

/// Units that count people, in Dutch and English.
public enum PeopleUnits {
    /// Whether a unit counts people: *personen*, *unieke cliënten*, *jongeren (12–18)*, *gezinnen of kinderen*, *deelnemers per jaar*. Rates
    /// (*personen per 1.000 inwoners*), thousands (*personen × 1.000*) and the time or things of people (*cliënturen*, *person years*) do not.
    public static func count(_ unit: String) -> Bool { noun(of: unit) != nil }

    static func countInhabitants(_ unit: String) -> Bool {
        noun(of: unit).map { ["inwoner", "inwoners", "inhabitant", "inhabitants"].contains($0) } ?? false
    }

    /// The noun that says what is counted, where it is people.
    private static func noun(of unit: String) -> String? {
        let plain = String(unit.lowercased().map { marks[$0] ?? $0 })
        if plain.contains(where: { "×*/%‰".contains($0) }) { return nil }
        let words = plain.split { " \t\u{A0},;:()".contains($0) }.map(String.init)
        guard let position = words.firstIndex(where: { !adjectives.contains($0) }), isPeople(words[position]) else {
            return nil
        }
        let rest = words.dropFirst(position + 1)
        if let next = rest.first, notCounted.contains(next) { return nil }
        if let per = rest.firstIndex(of: "per"), !(words[(per + 1)...].first.map(periods.contains) ?? false) {
            return nil
        }
        return rest.contains("x") || rest.contains("duizend") || rest.contains("duizendtallen")
            || rest.contains("thousands")
            ? nil : words[position]
    }

    private static func isPeople(_ word: String) -> Bool {
        // In Dutch the last part of a word says what it is: wijkbewoners, wmo-clienten.
        nouns.contains(word) || endings.contains { word.hasSuffix($0) }
    }

    /// Letters that are often written without their marks.
    private static let marks: [Character: Character] = ["ë": "e", "é": "e", "è": "e", "ï": "i", "ö": "o", "ü": "u"]

    private static let adjectives: Set<String> = [
        "aantal", "unieke", "verschillende", "nieuwe", "jonge", "oude", "oudere", "volwassen", "thuiswonende",
        "bereikte",
        "number", "of", "unique", "different", "new", "young", "older", "elderly", "adult",
    ]

    private static let nouns: Set<String> = [
        "persoon", "personen", "mens", "mensen", "deelnemer", "deelnemers", "client", "clienten", "patient",
        "patienten",
        "inwoner", "inwoners", "bewoner", "bewoners", "gezin", "gezinnen", "huishouden", "huishoudens", "kind",
        "kinderen",
        "jongere", "jongeren", "jeugdigen", "jeugd", "ouderen", "oudere", "volwassenen", "senioren", "ouders",
        "moeders", "vaders",
        "vrouwen", "mannen", "meisjes", "jongens", "baby's", "zuigelingen", "peuters", "kleuters", "leerlingen",
        "scholieren",
        "studenten", "professionals", "medewerkers", "werknemers", "vrijwilligers", "mantelzorgers", "hulpverleners",
        "werkzoekenden", "werklozen", "uitkeringsgerechtigden", "statushouders", "vluchtelingen", "asielzoekers",
        "daklozen", "respondenten", "geinterviewden", "slachtoffers", "verdachten", "daders", "overledenen", "doden",
        "bezoekers", "gebruikers", "leden", "huurders", "koppels", "paren", "alleenstaanden", "rokers", "zieken",
        "person", "persons", "people", "participant", "participants", "client", "clients", "patient", "patients",
        "resident",
        "residents", "inhabitant", "inhabitants", "family", "families", "household", "households", "child", "children",
        "youths",
        "youngsters", "teenagers", "adolescents", "adults", "seniors", "parents", "mothers", "fathers", "women", "men",
        "girls",
        "boys", "babies", "infants", "toddlers", "pupils", "students", "employees", "workers", "volunteers", "carers",
        "caregivers", "respondents", "interviewees", "victims", "suspects", "offenders", "deaths", "refugees",
        "tenants",
        "users", "members", "visitors", "couples", "smokers",
    ]

    private static let endings = [
        "personen", "mensen", "deelnemers", "deelneemsters", "clienten", "patienten", "inwoners", "bewoners",
        "gezinnen",
        "huishoudens", "kinderen", "jongeren", "leerlingen", "studenten", "medewerkers", "vrijwilligers",
        "mantelzorgers",
        "gerechtigden", "slachtoffers",
    ]

    /// What people have or spend, where it follows their name.
    private static let notCounted: Set<String> = [
        "years", "months", "weeks", "days", "hours", "visits", "jaren", "maanden", "weken", "dagen", "uren", "bezoeken",
    ]

    private static let periods: Set<String> = [
        "jaar", "halfjaar", "kwartaal", "maand", "week", "dag", "year", "quarter", "month", "week", "day",
    ]
}
