// What is asked of every file of content/ before it is published beside a page, or printed.
import Diagnostics
import Foundation

/// What is wrong with a file that a page leads to.
func checkAttachment(_ file: String, _ bytes: [UInt8]) -> Findings {
    var findings = Findings()
    let place = Place(file: file)
    guard let kind = AttachmentKind.of(file) else {
        findings.error(
            "attachment.type",
            at: place,
            en: "files of this type are not published",
            nl: "bestanden van dit type worden niet gepubliceerd",
            hint: hint(for: file)
        )
        return findings
    }
    guard kind.fits(bytes), !holdsMacros(bytes, kind), !isMarkup(bytes, kind) else {
        findings.error(
            "attachment.content",
            at: place,
            en: holdsMacros(bytes, kind)
                ? "this document has macros in it" : "the content of this file is not what its name says",
            nl: holdsMacros(bytes, kind)
                ? "er zitten macro's in dit document" : "de inhoud van dit bestand is niet wat de naam zegt",
            hint: Wording(
                en: "save it again in the format that the name promises, without macros",
                nl: "sla het opnieuw op in het formaat dat de naam belooft, zonder macro's"
            )
        )
        return findings
    }
    switch kind.content {
    case .svg: findings.add(contentsOf: checkDrawing(file, bytes))
    case .table: findings.add(contentsOf: checkCells(file, bytes))
    default: break
    }
    return findings
}

/// A host that knows no type for a name sends none, and browsers then look at the first bytes.
private func isMarkup(_ bytes: [UInt8], _ kind: AttachmentKind) -> Bool {
    if case .svg = kind.content { return false }
    return AttachmentKind.looksLikeMarkup(bytes)
}

/// The names under which office documents keep macros; names in a ZIP archive are not compressed.
private func holdsMacros(_ bytes: [UInt8], _ kind: AttachmentKind) -> Bool {
    guard case .zip = kind.content else { return false }
    let data = Data(bytes)
    return ["vbaProject.bin", "Basic/script-lc.xml"].contains { data.range(of: Data($0.utf8)) != nil }
}

private func hint(for file: String) -> Wording {
    let types = AttachmentKind.all.keys.sorted().joined(separator: ", ")
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    if ["doc", "docm", "xls", "xlsm", "ppt", "pptm", "dot", "rtf"].contains(ending) {
        return Wording(
            en: "save it without macros, as .docx, .xlsx, .pptx or PDF",
            nl: "sla het zonder macro's op, als .docx, .xlsx, .pptx of PDF"
        )
    }
    if ["html", "htm", "xhtml", "mht", "mhtml", "xml", "js"].contains(ending) {
        return Wording(
            en: "write it as a page in Markdown, or link to a PDF",
            nl: "schrijf het als pagina in Markdown, of verwijs naar een PDF"
        )
    }
    return Wording(en: "these types are published: \(types)", nl: "deze typen worden gepubliceerd: \(types)")
}

/// A table for spreadsheets has no cell that runs: the first that would is a finding at its place.
///
/// A cell begins a formula with `=`, or with `+`, `-` or `@` where a call or a program follows; `-`, `-5` and `@naam` run nothing.
private func checkCells(_ file: String, _ bytes: [UInt8]) -> Findings {
    var findings = Findings()
    var (line, lineStart) = (1, 0)
    var startsCell = true
    for (index, byte) in bytes.enumerated() {
        if startsCell, runs(bytes[index...]) {
            findings.error(
                "attachment.formula",
                at: Place(file: file, line: line, column: index - lineStart + 1),
                en: "a spreadsheet would run this cell as a formula",
                nl: "een rekenprogramma voert deze cel uit als formule",
                hint: Wording(
                    en: "put an apostrophe before it, or publish the value that it computes",
                    nl: "zet er een apostrof voor, of publiceer de waarde die zij berekent"
                )
            )
            return findings
        }
        switch byte {
        case 0x0A:
            (line, lineStart) = (line + 1, index + 1)
            startsCell = true
        case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0D: startsCell = true
        case UInt8(ascii: "\""), 0x20, 0xEF, 0xBB, 0xBF: break
        default: startsCell = false
        }
    }
    return findings
}

private func runs(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, "=+-@".utf8.contains(first) else { return false }
    let cell = rest.dropFirst().prefix(200).prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 != UInt8(ascii: ";") }
    if first == UInt8(ascii: "=") { return cell.first { $0 > 0x20 }.map { $0 != first } ?? false }
    return zip(cell, cell.dropFirst()).contains { before, byte in
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "(") && (0x41...0x5A).contains(before & 0xDF)
    }
}
