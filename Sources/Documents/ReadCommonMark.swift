// The only file that touches libcmark: it walks libcmark's tree once and lets only values out.
internal import CCMark
import Diagnostics

/// Parses CommonMark.
func readCommonMark(_ bytes: [UInt8]) -> CommonMarkTree {
    var tree = CommonMarkTree()
    tree.nodes.reserveCapacity(bytes.count / 8 + 16)
    tree.pool.reserveCapacity(bytes.count + 64)
    let parsed = bytes.withUnsafeBytes { buffer in

        cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root = parsed, let iterator = cmark_iter_new(root) else { return tree }
    defer {
        cmark_iter_free(iterator)
        cmark_node_free(root)
    }
    var open: [Int] = []
    while true {
        let event = cmark_iter_next(iterator)
        if event == CMARK_EVENT_DONE { break }
        guard let node = cmark_iter_get_node(iterator) else { break }
        if event == CMARK_EVENT_EXIT {
            if let index = open.popLast() { tree.nodes[index].end = tree.nodes.count }
            continue
        }
        let type = cmark_node_get_type(node)
        guard let kind = kind(type) else { continue }
        let index = tree.nodes.count
        tree.append(node, kind: kind)
        if isLeaf(kind) {
            tree.nodes[index].end = index + 1
        } else {
            open.append(index)
        }
    }
    return tree
}

/// libcmark gives these no exit event.
private func isLeaf(_ kind: CommonMarkTree.Kind) -> Bool {
    switch kind {
    case .html, .rule, .code, .text, .softBreak, .lineBreak, .codeSpan, .htmlInline: true
    default: false
    }
}

private func kind(_ type: cmark_node_type) -> CommonMarkTree.Kind? {
    switch type {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .codeSpan
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: nil
    }
}

extension CommonMarkTree {
    fileprivate mutating func append(_ node: OpaquePointer, kind: Kind) {
        var value = Node(kind: kind)
        switch kind {
        case .text, .codeSpan, .htmlInline: value.text = store(cmark_node_get_literal(node))
        case .link, .image:
            value.text = store(cmark_node_get_url(node))
            value.second = store(cmark_node_get_title(node))
        case .softBreak, .lineBreak, .emphasis, .strong: break
        default:
            value.line = Int(cmark_node_get_start_line(node))
            value.column = Int(cmark_node_get_start_column(node))
            value.endLine = Int(cmark_node_get_end_line(node))
        }
        switch kind {
        case .html: value.text = store(cmark_node_get_literal(node))
        case .code:
            value.text = store(cmark_node_get_literal(node))
            value.second = store(cmark_node_get_fence_info(node))
        case .heading: value.level = UInt8(clamping: cmark_node_get_heading_level(node))
        case .list:
            value.level = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? 1 : 0
            value.start = Int(cmark_node_get_list_start(node))
            value.isTight = cmark_node_get_list_tight(node) != 0
        default: break
        }
        nodes.append(value)
    }

    private mutating func store(_ text: UnsafePointer<CChar>?) -> Range<Int> {
        let start = pool.count
        guard let text else { return start..<start }
        var end = text
        while end.pointee != 0 { end += 1 }
        let count = end - text
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            pool.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
        }
        if pool[start...].contains(where: { isControl($0) || $0 == 0xE2 }) { replaceUnwanted(from: start) }
        return start..<pool.count
    }

    /// What only a reference such as `&#27;` or `&#8238;` can have brought in, because no text file holds it: control characters and overrides of
    /// direction. Readers see the sign of a character that is none, as they do where HTML has such a reference.
    private mutating func replaceUnwanted(from start: Int) {
        // The search for tables begins a text with a sign of its own.
        let start = pool[start] == TablesAndTree.nothing ? start + 1 : start
        var rest = Array(pool[start...])[...]
        guard rest.contains(where: isControl) || firstOverrideOfDirection(in: rest) != nil else { return }
        let sign = Array("\u{FFFD}".utf8)
        pool.removeSubrange(start...)
        while let turn = firstOverrideOfDirection(in: rest) {
            for byte in rest.prefix(turn) { pool += isControl(byte) ? sign : [byte] }
            pool += sign
            rest = rest.dropFirst(turn + 3)
        }
        for byte in rest { pool += isControl(byte) ? sign : [byte] }
    }
}

private func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F }
