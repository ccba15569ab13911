// Which texts include which: a part that includes itself, or a text that unfolds into thousands, is found before any is followed.
import Declarations
import Diagnostics

/// The includes of all texts.
struct Includes {
    /// Files from which nothing is included, and which are not included.
    private(set) var endless: Set<String> = []

    /// Parts that include others twice, which do so again, grow without end in a few files; no honest page comes near this.
    private static let mostTexts = 1_000

    init(pages: [SourcePage], parts bodies: [String: SourceBody], findings: inout Findings) {
        var calls: [String: [CallOrder.Call]] = [:]
        for (file, body) in bodies { calls[file] = Self.calls(body, from: file, bodies) }
        let walked = CallOrder(calls)
        for (chain, place) in walked.cycles {
            endless.formUnion(chain)
            let shown = CallOrder.written(chain)
            findings.error(
                "include.cycle",
                at: place,
                en: "texts include each other: \(shown)",
                nl: "teksten voegen elkaar in: \(shown)"
            )
        }
        var counts: [String: Int] = [:]
        for file in walked.order where !endless.contains(file) {
            counts[file] = count(calls[file] ?? [], in: file, counts, findings: &findings)
        }
        for page in pages {
            _ = count(Self.calls(page.text, from: page.file, bodies), in: page.file, counts, findings: &findings)
        }
    }

    /// The names in the include blocks of a text, in its order.
    static func names(in body: SourceBody) -> [Scalar] {
        body.blocks.sorted { $0.key < $1.key }.compactMap {
            if case .include(let name) = $0.value { name } else { nil }
        }
    }

    /// `_delen/doelen.md`, relative to the including file.
    static func path(_ name: String, from file: String) -> String? {
        normalized(parentFolder(of: file) + "/" + composed(name))
    }

    private static func calls(_ body: SourceBody, from file: String, _ bodies: [String: SourceBody])
        -> [CallOrder.Call]
    {
        names(in: body).compactMap { name in
            path(name.text, from: file).flatMap { bodies[$0] == nil ? nil : .init(name: $0, place: name.place) }
        }
    }

    /// The texts that a text consists of, itself included; 0, with a finding, where these are too many. A part that is not followed
    /// counts for nothing, so that only the first is reported.
    private mutating func count(
        _ calls: [CallOrder.Call],
        in file: String,
        _ counts: [String: Int],
        findings: inout Findings
    ) -> Int {
        var total = 1
        for call in calls {
            total += counts[call.name] ?? 0
            guard total > Self.mostTexts else { continue }
            findings.error(
                "include.too-many",
                at: call.place,
                en: "more than \(Self.mostTexts) texts are included here",
                nl: "hier worden meer dan \(Self.mostTexts) teksten ingevoegd"
            )
            endless.insert(file)
            return 0
        }
        return total
    }
}
