// The Typst writer: text that nothing can turn into a command, and the same words as the HTML writer.
import Diagnostics
import Foundation
import Markup
import Testing

@testable import Documents

private func typst(_ markdown: String, _ context: TypstContext = TypstContext()) -> String {
    var findings = Findings()
    let document = Markdown.parse(Array(markdown.utf8), file: "a.md", findings: &findings)
    var output = ByteWriter()
    var writer = TypstWriter(context)
    writer.write(document, into: &output)
    return output.string
}

private func literal(_ text: String) -> String {
    var output = ByteWriter()
    output.typst(text)
    return output.string
}

/// What stands outside string literals; nil where a literal is not closed.
private func commands(_ typst: String) -> String? {
    var outside = ""
    var isInside = false
    var isEscaped = false
    for byte in typst.unicodeScalars {
        if isEscaped {
            isEscaped = false
        } else if isInside, byte == "\\" {
            isEscaped = true
        } else if byte == "\"" {
            isInside.toggle()
        } else if !isInside {
            outside.unicodeScalars.append(byte)
        }
    }
    return isInside || isEscaped ? nil : outside
}

/// The words inside string literals, without labels and addresses.
private func words(ofTypst typst: String) -> String {
    let text = typst.replacing(/(?:section\(\d, |(?:link|inner|label|alert)\()"(?:[^"\\]|\\.)*"/, with: "")
    var words = ""
    var isInside = false
    var isEscaped = false
    for scalar in text.unicodeScalars {
        if isEscaped {
            isEscaped = false
            words.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        } else if isInside, scalar == "\\" {
            isEscaped = true
        } else if scalar == "\"" {
            isInside.toggle()
        } else if isInside, scalar != "\u{200B}" {
            words.unicodeScalars.append(scalar)
        } else if scalar == "," || scalar == "\n" {
            words += " "
        }
    }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The words of the page that the HTML writer makes.
private func words(ofHTML markdown: String) -> String {
    var findings = Findings()
    let document = Markdown.parse(Array(markdown.utf8), file: "a.md", findings: &findings)
    var html = ByteWriter()
    var writer = HTMLWriter()
    writer.write(document, into: &html)
    return html.string.replacing(/<sup class="footnote-ref">.*?<\/sup>/, with: "").replacing(
        /<a class="footnote-back"[^>]*>[^<]*<\/a>/,
        with: ""
    )
    .replacing(/<\/?(?:em|strong|a|code)\b[^>]*>/, with: "").replacing(/<[^>]*>/, with: " ")
    .replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
        "&quot;",
        with: "\""
    )
}

private let demonstration = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content")
    .standardizedFileURL
private let pagesOfTheDemonstration =
    (FileManager.default.enumerator(atPath: demonstration.path)?.compactMap { $0 as? String } ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

@Suite struct TypstTests {
    @Test(arguments: [
        ("a", "\"a\""), ("", "\"\""), ("\"", "\"\\\"\""), ("\\", "\"\\\\\""), ("#x$y@z", "\"#x$y@z\""),
        ("a\nb\t c", "\"a b c\""),
        ("a\u{0}b\u{7F}\u{1B}c", "\"abc\""), (" é ", "\" é \""), ("\\u{41}", "\"\\\\u{41}\""),
        ("\"); #import \"x", "\"\\\"); #import \\\"x\""),
    ]) func textBecomesALiteral(_ text: String, _ expected: String) { #expect(literal(text) == expected) }

    /// Where they may break is for the template: what is copied from the PDF is what the author wrote.
    @Test(arguments: ["x", "é", "\\", "\"", "😀"]) func longWordsStayAsTheyAre(_ character: String) {
        let word = String(repeating: character, count: 300)
        let written = literal(word)
        #expect(commands(written) == "")
        #expect(written.unicodeScalars.allSatisfy { $0 != "\u{200B}" && $0 != "\u{AD}" } && !written.contains("\\u{"))
        #expect(words(ofTypst: written) == word)
    }

    /// Whatever an author writes, what stands outside the literals is ours: names, brackets, commas.
    @Test func noTextGetsOutOfItsLiteral() throws {
        var random = RandomCases(seed: 4)
        let pieces = [
            "#", "$", "@", "\\", "*", "_", "`", "//", "/*", "\"", "[", "]", "(", ")", "{", "}", "\n", "\n\n", "- ",
            "> ", "# ", "|", "a", "é", "[^1]", "![", "](x)", "~", "=", "+", ";", "\u{0}", "```\n", "\\u{22}", "<b>",
            "&quot;", "&#34;",
        ]
        for _ in 0..<2_000 {
            let text = (0..<random.next(40)).map { _ in pieces[random.next(pieces.count)] }.joined()
            let outside = try #require(commands(typst(text)), "a literal is open after \(text.debugDescription)")
            #expect(
                outside.wholeMatch(of: /[a-z0-9\-:,;.()\[\]{}#\s]*/) != nil,
                "\(outside) from \(text.debugDescription)"
            )
        }
    }

    /// Quotes in quotes, lists in lists, emphasis in emphasis: Typst's parser ends at a few hundred levels.
    @Test(arguments: ["> ", "- ", "1. ", "*a **"]) func deepNestingStaysShallow(_ mark: String) throws {
        let written = typst(String(repeating: mark, count: 2_000) + "bodem")
        var depth = 0
        var deepest = 0
        for scalar in try #require(commands(written)).unicodeScalars {
            if "([{".unicodeScalars.contains(scalar) { depth += 1 }
            if ")]}".unicodeScalars.contains(scalar) { depth -= 1 }
            deepest = max(deepest, depth)
        }
        #expect(depth == 0 && deepest < 60)
        #expect(written.contains("bodem"))
    }

    @Test func bothWritersSayTheSame() {
        let text = """
            # Kop *een*

            Een **alinea** met `code` en een [koppeling](x.md), regel\\
            twee & <drie>.

            > Citaat
            >
            > — Naam, rol

            > [!TIP]
            > Doe dit.

            - a
            - b
              1. c

            | A | B |
            | - | - |
            | 1 | *2* |

            ```
            x < y
            ```

            ---
            """
        func condensed(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "—" } }
        #expect(condensed(words(ofTypst: typst(text))) == condensed(words(ofHTML: text)))
    }

    /// The same words, each as often, on every page of the demonstration; notes stand elsewhere in print, so their order does not count.
    @Test(arguments: pagesOfTheDemonstration) func bothWritersSayTheSameOnRealPages(_ path: String) throws {
        let text = try String(contentsOf: demonstration.appending(path: path), encoding: .utf8)
        let body =
            text.split(separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init)
            ?? text
        func sorted(_ words: String) -> [Substring] {
            words.filter { $0 != "—" }.split(whereSeparator: \.isWhitespace).sorted()
        }
        let (print, web) = (sorted(words(ofTypst: typst(body))), sorted(words(ofHTML: body)))
        // Letters, since a mark such as a bracket may stand apart from its word in one of the two.
        let isSame = print.joined().sorted() == web.joined().sorted()
        #expect(isSame, "print: \(print.filter { !web.contains($0) }), web: \(web.filter { !print.contains($0) })")
        #expect(print.count > 10)
    }

    /// A PDF for listeners may not skip a level.
    @Test func headingsStepDownOneLevelAtATime() {
        func levels(_ shift: Int) -> [Int] {
            var context = TypstContext()
            context.headingShift = shift
            return typst("## a\n#### b\n###### c\n## d\n### e\n", context).matches(of: /section\((\d)/).compactMap {
                Int($0.output.1)
            }
        }
        #expect(levels(0) == [2, 3, 4, 2, 3])
        #expect(levels(-1) == [1, 2, 3, 1, 2])
    }

    @Test func aNoteStandsWhereItIsFirstNamed() {
        let written = typst("A[^x] b[^x].\n\n[^x]: Noot.\n")
        #expect(
            written
                == "par({\"A\"; [#footnote({\"Noot.\"})#label(\"fn--1\")]; \" b\"; footnote(label(\"fn--1\")); \".\"});\n"
        )
    }

    @Test func abbreviationsAreExplainedOnce() {
        let context = TypstContext(abbreviations: Abbreviations([("POH", "praktijkondersteuner")]))
        #expect(
            typst("De POH en POH.", context)
                == "par({\"De \"; abbr(\"POH\", \"praktijkondersteuner\"); \" en POH.\"});\n"
        )
        #expect(
            typst("Een praktijkondersteuner (POH) en POH.", context)
                == "par({\"Een praktijkondersteuner (POH) en POH.\"});\n"
        )
    }

    @Test func marksLeadBackToTheSource() {
        var findings = Findings()
        let document = Markdown.parse(Array("Een.\n\n- a\n\n- b\n".utf8), file: "a.md", findings: &findings)
        var output = ByteWriter()
        output.raw("#{\n")
        var writer = TypstWriter()
        writer.write(document, into: &output)
        #expect(writer.marks.map(\.place.line) == [1, 3, 3, 5])
        #expect(writer.marks[0].offset == 3 && output.bytes[writer.marks[1].offset...].starts(with: "list(".utf8))
    }
}

/// Numbers that are the same in every run (a linear congruential generator).
private struct RandomCases {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
