// Where in the author's files a finding lies; made by every reader, printed by the renderers in this module.

/// A place in a source file: the file relative to the programme's root, a line, a column and a length.
///
/// Lines and columns count from 1. Columns and lengths count UTF-8 bytes, as libcmark and libyaml do;
/// the renderers turn them into characters. Line 0 means the file as a whole.
public struct Place: Hashable, Sendable {
    public var file: String
    public var line: Int
    public var column: Int
    public var length: Int

    public init(file: String, line: Int = 0, column: Int = 1, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }

    /// The same file, further down: used where a text inside a file (front matter, a fenced block) is read on its own.
    public func shifted(lines: Int, columns: Int = 0) -> Place {
        Place(file: file, line: line + lines, column: column + columns, length: length)
    }
}

extension Place: Comparable {
    public static func < (a: Place, b: Place) -> Bool {
        (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
    }
}
