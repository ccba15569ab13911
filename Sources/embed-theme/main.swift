// Writes the files of a folder into one Swift source as base64 texts: string literals compile in no time, byte arrays do not.
// Run by the EmbedTheme build plugin: embed-theme FOLDER OUTPUT.swift
import Foundation

let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
let output = URL(fileURLWithPath: CommandLine.arguments[2])
let paths = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()

var source =
    "// Made from templates/ by the EmbedTheme plugin.\n\nlet embeddedTheme: [(path: String, base64: String)] = [\n"
for path in paths where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
    let file = folder.appendingPathComponent(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
    }
    // The print fonts and the notes for maintainers are not part of a site.
    if path.hasSuffix(".md") { continue }
    source += "    (path: \"\(path)\", base64: \"\(try Data(contentsOf: file).base64EncodedString())\"),\n"
}
source += "]\n"
// A command without a page template would write empty pages and call it a success.
guard source.contains("(path: \"page.mustache\"") else {
    FileHandle.standardError.write(Data("embed-theme: no page.mustache in \(folder.path)\n".utf8))
    exit(1)
}
// The package manager runs this once too often after a first build; a file that stays as it is spares the compiler the rest.
let bytes = Data(source.utf8)
if (try? Data(contentsOf: output)) != bytes { try bytes.write(to: output) }
