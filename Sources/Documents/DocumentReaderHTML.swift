// Raw HTML never reaches a page: but for three tags (`InlineTags.swift`) it is left out, and said so unless it is a comment.
import Diagnostics

extension DocumentReader {
    mutating func drop(html: ArraySlice<UInt8>, at position: SourcePosition) {
        // A closing tag is mentioned with its opening one.
        if isComment(html) || html.starts(with: [UInt8(ascii: "<"), UInt8(ascii: "/")]) { return }
        findings.warning(
            "markdown.html",
            at: source.place(position),
            en: "HTML is left out",
            nl: "HTML wordt weggelaten",
            hint: Wording(
                en: "write Markdown; to show HTML, put it between backticks",
                nl: "schrijf Markdown; zet HTML die u wilt tonen tussen backticks"
            )
        )
    }

    private func isComment(_ html: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: html, as: UTF8.self)
        guard let start = text.firstIndex(where: { $0 != " " }), text[start...].hasPrefix("<!--") else { return false }
        guard let end = text.range(ofFirst: "-->") else { return true }
        return text[end...].allSatisfy { $0.isWhitespace }
    }
}

extension String {
    /// The index after the first occurrence of an ASCII text.
    fileprivate func range(ofFirst wanted: String) -> String.Index? {
        let bytes = Array(utf8)
        let target = Array(wanted.utf8)
        guard bytes.count >= target.count else { return nil }
        for start in 0...(bytes.count - target.count) where bytes[start..<start + target.count].elementsEqual(target) {
            return utf8.index(utf8.startIndex, offsetBy: start + target.count)
        }
        return nil
    }
}
