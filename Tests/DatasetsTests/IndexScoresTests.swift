import Diagnostics
import Testing

@testable import Datasets

@Suite("Index scores")
struct IndexScoresTests {
    private let fields = [
        "{name: area}", "{name: theme}", "{name: num, type: integer}", "{name: den, type: integer}",
        "{name: gnum, type: integer}", "{name: gden, type: integer}",
    ]
    private let keys = "value: num, denominator: den, reference: gnum, referenceDenominator: gden, area: area"
    private func own(_ index: String) -> String {
        "privacy: {counts: people, column: num}\nindex: {base: 100, direction: higher-is-worse, \(index)}"
    }

    @Test(arguments: [
        // w = 30 %, g = 20 %.
        ("ratio", "150.0"), ("inverse", "66.66666666666667"), ("complement", "87.5"),
    ])
    func fromRates(method: String, score: String) {
        let reading = Reading(
            csv: "area,theme,num,den,gnum,gden\nA,t,30,100,200,1000\n",
            fields: fields,
            own: own("method: \(method), \(keys)")
        )
        #expect(reading.summary == [])
        #expect(reading.values("index") == [score])
    }

    @Test func fromValuesAsTheyStand() {
        let reading = Reading(
            csv: "area,w,g\nA,9,6\nB,,6\n",
            fields: ["{name: area}", "{name: w, type: number}", "{name: g, type: number}"],
            own:
                "privacy: {counts: none, reason: x}\nindex: {base: 1, direction: higher-is-better, method: ratio, value: w, reference: g}"
        )
        #expect(reading.values("index") == ["1.5", "·"])
    }

    @Test func givenScoresGetTheCommonName() {
        let reading = Reading(
            csv: "area,score\nA,112.5\n",
            fields: ["{name: area}", "{name: score, type: number}"],
            own: "privacy: {counts: none, reason: x}\nindex: {direction: higher-is-worse, value: score}"
        )
        #expect(reading.values("index") == ["112.5"])
        #expect(reading.values("score") == ["112.5"])
    }

    /// 30 of 100 and 10 of 300: pooled 40 of 400 is half of the reference's 20 %, the average of 150 and 16,7 is not.
    @Test func combinedAreasPool() throws {
        var reading = Reading(
            csv:
                "area,theme,num,den,gnum,gden\nA,t,30,100,200,1000\nB,t,10,300,200,1000\nC,t,1,1,200,1000\nA,u,5,10,1,2\n",
            fields: fields,
            schema: "primaryKey: [area, theme]",
            own: own("method: ratio, \(keys), combine: {Samen: [A, B]}")
        )
        #expect(reading.summary == [])
        #expect(reading.values("area") == ["A", "B", "C", "A", "Samen", "Samen"])
        #expect(reading.values("theme") == ["t", "t", "t", "u", "t", "u"])
        #expect(reading.values("num").suffix(2) == ["40", "5"])
        #expect(reading.values("index").suffix(2) == ["50.0", "100.0"])
        #expect(reading.dataset?.rowsInFile == 4)
        let result = try reading.aggregated("from: t\nwhere: {area: Samen, theme: t}\nmeasures: index")
        #expect(result.groups[0].cells[0].value == 50)
        #expect(result.groups[0].cells[0].units == 40)
        #expect(result.rowsUsed == 2)
    }

    @Test(arguments: [
        ("A,t,30,100,0,1000", "ratio", "2:1 data.index"), ("A,t,0,100,1,1000", "inverse", "2:1 data.index"),
        ("A,t,1,100,1000,1000", "complement", "2:1 data.index"),
        ("A,t,1,0,1,1000", "ratio", "2:1 data.index"),
    ])
    func dividingByNothingIsAMistake(row: String, method: String, finding: String) {
        let reading = Reading(
            csv: "area,theme,num,den,gnum,gden\n\(row)\n",
            fields: fields,
            own: own("method: \(method), \(keys)")
        )
        #expect(reading.summary == [finding])
        #expect(reading.values("index") == ["·"])
    }

    @Test(arguments: [
        ("X: [A, D]", "data.unknown-value"), ("A: [A, B]", "data.index-combine"), ("X: A", "yaml.wrong-type"),
    ])
    func namesMistakesInCombinedAreas(combine: String, finding: String) {
        let reading = Reading(
            csv: "area,theme,num,den,gnum,gden\nA,t,30,100,200,1000\nB,t,10,300,200,1000\n",
            fields: fields,
            schema: "primaryKey: [area, theme]",
            own: own("method: ratio, \(keys), combine: {\(combine)}")
        )
        #expect(reading.findings.all.map(\.id) == [finding])
    }
}
