import Testing

@testable import Diagnostics

@Suite struct DidYouMeanTests {
    @Test(
        arguments: [
            ("wjik", ["wijk", "thema", "index"], "wijk"),
            ("Index", ["index"], "index"),
            ("participant", ["participants", "sessions"], "participants"),
            ("zzz", ["wijk", "thema"], nil),
            ("a", ["b"], "b"),
            ("", ["wijk"], nil),
            ("audeince", ["activity", "audience"], "audience"),
        ] as [(String, [String], String?)]
    )
    func closestName(word: String, candidates: [String], expected: String?) {
        #expect(didYouMean(word, among: candidates) == expected)
    }

    @Test func knownNamesAreListedWhereNoneIsClose() {
        let wording = suggestion(for: "onzin", among: ["a", "b"])
        #expect(wording?.en == "known here: a, b")
        #expect(suggestion(for: "x", among: [String]()) == nil)
    }
}
