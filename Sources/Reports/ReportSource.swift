// What a printed report is made of: the Typst of its text, and the files that it shows. All in memory until it must be typeset.
import Diagnostics
import Digests

/// One report, ready to be typeset.
public struct ReportSource: Sendable {
    public struct File: Sendable {
        /// Relative to the report's own folder, which is all that Typst can read: `drawings/fig-x.svg`.
        public var path: String
        public var bytes: [UInt8]
        /// Where the author finds it; nil for what the build made.
        public var place: Place?
        public init(path: String, bytes: [UInt8], place: Place? = nil) {
            self.path = path
            self.bytes = bytes
            self.place = place
        }
    }

    /// The name of the PDF without `.pdf`; unique within a build.
    public var name: String
    /// `main.typ`: the call of the template and the text.
    public var text: [UInt8]
    public var files: [File]
    /// Where in `text` the blocks of authors begin, in rising order.
    public var marks: [(offset: Int, place: Place)]

    public init(name: String, text: [UInt8], files: [File], marks: [(offset: Int, place: Place)]) {
        self.name = name
        self.text = text
        self.files = files
        self.marks = marks
    }

    /// A SHA-256 over everything that decides the bytes of the PDF: text, files, fonts, the version of Typst.
    ///
    /// It stands in the PDF's keywords, so that a PDF says by itself whether it is still up to date.
    func digest(_ version: String, fonts: [File]) -> String {
        var digest = RunningDigest()
        digest.add(counted: Array(version.utf8))
        digest.add(counted: text)
        for file in files + fonts {
            digest.add(counted: Array(file.path.utf8))
            digest.add(counted: file.bytes)
        }
        return digest.text
    }

    /// `main.typ` as Typst gets it: the digest on a first line of its own.
    func main(digest: String) -> [UInt8] { Array("#let source-digest = \"\(digest)\"\n".utf8) + text }

    /// What stands before the digest in the PDF's keywords, which `text` has to set to this and `source-digest`.
    public static let digestMark = "verslag-sha256-"

    /// The author's place for a line of `main.typ`, counted from 1.
    func place(ofLine line: Int) -> Place? {
        var offset = 0
        var current = 2  // the first line is the digest's
        while current < line, let next = text[offset...].firstIndex(of: 0x0A) {
            offset = next + 1
            current += 1
        }
        let end = text[offset...].firstIndex(of: 0x0A) ?? text.endIndex
        return marks.last { $0.offset <= end }?.place
    }
}
