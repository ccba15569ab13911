// A typesetter for tests: its PDF is the Typst that it was given, so that golden files show what Typst would have set.
import Foundation
import Reports

/// Writes `%PDF-`, the text of `main.typ` and a page count. Pretends to fail where the text asks for it.
func fakeTypesetter(version: String = "fake 1", compiled: @escaping @Sendable ([String]) -> Void = { _ in })
    -> Typesetter
{
    Typesetter(version: version) { folder, names in
        compiled(names)
        return try names.map { name in
            let text = try String(contentsOfFile: "\(folder)/\(name)/main.typ", encoding: .utf8)
            if let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(where: {
                $0.contains("FAIL")
            }) {
                let messages =
                    "error: the text `\"😀\"` could not be displayed with font `\"Inter\"`\n  ┌─ \(folder)/\(name)/main.typ:\(line + 1):5\n  = hint: try another"
                return Typesetter.Outcome(isError: true, messages: messages)
            }
            let digest = text.split(separator: "\"")[1]
            try Data("%PDF-\n\(text)verslag-sha256-\(digest)\n<xmpTPg:NPages>3</xmpTPg:NPages>\n".utf8).write(
                to: URL(fileURLWithPath: "\(folder)/\(name).pdf")
            )
            return Typesetter.Outcome(isError: false, messages: "")
        }
    }
}
