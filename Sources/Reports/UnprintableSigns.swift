// Signs that cannot be printed: no font has them, or the standard of the PDF forbids them. Typst says which, but not where; they are
// looked for in what it was given, and then in the author's files.
import Diagnostics

/// Where a sign stands in an author's files.
///
/// - Parameters:
///   - sign: one character, as a reader sees it.
///   - file: the file whose text was set there; nil for any file that the report may have it from, the likeliest first.
/// - Returns: places in one file, in its order; none where it does not stand there as such.
public typealias SignPlaces = @Sendable (_ sign: String, _ file: String?) -> [Place]

extension ReportSource {
    /// One sign of this report that cannot be printed, and where texts with it begin.
    private struct Sign {
        var text: String
        var marks: [Place] = []
    }

    /// A finding for each sign in each file.
    ///
    /// - Parameter scalars: the code points that cannot be printed. Of a sign that is put together (a digit in a square) Typst names every one.
    public func unprintable(_ scalars: Set<Unicode.Scalar>, places: SignPlaces) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for sign in signs(of: scalars) {
            // In the order of the report.
            var files: [String] = []
            for mark in sign.marks where !files.contains(mark.file) { files.append(mark.file) }
            var exact = files.map { places(sign.text, $0) }.filter { !$0.isEmpty }
            // From data or definitions that the text only names.
            if exact.count < max(1, files.count) {
                let others = places(sign.text, nil)
                if !others.isEmpty && !exact.contains(others) { exact.append(others) }
            }
            if exact.isEmpty { exact = [sign.marks.isEmpty ? [.programme] : sign.marks] }
            for found in exact { findings.append(noGlyph(sign.text, at: found[0], count: found.count)) }
        }
        return findings
    }

    /// Code points for private use, which mean nothing to whoever has not the same font: the PDF may not have them.
    public var privateUse: Set<Unicode.Scalar> {
        var found: Set<Unicode.Scalar> = []
        for bytes in [text] + files.filter({ $0.place != nil && $0.path.hasSuffix(".svg") }).map(\.bytes) {
            let isSuspect = bytes.withUnsafeBufferPointer { bytes in
                bytes.indices.contains { index in
                    switch bytes[index] {
                    case 0xEE, 0xF4: true
                    case 0xEF: index + 1 < bytes.count && bytes[index + 1] <= 0xA3
                    case 0xF3: index + 1 < bytes.count && bytes[index + 1] >= 0xB0
                    default: false
                    }
                }
            }
            guard isSuspect else { continue }
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
            where scalar.properties.generalCategory == .privateUse { found.insert(scalar) }
        }
        return found
    }

    private func signs(of scalars: Set<Unicode.Scalar>) -> [Sign] {
        var places: [(sign: String, place: Place?)] = []
        func look(in bytes: [UInt8], _ place: (Int) -> Place?) {
            var offset = 0
            for character in String(decoding: bytes, as: UTF8.self) {
                if character.unicodeScalars.contains(where: scalars.contains) {
                    places.append((String(character), place(offset)))
                }
                offset += character.utf8.count
            }
        }
        look(in: text) { offset in marks.last { $0.offset <= offset }?.place }
        for file in files where file.place != nil && file.path.hasSuffix(".svg") {
            look(in: file.bytes) { _ in file.place }
        }

        // A sign that is put together explains all of its code points: a bare 1 can be printed.
        let whole = places.map(\.sign).filter {
            $0.unicodeScalars.count > 1 && $0.unicodeScalars.allSatisfy(scalars.contains)
        }
        let rest = scalars.subtracting(whole.flatMap(\.unicodeScalars))
        let known = Set(whole)
        var signs: [Sign] = []
        for (sign, place) in places where known.contains(sign) || sign.unicodeScalars.contains(where: rest.contains) {
            let index = signs.firstIndex { $0.text == sign } ?? signs.endIndex
            if index == signs.endIndex { signs.append(Sign(text: sign)) }
            if let place, signs[index].marks.last != place { signs[index].marks.append(place) }
        }
        return signs
    }
}

extension Place {
    static let programme = Place(file: "content/programme.yaml", line: 1)
}

/// The finding for a sign that stands `count` times in a file.
func noGlyph(_ sign: String, at place: Place, count: Int = 1) -> Diagnostic {
    let codes = sign.unicodeScalars.map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    .joined(separator: " ")
    let isPrivate = sign.unicodeScalars.contains { $0.properties.generalCategory == .privateUse }
    // A sign of private use looks like a box, or like nothing.
    let shown = isPrivate ? codes : "\"\(sign)\" (\(codes))"
    let times = Wording(
        en: count > 1 ? "; it stands \(count) times in this file" : "",
        nl: count > 1 ? "; het staat \(count) keer in dit bestand" : ""
    )
    return Diagnostic(
        .error,
        "report.no-glyph",
        at: place,
        message: Wording(
            en: "no font of the printed report has the character \(shown)\(times.en)",
            nl: "geen lettertype van het gedrukte rapport heeft het teken \(shown)\(times.nl)"
        ),
        hint: isPrivate
            ? Wording(
                en:
                    "it comes from a font for signs of another program, such as a bullet of Word; delete it, and write lists with -",
                nl:
                    "het komt uit een tekenlettertype van een ander programma, zoals een opsomteken van Word; haal het weg en schrijf lijsten met -"
            )
            : Wording(
                en: "write it in words, or add a font that has it to templates/assets/fonts/print/",
                nl: "schrijf het in woorden, of zet een lettertype dat het heeft in templates/assets/fonts/print/"
            )
    )
}
