// Where Typst comes from: the user names it, or it stands beside this command or on PATH.
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

/// Looks for Typst where the user said it is, beside this command, and on `PATH`; nowhere else. The folder that is built has no say
/// in it: who builds somebody else's programme does not run its programs.
///
/// - Parameters:
///   - named: an executable, or a Python environment that holds the PyPI package; whoever names it means it, so nothing else is tried then.
///   - root: the programme's folder. What `PATH` finds in there is passed over.
///   - command: this command's own file.
public func findTypesetter(
    named: String?,
    root: String,
    beside command: String? = Bundle.main.executablePath,
    path: String? = ProcessInfo.processInfo.environment["PATH"]
) async -> Result<Typesetter, TypesetterProblem> {
    if let named { return await typesetter(named: named) }
    let neighbour = command.map { URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "typst").path }
    let inside = resolved(root) + "/"
    let places = [neighbour].compactMap { $0 } + executables(named: "typst", on: path)
    var tooOld: String?
    for place in places where isExecutable(place) && !resolved(place).hasPrefix(inside) {
        guard let version = await version(of: place) else { continue }
        if isEnough(version) { return .success(executable(place, version)) }
        tooOld = tooOld ?? version
    }
    return .failure(tooOld.map(isTooOld) ?? isMissing)
}

private func typesetter(named place: String) async -> Result<Typesetter, TypesetterProblem> {
    let found: (version: String, typesetter: (String) -> Typesetter)?
    if let version = packageVersion(in: place) {
        found = (version, { python(place + "/bin/python", $0) })
    } else if isExecutable(place), let version = await version(of: place) {
        found = (version, { executable(place, $0) })
    } else {
        found = nil
    }
    guard let found else {
        return .failure(
            TypesetterProblem(
                message: Wording(
                    en:
                        "no reports are printed: \(place) is neither Typst nor a Python environment with the package typst",
                    nl:
                        "er worden geen rapporten gedrukt: \(place) is niet Typst en geen Python-omgeving met het pakket typst"
                ),
                hint: Wording(
                    en: "--typst and VERSLAG_TYPST take the program typst, or a folder made by python3 -m venv",
                    nl: "--typst en VERSLAG_TYPST noemen het programma typst, of een map die python3 -m venv maakte"
                )
            )
        )
    }
    return isEnough(found.version) ? .success(found.typesetter(found.version)) : .failure(isTooOld(found.version))
}

/// `typst 0.14.2 (b33de9de)`; nil where it is not Typst.
private func version(of program: String) async -> String? {
    guard let outcome = try? await run(program, ["--version"]), outcome.status == 0 else { return nil }
    let words = outcome.text.split(separator: " ")
    return words.first == "typst" ? words.dropFirst().first.map(String.init) : nil
}

private func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
}

private let howToInstall = Wording(
    en: "python3 -m venv .venv && .venv/bin/pip install typst, then --typst .venv; or put typst on PATH",
    nl: "python3 -m venv .venv && .venv/bin/pip install typst, dan --typst .venv; of zet typst op PATH"
)

private var isMissing: TypesetterProblem {
    TypesetterProblem(
        message: Wording(
            en: "no reports are printed: Typst is not on PATH and none was named",
            nl: "er worden geen rapporten gedrukt: Typst staat niet op PATH en is niet genoemd"
        ),
        hint: howToInstall
    )
}

private func isTooOld(_ version: String) -> TypesetterProblem {
    let wanted = oldestVersion.map(String.init).joined(separator: ".")
    return TypesetterProblem(
        message: Wording(
            en: "no reports are printed: Typst \(version) is too old, \(wanted) or newer is needed",
            nl: "er worden geen rapporten gedrukt: Typst \(version) is te oud, nodig is \(wanted) of nieuwer"
        ),
        hint: howToInstall
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
            en: "make that Python environment anew, or install Typst in it again",
            nl: "maak die Python-omgeving opnieuw, of installeer Typst er nog eens in"
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

private func executable(_ program: String, _ version: String) -> Typesetter {
    Typesetter(version: version) { folder, names in
        var outcomes: [Typesetter.Outcome] = []
        for name in names {
            let outcome = try await run(
                program,
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
