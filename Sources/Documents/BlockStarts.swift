// Whether a line begins a block of its own: this is where a table ends, as in cmark-gfm.

/// Whether the text from `offset` to the end of its line begins a block quote, heading, fence, rule, list item or HTML block
/// outside of a paragraph. The text is not indented by four columns or more, and not blank.
func beginsBlock(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    let line = bytes[offset..<end]
    guard let first = line.first else { return false }
    switch first {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "#"):
        let level = line.prefix { $0 == first }.count
        return level <= 6 && isBlank(line.dropFirst(level).first)
    case UInt8(ascii: "`"):
        let ticks = line.prefix { $0 == first }.count
        return ticks >= 3 && !line.dropFirst(ticks).contains(first)
    case UInt8(ascii: "~"): return line.prefix { $0 == first }.count >= 3
    case UInt8(ascii: "<"): return beginsHTML(line)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
        return isRule(line) || first != UInt8(ascii: "_") && isBlank(line.dropFirst().first)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digits = line.prefix { (0x30...0x39).contains($0) }.count
        guard digits <= 9, let delimiter = line.dropFirst(digits).first else { return false }
        return (delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"))
            && isBlank(line.dropFirst(digits + 1).first)
    default: return false
    }
}

/// The end of the line counts as blank.
private func isBlank(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
}

private func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, mark != UInt8(ascii: "+") else { return false }
    var count = 0
    for byte in line {
        if byte == mark {
            count += 1
        } else if byte != 0x20 && byte != 0x09 {
            return false
        }
    }
    return count >= 3
}

private func beginsHTML(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.dropFirst()
    guard let next = rest.first else { return false }
    if next == UInt8(ascii: "?") { return true }
    if next == UInt8(ascii: "!") {
        let after = rest.dropFirst()
        return after.starts(with: Array("--".utf8)) || after.starts(with: Array("[CDATA[".utf8))
            || (after.first.map { (0x41...0x5A).contains($0) } ?? false)
    }
    let isClosing = next == UInt8(ascii: "/")
    if isClosing { rest = rest.dropFirst() }
    let name = rest.prefix(while: isNameByte)
    guard let letter = name.first, isLetter(letter) else { return false }
    let after = rest.dropFirst(name.count)
    let word = String(decoding: name, as: UTF8.self).lowercased()
    if !isClosing, ["script", "pre", "textarea", "style"].contains(word) {
        if isBlank(after.first) || after.first == UInt8(ascii: ">") { return true }
    } else if blockTags.contains(word) {
        if isBlank(after.first) || after.first == UInt8(ascii: ">") || after.starts(with: Array("/>".utf8)) {
            return true
        }
    }
    return isWholeTag(after, isClosing: isClosing)
}

/// Whether what follows a tag's name is the rest of one complete tag and then nothing.
private func isWholeTag(_ text: ArraySlice<UInt8>, isClosing: Bool) -> Bool {
    var rest = text
    func skipBlanks() -> Bool {
        let count = rest.prefix { isBlank($0) }.count
        rest = rest.dropFirst(count)
        return count > 0
    }
    while true {
        let blanks = skipBlanks()
        guard let byte = rest.first else { return false }
        if byte == UInt8(ascii: ">") { return rest.dropFirst().allSatisfy { isBlank($0) } }
        if isClosing { return false }
        if byte == UInt8(ascii: "/") {
            return rest.dropFirst().first == UInt8(ascii: ">") && rest.dropFirst(2).allSatisfy { isBlank($0) }
        }
        guard blanks, isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") else { return false }
        rest = rest.drop {
            isNameByte($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        }
        let beforeValue = rest
        _ = skipBlanks()
        guard rest.first == UInt8(ascii: "=") else {
            rest = beforeValue
            continue
        }
        rest = rest.dropFirst()
        _ = skipBlanks()
        guard let quote = rest.first else { return false }
        if quote == 0x22 || quote == 0x27 {
            guard let end = rest.dropFirst().firstIndex(of: quote) else { return false }
            rest = rest[(end + 1)...]
        } else {
            let value = rest.prefix { !isBlank($0) && !Array("\"'=<>`".utf8).contains($0) }
            if value.isEmpty { return false }
            rest = rest.dropFirst(value.count)
        }
    }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
private func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D }

private let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main",
    "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "title", "summary",
    "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "track", "ul",
]
