// One sealed edition as site/editions.json records it: what it is, where it came from, and the digest of every byte of it.
import Digests
import Markup
import SiteBuild

/// A published version of the site that never changes again. Dates are ISO dates; digests are SHA-256 in lower-case hexadecimal.
public struct SealedEdition: Sendable, Equatable {
    public struct File: Sendable, Equatable {
        /// Relative to the edition's folder.
        public var path: String
        public var sha256: String
    }

    /// A mistake in this edition that a later one mends.
    public struct Erratum: Sendable, Equatable {
        public var date: String
        /// What the number is called in the edition, or the page's title.
        public var label: String
        /// The id of the number, or nil where it is about a page.
        public var indicator: String?
        public var page: String?
        public var old: String
        public var new: String
        public var reason: String
        /// More pages that say it, without binding the number; as the author names them.
        public var pages: [String]
        /// The addresses in this edition where readers must be told.
        public var addresses: [String]
        /// The edition that mends it.
        public var mendedIn: String
    }

    public struct Signature: Sendable, Equatable {
        /// Ed25519, both in Base64.
        public var publicKey: String
        public var value: String
    }

    public var id: String
    public var title: String
    public var date: String
    /// What readers must know of the edition wherever they meet it.
    public var note: String?
    public var toolVersion: String
    /// The Typst that set its reports; nil where there are none.
    public var typstVersion: String?
    /// The Git commit whose content/, data/ and templates/ it was built from.
    public var commit: String
    /// Where the programme stood in its repository: a path, or a dot for the top; nil in entries of older versions, which do not say it.
    public var folder: String?
    /// The edition before it with that entry's digest: no entry can be taken out or put in between unseen.
    public var previous: String?
    public var previousDigest: String?
    /// Of the errata that this edition entered with earlier ones, so that what is said of a sealed edition is sealed as well; nil without any.
    public var errataDigest: String?
    public var sourceDigest: String
    public var treeDigest: String
    /// Reports to download, relative to the edition's folder.
    public var reports: [String]
    /// By path.
    public var files: [File]
    /// What sealing wrote beside the editions to lead to this one, relative to the site's folder; the next edition writes it anew.
    public var landing: [File] = []
    /// What the entry itself must digest to; nothing but errata and signature may be added to it.
    public var entryDigest = ""
    public var errata: [Erratum] = []
    public var signature: Signature?

    /// The digest that belongs to what the entry says now.
    var properDigest: String { sha256(core) }

    /// The part of the entry that never changes, as it is digested and signed: sorted keys, two blanks a level, a line feed at the end.
    var core: [UInt8] {
        var json = JSONWriter()
        json.object { writeCore(to: &$0, digest: nil, isWhole: false) }
        json.end()
        return json.bytes
    }

    /// The entry as editions.json has it.
    func write(to json: inout JSONWriter) { json.object { writeCore(to: &$0, digest: entryDigest, isWhole: true) } }

    private func writeCore(to json: inout JSONWriter, digest: String?, isWhole: Bool) {
        json.member("commit", commit)
        json.member("date", date)
        if let digest { json.member("entryDigest", digest) }
        if isWhole {
            json.key("errata")
            json.list(errata) { json, erratum in json.object { erratum.write(to: &$0) } }
        }
        json.member("errataDigest", errataDigest)
        json.key("files")
        json.object { json in for file in files { json.member(file.path, file.sha256) } }
        if let folder { json.member("folder", folder) }
        json.member("id", id)
        json.key("landing")
        json.object { json in for file in landing { json.member(file.path, file.sha256) } }
        json.member("note", note)
        json.member("previous", previous)
        json.member("previousDigest", previousDigest)
        json.key("reports")
        json.list(reports) { $0.text($1) }
        if isWhole, let signature {
            json.key("signature")
            json.object { json in
                json.member("publicKey", signature.publicKey)
                json.member("value", signature.value)
            }
        }
        json.member("sourceDigest", sourceDigest)
        json.member("title", title)
        json.member("toolVersion", toolVersion)
        json.member("treeDigest", treeDigest)
        json.member("typstVersion", typstVersion)
    }
}

extension SealedEdition.Erratum {
    func write(to json: inout JSONWriter) {
        json.key("addresses")
        json.list(addresses) { $0.text($1) }
        json.member("date", date)
        json.member("indicator", indicator)
        json.member("label", label)
        json.member("mendedIn", mendedIn)
        json.member("new", new)
        json.member("old", old)
        json.member("page", page)
        json.key("pages")
        json.list(pages) { $0.text($1) }
        json.member("reason", reason)
    }

    /// As the author of a later edition declared it.
    func declared(of edition: String) -> Erratum {
        Erratum(
            edition: edition,
            indicator: indicator,
            page: page,
            pages: pages,
            old: old,
            new: new,
            reason: reason,
            date: date
        )
    }
}

extension SealedEdition {
    /// Takes an entry apart; nil where something is missing or of the wrong type.
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let title = json["title"]?.text, let date = json["date"]?.text,
            let tool = json["toolVersion"]?.text,
            let commit = json["commit"]?.text, let source = json["sourceDigest"]?.text,
            let tree = json["treeDigest"]?.text,
            let reports = json["reports"]?.list, let errata = json["errata"]?.list,
            let files = Self.files(json["files"]),
            let landing = Self.files(json["landing"])
        else { return nil }
        self.id = id
        self.title = title
        self.date = date
        note = json["note"]?.text
        toolVersion = tool
        self.commit = commit
        folder = json["folder"]?.text
        previous = json["previous"]?.text
        previousDigest = json["previousDigest"]?.text
        errataDigest = json["errataDigest"]?.text
        typstVersion = json["typstVersion"]?.text
        sourceDigest = source
        treeDigest = tree
        self.reports = reports.compactMap(\.text)
        self.files = files
        self.landing = landing
        entryDigest = json["entryDigest"]?.text ?? ""
        self.errata = errata.compactMap(Erratum.init)
        if let signature = json["signature"] {
            self.signature = Signature(
                publicKey: signature["publicKey"]?.text ?? "",
                value: signature["value"]?.text ?? ""
            )
        }
        guard self.reports.count == reports.count, self.errata.count == errata.count else { return nil }
    }

    /// Digests by path; nil where it is no object of texts.
    static func files(_ json: JSONValue?) -> [File]? {
        guard case .object(let members)? = json else { return nil }
        let files = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap { path, digest in
            digest.text.map { File(path: path, sha256: $0) }
        }
        return files.count == members.count ? files : nil
    }
}

extension SealedEdition.Erratum {
    fileprivate init?(_ json: JSONValue) {
        guard let date = json["date"]?.text, let old = json["old"]?.text, let new = json["new"]?.text,
            let reason = json["reason"]?.text,
            let label = json["label"]?.text, let mendedIn = json["mendedIn"]?.text,
            let addresses = json["addresses"]?.list
        else { return nil }
        self.init(
            date: date,
            label: label,
            indicator: json["indicator"]?.text,
            page: json["page"]?.text,
            old: old,
            new: new,
            reason: reason,
            pages: (json["pages"]?.list ?? []).compactMap(\.text),
            addresses: addresses.compactMap(\.text),
            mendedIn: mendedIn
        )
    }
}
