// Block quotes that are more than that: alerts, and quotations with their source.
import Diagnostics

extension DocumentReader {
    /// The kind of alert that a block quote is, and how many inline nodes of its first paragraph say so.
    mutating func alert(_ index: Int, _ node: CommonMarkTree.Node, _ position: SourcePosition) -> (Document.Alert, Int)?
    {
        let nodes = found.tree.nodes
        guard index + 2 < node.end, nodes[index + 1].kind == .paragraph, nodes[index + 2].kind == .text,
            found.tables[nodes[index + 1].line - 1] == nil
        else { return nil }
        let text = found.tree.bytes(nodes[index + 2].text)
        guard text.starts(with: [UInt8(ascii: "["), UInt8(ascii: "!")]),
            let close = text.firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let name = String(decoding: text[(text.startIndex + 2)..<close], as: UTF8.self)
        guard !name.isEmpty, name.utf8.allSatisfy({ isLetterOrDigit($0) }) else { return nil }
        let names = Document.Alert.allCases.map { "\($0.name)".uppercased() }
        guard let kind = names.firstIndex(of: name.uppercased()) else {
            findings.warning(
                "markdown.alert",
                at: source.place(position),
                en: "no alert is called \"\(name)\"; this is shown as a block quote",
                nl: "er is geen kader \"\(name)\"; dit wordt als citaat getoond",
                hint: suggestion(for: name, among: names)
            )
            return nil
        }
        let isAlone =
            close == text.endIndex - 1
            && (index + 3 >= nodes[index + 1].end || nodes[index + 3].kind == .softBreak
                || nodes[index + 3].kind == .lineBreak)
        guard isAlone else {
            findings.warning(
                "markdown.alert",
                at: source.place(position),
                en: "[!\(name)] must stand alone on its line",
                nl: "[!\(name)] moet alleen op de regel staan"
            )
            return nil
        }
        return (Document.Alert(rawValue: UInt8(kind)) ?? .note, index + 3 < nodes[index + 1].end ? 2 : 1)
    }

    private static let dash: [UInt8] = Array("— ".utf8)

    /// The last paragraph of a block quote where its last line begins with a dash.
    func sourceParagraph(ofQuote index: Int, _ node: CommonMarkTree.Node) -> Int? {
        let nodes = found.tree.nodes
        var child = index + 1
        var last = child
        while child < node.end {
            last = child
            child = nodes[child].end
        }
        guard last < node.end, nodes[last].kind == .paragraph, found.tables[nodes[last].line - 1] == nil,
            let start = startOfLastLine(last), start > last + 1 || last > index + 1
        else { return nil }
        return nodes[start].kind == .text && found.tree.bytes(nodes[start].text).starts(with: Self.dash) ? last : nil
    }

    /// The first inline node of a paragraph's last line.
    private func startOfLastLine(_ paragraph: Int) -> Int? {
        let nodes = found.tree.nodes
        var child = paragraph + 1
        var start = child
        while child < nodes[paragraph].end {
            let isBreak = nodes[child].kind == .softBreak || nodes[child].kind == .lineBreak
            child = nodes[child].end
            if isBreak { start = child }
        }
        return start < nodes[paragraph].end ? start : nil
    }

    mutating func readSourceParagraph(_ index: Int, _ node: CommonMarkTree.Node) {
        guard let start = startOfLastLine(index) else { return }
        let position = position(of: node)
        var cursor = cursor(ofLeaf: index, node, always: true)
        if start > index + 1 {
            let opened = builder.open(.paragraph, at: position)
            readInlines((index + 1)..<(start - 1), of: found.tree, at: position, &cursor)
            builder.close(opened)
            cursor?.followBreak()
        }
        let opened = builder.open(.attribution, at: cursor?.position ?? position)
        readInlines(start..<node.end, of: found.tree, at: position, &cursor, dropping: Self.dash.count)
        builder.close(opened)
    }
}
