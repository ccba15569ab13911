import Testing

@testable import Datasets

@Suite("Units of people")
struct PeopleUnitsTests {
    @Test(arguments: [
        "personen", "Personen", "persoon", "mensen", "deelnemers", "inwoners", "gezinnen", "huishoudens", "cliënten",
        "clienten",
        "clie\u{308}nten", "kinderen", "jongeren (12–18)", "unieke cliënten", "aantal personen", "gezinnen of kinderen",
        "kinderen van 0 tot 4 jaar", "deelnemers per jaar", "wijkbewoners", "ggz-patiënten", "leerlingen", "people",
        "young people", "number of participants", "households", "residents", "deaths",
    ])
    func countPeople(unit: String) { #expect(PeopleUnits.count(unit)) }

    @Test(arguments: [
        "%", "euro", "bijeenkomsten", "personen per 1.000 inwoners", "personen × 1.000", "personen (x 1000)",
        "personen/gezin",
        "% van de deelnemers", "cliënturen", "gesprekken met cliënten", "index", "jaar", "person years", "wijken",
        "fte",
        "kinderen per gezin", "procent van de mensen", "personenauto's", "",
    ])
    func countOtherThings(unit: String) { #expect(!PeopleUnits.count(unit)) }

    private static let fields = [
        "{name: gebied}", "{name: meldingen, type: integer}", "{name: ziek, type: integer, unit: personen}",
        "{name: lessen, type: integer, unit: lessen}", "{name: bevolking, type: integer, unit: inwoners}",
        "{name: jaar, type: year, unit: personen}",
    ]

    @Test func contractKnowsItsColumns() throws {
        let reading = Reading(
            csv: "gebied,meldingen,ziek,lessen,bevolking,jaar\nA,30,2,4,5000,2020\n",
            fields: Self.fields,
            own: "privacy: {counts: people, column: meldingen, exempt: [lessen, bevolking]}"
        )
        #expect(reading.summary == [])
        let contract = try #require(reading.dataset?.contract)
        #expect((-1...6).filter(contract.countsPeople) == [1, 2, 4])
        #expect(contract.privacy.exempt == [3, 4])
    }

    @Test func peopleAreNotExempt() {
        let reading = Reading(
            csv: "gebied,meldingen,ziek,lessen,bevolking,jaar\nA,30,2,4,5000,2020\n",
            fields: Self.fields,
            own: "privacy: {counts: people, column: meldingen, exempt: [ziek]}"
        )
        #expect(reading.findings.all.map(\.id) == ["privacy.exempt"])
        #expect(reading.messages == ["column ziek counts people (unit personen), so it cannot be exempt"])
        #expect(reading.dataset?.contract.privacy.exempt == [])
    }

    @Test func nobodyIsCountedWhereTheContractSaysSo() {
        let reading = Reading(
            csv: "gebied,meldingen,ziek,lessen,bevolking,jaar\nA,30,2,4,5000,2020\n",
            fields: Self.fields,
            own: "privacy: {counts: none, exempt: [ziek], reason: openbaar}"
        )
        #expect(reading.summary == [])
        #expect(reading.dataset?.contract.countsPeople(2) == false)
    }
}
