// The data side of stage read: the contract of every dataset, its file, and the definitions of indicators.
import Datasets
import Declarations
import Diagnostics
import Indicators
import Markup

/// What lies in `data/`.
struct DataReading: Sendable {
    var package = DataPackage.empty
    var indicators = Indicators.none
}

func readData(_ disk: Disk, files: Set<String>, language: SiteLanguage, findings: inout Findings) -> DataReading {
    var reading = DataReading()
    let descriptors = ["data/datapackage.yaml", "data/datapackage.json"].filter(files.contains)
    if descriptors.count > 1 {
        findings.error(
            "data.two-packages",
            at: Place(file: descriptors[1]),
            en: "there is a datapackage.yaml too",
            nl: "er is ook een datapackage.yaml",
            hint: Wording(en: "keep one of the two", nl: "houd één van de twee")
        )
    }
    if let path = descriptors.first, let descriptor = readText(path, disk, findings: &findings) {
        reading.package = readDataPackage(
            descriptor,
            files: files.sorted(),
            language: language == .nl ? .nl : .en,
            file: { dataFile($0, disk) },
            findings: &findings
        )
    }
    if files.contains("data/indicators.yaml"), let text = readText("data/indicators.yaml", disk, findings: &findings) {
        reading.indicators = readIndicators(text, in: reading.package, findings: &findings)
    }
    return reading
}

private func dataFile(_ path: String, _ disk: Disk) -> DataFile {
    switch disk.read(path) {
    case .success(let bytes): .bytes(bytes)
    case .failure(.outside): .outside
    case .failure(.notAFile), .failure(.loop): .unreadable("not a file")
    case .failure(.missing), .failure(.twice): .missing
    case .failure(.tooLarge): .unreadable("larger than 1 GB")
    case .failure(.changed): .unreadable("it changed while the site was built")
    case .failure(.failed(let reason)): .unreadable(reason)
    }
}
