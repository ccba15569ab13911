// Footnotes come last in the document, in the order in which the text refers to them.
import Diagnostics

extension DocumentReader {
    mutating func readFootnotes(_ contents: [Range<Int>]) {
        for (index, definition) in footnotes.all.enumerated()
        where index < contents.count && calls.number(of: index) == nil {
            // A footnote may be called from another one only; those are known when the others are read.
            if calls.order.isEmpty { warnUnused(definition) }
        }
        guard !calls.order.isEmpty else { return }
        let section = builder.open(.footnotes, at: start)
        var opened: [(node: Int, index: Int)] = []
        var done = 0
        while done < calls.order.count {
            let index = calls.order[done]
            let definition = footnotes.all[index]
            let node = builder.open(
                .footnote,
                value: done + 1,
                text: Array(definition.label.utf8)[...],
                at: definition.position
            )
            opened.append((node, index))
            if index < contents.count {
                walk = BlockWalk(source: source)
                walk.enter(contents[index].lowerBound, found.tree.nodes[contents[index].lowerBound])
                readBlocks((contents[index].lowerBound + 1)..<contents[index].upperBound)
            }
            builder.close(node)
            done += 1
        }
        for (node, index) in opened { builder.set(node, secondCount: calls.count(of: index)) }
        builder.close(section)
        for (index, definition) in footnotes.all.enumerated() where calls.number(of: index) == nil {
            warnUnused(definition)
        }
    }

    private mutating func warnUnused(_ definition: FootnoteDefinitions.Definition) {
        findings.warning(
            "markdown.footnote-unused",
            at: source.place(definition.position, length: definition.label.utf8.count + 3),
            en: "footnote [^\(definition.label)] is used nowhere",
            nl: "voetnoot [^\(definition.label)] wordt nergens gebruikt"
        )
    }
}

/// Which footnotes are referred to, in what order and how often.
struct FootnoteCalls {
    private(set) var order: [Int] = []
    private var numbers: [Int]
    private var counts: [Int]

    init(count: Int) {
        numbers = [Int](repeating: 0, count: count)
        counts = numbers
    }

    /// A reference to definition `index`: its footnote's number and the how-manieth reference this is.
    mutating func call(_ index: Int) -> (number: Int, occurrence: Int) {
        if numbers[index] == 0 {
            order.append(index)
            numbers[index] = order.count
        }
        counts[index] += 1
        return (numbers[index], counts[index])
    }

    func number(of index: Int) -> Int? { numbers[index] == 0 ? nil : numbers[index] }
    func count(of index: Int) -> Int { counts[index] }
}
