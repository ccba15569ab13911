// The command: arguments in, exit status out. Everything else is in the library.
import ArgumentParser
import Foundation
import SiteBuild

@main
struct Verslag: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verslag",
        abstract: "Turns Markdown and data into an evaluation website.",
        discussion: """
            A programme is a folder with content/programme.yaml and Markdown pages below content/; data/ and templates/ are optional.
            Exit status: 0 when all is well, 1 when the author's files need mending, 2 when the command or the disk failed.
            """,
        version: "verslag \(toolVersion)",
        subcommands: [Build.self, Check.self, Report.self, Edition.self, Key.self, MarkdownHTML.self],
        defaultSubcommand: nil
    )

    /// Runs the command. What it cannot understand ends with 2, as above: the parser's own 64 is another program's habit.
    static func main() async {
        do {
            try await interruptible {
                var command = try parseAsRoot()
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            complain((fullMessage(for: error) + "\n"))
            Foundation.exit(2)
        }
    }
}
