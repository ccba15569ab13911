// Stage 1, discover: which files the programme consists of. Nothing is opened yet.
import Diagnostics

/// The programme's files by what they are for, each list in the order of its paths.
public struct SourceTree: Sendable {
    /// Markdown files that become pages.
    var pages: [String] = []
    /// Markdown files and folders whose name starts with `_`: texts to include.
    var parts: [String] = []
    /// Everything else below `content/`: published only where a page links to it.
    var attachments: Set<String> = []
    /// `data/`, for messages about files that are not there.
    var dataFiles: Set<String> = []
}

func discover(_ disk: Disk, findings: inout Findings) -> SourceTree {
    var tree = SourceTree()
    let content = disk.list("content")
    findings.add(contentsOf: unusableEntries(content))
    for path in content.files {
        let isPart = path.split(separator: "/").contains { $0.hasPrefix("_") }
        if path.hasSuffix(".md") {
            if isPart { tree.parts.append(path) } else { tree.pages.append(path) }
        } else if !isPart {
            if path.lowercased().hasSuffix(".md") || path.lowercased().hasSuffix(".markdown") {
                findings.warning(
                    "files.extension",
                    at: Place(file: path),
                    en: "this file is not read as a page",
                    nl: "dit bestand wordt niet als pagina gelezen",
                    hint: Wording(
                        en: "the name of a page ends in .md, in small letters",
                        nl: "de naam van een pagina eindigt op .md, in kleine letters"
                    )
                )
            }
            tree.attachments.insert(path)
        }
    }
    let data = disk.list("data")
    findings.add(contentsOf: unusableEntries(data))
    tree.dataFiles = Set(data.files)
    if tree.pages.isEmpty {
        findings.error(
            "site.no-pages",
            at: Place(file: "content"),
            en: "there are no pages",
            nl: "er zijn geen pagina's",
            hint: Wording(en: "make content/index.md", nl: "maak content/index.md")
        )
    }
    return tree
}

func unusableEntries(_ listing: Disk.Listing) -> Findings {
    var findings = Findings()
    for entry in listing.unusable { findings.add(unusable(entry.path, entry.reason)) }
    return findings
}

/// - Parameter link: where an author names the file, if anywhere.
func unusable(_ path: String, _ reason: Disk.Unusable, linkedAt link: Place? = nil) -> Diagnostic {
    if reason == .twice {
        return Diagnostic(
            .error,
            "files.same-name",
            at: Place(file: path),
            message: Wording(
                en: "there are two files of this name, with its accents written in two ways",
                nl: "er zijn twee bestanden met deze naam, met de accenten op twee manieren geschreven"
            ),
            hint: Wording(en: "rename one of the two", nl: "hernoem een van de twee")
        )
    }
    let message =
        switch reason {
        case .missing, .twice: Wording(en: "there is no such file", nl: "dit bestand is er niet")
        case .outside:
            Wording(
                en: "this link points to nothing, or outside the programme's folder",
                nl: "deze koppeling wijst naar niets, of buiten de map van het programma"
            )
        case .loop:
            Wording(
                en: "this link points to a folder in which it stands",
                nl: "deze koppeling wijst naar een map waar zij zelf in staat"
            )
        case .notAFile: Wording(en: "this is not a file", nl: "dit is geen bestand")
        case .tooLarge: Wording(en: "this file is larger than 1 GB", nl: "dit bestand is groter dan 1 GB")
        case .changed:
            Wording(
                en: "this file changed while the site was built",
                nl: "dit bestand veranderde terwijl de site werd gemaakt"
            )
        case .failed(let text): Wording(en: "cannot be read: \(text)", nl: "is niet te lezen: \(text)")
        }
    guard let link else { return Diagnostic(.error, "files.unreadable", at: Place(file: path), message: message) }
    return Diagnostic(
        .error,
        "files.unreadable",
        at: link,
        message: Wording(en: "\(path): \(message.en)", nl: "\(path): \(message.nl)")
    )
}
