// `verslag markdown-html`: Markdown to HTML without a site, so that the reading of Markdown can be judged against other programs.
import ArgumentParser
import Documents
import Foundation

struct MarkdownHTML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown-html",
        abstract: "Turn Markdown from standard input into plain HTML."
    )

    @Flag(name: .long, help: "Read a JSON array of texts and write a JSON array of HTML.")
    var batch = false

    func run() throws {
        let input = FileHandle.standardInput.readDataToEndOfFile()
        if batch {
            let texts = try JSONDecoder().decode([String].self, from: input)
            FileHandle.standardOutput.write(try JSONEncoder().encode(texts.map { renderPlain($0) }))
        } else {
            FileHandle.standardOutput.write(Data(renderPlain(String(decoding: input, as: UTF8.self)).utf8))
        }
    }
}
