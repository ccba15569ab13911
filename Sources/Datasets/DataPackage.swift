// All datasets of a programme, read: the entrance of this module. Contract first, then every file that it names.
import Declarations
import Diagnostics
import Digests

/// What happened when a data file was asked for.
public enum DataFile: Sendable {
    case bytes([UInt8])
    case missing
    /// A link that leads out of the programme's folder.
    case outside
    /// There, but not readable; why, in the system's words.
    case unreadable(String)
}

/// The programme's datasets.
public struct DataPackage: Sendable {
    public let contract: PackageContract
    /// Datasets whose file could be read, by name.
    public let datasets: [String: Dataset]

    public init(contract: PackageContract, datasets: [String: Dataset]) {
        self.contract = contract
        self.datasets = datasets
    }

    /// A programme without data.
    public static let empty = DataPackage(
        contract: PackageContract(title: nil, sources: [], datasets: []),
        datasets: [:]
    )

    /// Datasets in the order of the contract.
    public var all: [Dataset] { contract.datasets.compactMap { datasets[$0.name] } }
}

/// Reads descriptor and files.
///
/// - Parameters:
///   - descriptor: the text of `datapackage.yaml` or `.json`.
///   - file: gives a data file by its path relative to the programme's root (`data/training.csv`). The caller must not follow
///     links out of the root: it answers `.outside`.
///   - language: of headings that the contract leaves open.
///   - files: paths that exist, for *did you mean*.
public func readDataPackage(
    _ descriptor: SourceText,
    files: [String] = [],
    language: Language = .nl,
    file: (String) -> DataFile,
    findings: inout Findings
) -> DataPackage {
    let place = Place(file: descriptor.file, line: 1)
    guard let value = parseYAML(String(decoding: descriptor.bytes, as: UTF8.self), at: place, findings: &findings)
    else {
        return DataPackage(
            contract: PackageContract(title: nil, sources: [], datasets: [], isWhole: false),
            datasets: [:]
        )
    }
    let folder = descriptor.file.split(separator: "/").dropLast().joined(separator: "/")
    var contract = readContract(value, folder: folder, findings: &findings)
    for index in contract.datasets.indices { contract.datasets[index].language = language }
    var datasets: [String: Dataset] = [:]
    for dataset in contract.datasets {
        datasets[dataset.name] = readDataset(dataset, from: file(dataset.file), files: files, findings: &findings)
    }
    let package = DataPackage(contract: contract, datasets: datasets)
    for dataset in package.all { checkForeignKeys(of: dataset, in: package, findings: &findings) }
    return package
}

/// Reads one file against its contract; independent of all others, so that callers may do several at once.
public func readDataset(
    _ contract: DatasetContract,
    from file: DataFile,
    files: [String] = [],
    findings: inout Findings
) -> Dataset? {
    let bytes: [UInt8]
    switch file {
    case .bytes(let content): bytes = content
    case .missing:
        findings.error(
            "data.missing-file",
            at: contract.place,
            en: "dataset \(contract.name): there is no file \(contract.file)",
            nl: "dataset \(contract.name): er is geen bestand \(contract.file)",
            hint: didYouMean(contract.file, among: files).map {
                Wording(en: "did you mean \($0)?", nl: "bedoelde u \($0)?")
            }
        )
        return nil
    case .outside:
        findings.error(
            "data.path-outside",
            at: contract.place,
            en: "dataset \(contract.name): \(contract.file) leads out of the programme's folder",
            nl: "dataset \(contract.name): \(contract.file) leidt de map van het programma uit"
        )
        return nil
    case .unreadable(let why):
        findings.error(
            "data.unreadable-file",
            at: contract.place,
            en: "dataset \(contract.name): \(contract.file) cannot be read: \(why)",
            nl: "dataset \(contract.name): \(contract.file) is niet te lezen: \(why)"
        )
        return nil
    }
    let errors = findings.count(of: .error)
    guard contract.limits.allow(bytes.count, of: contract, findings: &findings),
        let source = SourceText(file: contract.file, bytes: bytes, findings: &findings),
        var table = readTable(source, as: contract, findings: &findings)
    else { return nil }
    let rowsInFile = table.rowCount
    let digest = sha256(bytes)
    if let expected = contract.expectedHash, expected.text.lowercased() != "sha256:" + digest {
        findings.error(
            "data.hash",
            at: expected.place,
            en: "\(contract.file) is not the file that was recorded here (its SHA-256 is \(digest))",
            nl: "\(contract.file) is niet het bestand dat hier is vastgelegd (de SHA-256 is \(digest))",
            hint: Wording(en: "record it as hash: sha256:…", nl: "leg het vast als hash: sha256:…")
        )
    }
    if let index = contract.index {
        IndexScores(contract: contract, index: index, source: source).add(to: &table, findings: &findings)
    }
    return Dataset(
        contract: contract,
        table: table,
        sha256: digest,
        rowsInFile: rowsInFile,
        hasErrors: findings.count(of: .error) > errors
    )
}
