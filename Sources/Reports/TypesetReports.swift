// Reports into PDFs: what has not changed is taken over, the rest goes through Typst in a folder that is thrown away.
import Diagnostics
import Foundation
import Processes

/// Typesets every report whose sources have changed.
///
/// - Parameters:
///   - fonts: the only fonts that Typst may use beside its own.
///   - published: the PDF of an earlier build, by the report's name.
///   - folder: where the Typst files stay for who wants to look at them; nil for a folder that is removed afterwards.
/// - Returns: in the order of `sources`; reports with errors are left out, which are findings.
/// - Throws: where the disk refuses or Typst cannot be run.
public func typeset(
    _ sources: [ReportSource],
    fonts: [ReportSource.File],
    with typesetter: Typesetter,
    published: (String) -> [UInt8]?,
    in folder: String? = nil,
    findings: inout Findings
) async throws -> [PrintedReport] {
    var printed: [PrintedReport?] = []
    var changed: [(index: Int, digest: String)] = []
    for (index, source) in sources.enumerated() {
        let digest = source.digest(typesetter.version, fonts: fonts)
        let earlier = published(source.name).flatMap { PrintedReport(name: source.name, bytes: $0, digest: digest) }
        printed.append(earlier)
        if earlier == nil || folder != nil { changed.append((index, digest)) }
    }
    guard !changed.isEmpty else { return printed.compactMap { $0 } }

    let work = try TypesetFolder(folder)
    for font in fonts {
        try work.write("fonts/" + (font.path.split(separator: "/").last.map(String.init) ?? font.path), font.bytes)
    }
    for (index, digest) in changed {
        let source = sources[index]
        try work.write("\(source.name)/main.typ", source.main(digest: digest))
        for file in source.files { try work.write("\(source.name)/\(file.path)", file.bytes) }
    }
    let outcomes = try await typesetter.compile(work.path, changed.map { sources[$0.index].name })
    for ((index, _), outcome) in zip(changed, outcomes) {
        let source = sources[index]
        let messages = TypstMessage.read(outcome.messages)
        for message in messages { findings.add(message.diagnostic(for: source)) }
        if outcome.isError {
            if !messages.contains(where: \.isError) {
                findings.add(TypstMessage(isError: true, text: outcome.messages).diagnostic(for: source))
            }
            continue
        }
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(work.path)/\(source.name).pdf")))
        printed[index] = PrintedReport(name: source.name, bytes: bytes)
    }
    return printed.compactMap { $0 }
}

/// A folder for Typst; removed with this value unless the caller named it.
private struct TypesetFolder {
    let path: String
    private let workplace: Workplace?

    init(_ path: String?) throws {
        workplace = path == nil ? try Workplace() : nil
        self.path = workplace?.path ?? URL(fileURLWithPath: path ?? "").path
        try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}
