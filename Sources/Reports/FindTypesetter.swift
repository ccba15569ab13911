// Where Typst comes from: the .venv of this folder, an active Python environment, or PATH.
import Diagnostics
import Foundation
import Processes

/// Why there is no Typst to print with.
public struct TypesetterProblem: Error, Sendable {
    public var message: Wording
    public var hint: Wording

    public init(message: Wording, hint: Wording) {
        self.message = message
        self.hint = hint
    }
}

/// The oldest Typst that writes PDF/UA-1.
private let oldestVersion = [0, 14]

/// Looks for Typst: the PyPI package in `.venv` of the folder in which the command runs, then in the environment that `VIRTUAL_ENV`
/// names, then `typst` on `PATH`. The programme's folder has no say in it: who builds somebody else's programme does not run its programs.
public func findTypesetter(in folder: String = ".", environment: [String: String] = ProcessInfo.processInfo.environment)
    async -> Result<Typesetter, TypesetterProblem>
{
    var tooOld: String?
    for folder in [folder + "/.venv", environment["VIRTUAL_ENV"]].compactMap({ $0 }) {
        guard let version = packageVersion(in: folder) else { continue }
        if isEnough(version) { return .success(python(folder + "/bin/python", version)) }
        tooOld = tooOld ?? version
    }
    if let outcome = try? await run("typst", ["--version"]), outcome.status == 0 {
        // `typst 0.14.2 (b33de9de)`
        let version = outcome.text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        if isEnough(version) { return .success(command(version)) }
        tooOld = tooOld ?? version
    }
    let wanted = oldestVersion.map(String.init).joined(separator: ".")
    let hint = Wording(
        en: "install it with: python3 -m venv .venv && .venv/bin/pip install typst",
        nl: "installeer het met: python3 -m venv .venv && .venv/bin/pip install typst"
    )
    if let tooOld {
        return .failure(
            TypesetterProblem(
                message: Wording(
                    en: "no reports are printed: Typst \(tooOld) is too old, \(wanted) or newer is needed",
                    nl: "er worden geen rapporten gedrukt: Typst \(tooOld) is te oud, nodig is \(wanted) of nieuwer"
                ),
                hint: Wording(en: hint.en + " --upgrade", nl: hint.nl + " --upgrade")
            )
        )
    }
    return .failure(
        TypesetterProblem(
            message: Wording(
                en: "no reports are printed: Typst is not installed",
                nl: "er worden geen rapporten gedrukt: Typst is niet geïnstalleerd"
            ),
            hint: hint
        )
    )
}

/// The version in the name of the package's metadata folder: asking Python would cost more than a build in which nothing changed.
private func packageVersion(in folder: String) -> String? {
    let libraries = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/lib")) ?? []
    for library in libraries.sorted() where library.hasPrefix("python") {
        let packages =
            (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/lib/\(library)/site-packages")) ?? []
        if let found = packages.first(where: { $0.hasPrefix("typst-") && $0.hasSuffix(".dist-info") }) {
            return String(found.dropFirst("typst-".count).dropLast(".dist-info".count))
        }
    }
    return nil
}

/// Typst fetches packages that a template imports. A build asks nothing of a network, so it is shown one that does not answer.
private let offline = Dictionary(
    uniqueKeysWithValues: ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"].map {
        ($0, "http://127.0.0.1:9")
    }
)

private func broken(_ program: String, _ reason: String) -> TypesetterProblem {
    TypesetterProblem(
        message: Wording(
            en: "no reports are printed: \(program) does not run Typst: \(reason)",
            nl: "er worden geen rapporten gedrukt: \(program) voert Typst niet uit: \(reason)"
        ),
        hint: Wording(
            en: "make the folder .venv anew, or install Typst in it again",
            nl: "maak de map .venv opnieuw, of installeer Typst er nog eens in"
        )
    )
}

private func isEnough(_ version: String) -> Bool {
    let parts = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    return !parts.lexicographicallyPrecedes(oldestVersion) && !parts.isEmpty
}

private func python(_ python: String, _ version: String) -> Typesetter {
    struct Line: Decodable {
        var error: Bool
        var messages: String
    }
    return Typesetter(version: version) { folder, names in
        // -I: neither the user's own packages nor the current folder have a say in what runs.
        let outcome: ProcessOutcome
        do {
            outcome = try await run(python, ["-I", "-c", typstInPython, folder] + names, environment: offline)
        } catch let error as ProcessError {
            throw broken(python, "\(error)")
        }
        let lines = outcome.text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        guard outcome.status == 0, lines.count == names.count else {
            let reason = outcome.complaint.split(separator: "\n").last.map(String.init) ?? "status \(outcome.status)"
            throw broken(python, reason)
        }
        return lines.map { Typesetter.Outcome(isError: $0.error, messages: $0.messages) }
    }
}

private func command(_ version: String) -> Typesetter {
    Typesetter(version: version) { folder, names in
        var outcomes: [Typesetter.Outcome] = []
        for name in names {
            let outcome = try await run(
                "typst",
                [
                    "compile", "--root", "\(folder)/\(name)", "--font-path", "\(folder)/fonts", "--ignore-system-fonts",
                    "--pdf-standard", "ua-1,a-3a",
                    "\(folder)/\(name)/main.typ", "\(folder)/\(name).pdf",
                ],
                environment: offline
            )
            outcomes.append(Typesetter.Outcome(isError: outcome.status != 0, messages: outcome.complaint))
        }
        return outcomes
    }
}
