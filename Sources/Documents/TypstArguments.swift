// Calls and records in Typst: names and values with the commas and brackets between them.
import Markup

extension ByteWriter {
    /// `name(…)`
    public mutating func call(_ name: StaticString, _ write: (inout TypstArguments) -> Void) {
        raw(name)
        record(write)
    }

    /// `(…)`: a dictionary or an array, as its entries have names or not.
    public mutating func record(_ write: (inout TypstArguments) -> Void) {
        byte(UInt8(ascii: "("))
        var arguments = TypstArguments(output: self)
        // The bytes move in and out again; a second owner would make each write copy them.
        self = ByteWriter()
        write(&arguments)
        self = arguments.output
        byte(UInt8(ascii: ")"))
    }

    /// A call on a line of its own.
    public mutating func statement(_ name: StaticString, _ write: (inout TypstArguments) -> Void) {
        call(name, write)
        raw(";\n")
    }
}

/// The arguments of one call, the entries of one record.
public struct TypstArguments {
    fileprivate(set) var output: ByteWriter

    /// `name: value, `; without a name a position.
    public mutating func value(_ name: StaticString? = nil, _ write: (inout ByteWriter) -> Void) {
        if let name {
            output.raw(name)
            output.raw(": ")
        }
        write(&output)
        output.raw(", ")
    }

    /// `none` where there is no item.
    public mutating func value<Item>(
        _ name: StaticString? = nil,
        _ item: Item?,
        _ write: (Item, inout ByteWriter) -> Void
    ) {
        value(name) { output in
            if let item { write(item, &output) } else { output.raw("none") }
        }
    }

    public mutating func text(_ name: StaticString?, _ text: String?) { value(name, text) { $1.typst($0) } }

    /// A text that must stay as it is, byte for byte: a path, a label, an address.
    public mutating func verbatim(_ name: StaticString?, _ text: String?) {
        value(name, text) { $1.typstVerbatim($0) }
    }

    public mutating func integer(_ name: StaticString?, _ number: Int) { value(name) { $0.integer(number) } }

    public mutating func boolean(_ name: StaticString, _ flag: Bool) { value(name) { $0.raw(flag ? "true" : "false") } }

    public mutating func texts(_ name: StaticString, _ texts: [String]) {
        list(name, texts) { text, output in output.typst(text) }
    }

    /// An array with a line for each item.
    public mutating func list<Item>(_ name: StaticString, _ items: [Item], _ write: (Item, inout ByteWriter) -> Void) {
        value(name) { output in
            output.record { list in
                for item in items { list.value { write(item, &$0) } }
            }
        }
    }

    /// `(left, right, …)`: numbers stand to the right.
    public mutating func alignment(_ isNumber: [Bool]) {
        value("align") { output in
            output.record { list in
                for isNumber in isNumber { list.value { $0.raw(isNumber ? "right" : "left") } }
            }
        }
    }

    /// Rows of texts.
    public mutating func rows(_ rows: [[String]]) {
        list("rows", rows) { row, output in
            output.raw("\n")
            output.record { cells in
                for cell in row { cells.text(nil, cell) }
            }
        }
    }
}
