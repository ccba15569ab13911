// Data about people are shown through disclosure control only: a file that repeats one of data/ is not published beside a page.
import Datasets
import Diagnostics
import Digests

/// What the files of data/ say that may not be handed out as they are.
struct PeopleFiles {
    /// By the digest of their cells.
    private var files: [String: String] = [:]
    /// Bytes of the largest of them: a film need not be digested to know that it is another.
    private var largest = 0

    /// Every dataset about people, and tables of which no contract says what they are about.
    init(_ package: DataPackage, _ disk: Disk) {
        let open = Set(package.datasets.values.filter { $0.contract.privacy.counts == .none }.map(\.contract.file))
        let described = Set(package.datasets.values.map(\.contract.file))
        for file in disk.list("data").files where !open.contains(file) {
            let isTable = [".csv", ".tsv", ".txt", ".xlsx", ".ods"].contains { file.lowercased().hasSuffix($0) }
            guard described.contains(file) || isTable, let bytes = disk.bytes(file) else { continue }
            files[PeopleFiles.digest(bytes)] = file
            largest = max(largest, bytes.count)
        }
    }

    func check(_ file: String, _ bytes: [UInt8], findings: inout Findings) {
        guard !bytes.isEmpty, bytes.count / 4 <= largest, let other = files[PeopleFiles.digest(bytes)] else { return }
        findings.error(
            "attachment.people",
            at: Place(file: file),
            en: "this is \(other), which may be about people; it is not published whole",
            nl: "dit is \(other), dat over mensen kan gaan; het wordt niet in zijn geheel gepubliceerd",
            hint: Wording(
                en: "show it with a table or chart, whose download leaves small groups out; "
                    + "data that are not about people say so in data/datapackage.yaml (privacy: {counts: none})",
                nl: "toon het met een tabel of grafiek, waarvan de download kleine groepen weglaat; "
                    + "gegevens die niet over mensen gaan zeggen dat in data/datapackage.yaml (privacy: {counts: none})"
            )
        )
    }

    /// Of the cells: another delimiter, quotes, blanks and line ends make no other table.
    private static func digest(_ bytes: [UInt8]) -> String {
        var cells: [UInt8] = []
        cells.reserveCapacity(bytes.count)
        for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
            switch byte {
            case 0x20, 0x22, 0x0D: continue
            case UInt8(ascii: ";"), 0x09: cells.append(UInt8(ascii: ","))
            case 0x0A where cells.last == 0x0A: continue
            default: cells.append(byte)
            }
        }
        if cells.last == 0x0A { cells.removeLast() }
        return sha256(cells)
    }
}
