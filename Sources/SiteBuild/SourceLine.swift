// Fetches a line of a source file again, for printing a finding: sources are not kept in memory for the few that are shown.
import Diagnostics

func sourceLine(of place: Place, _ disk: Disk) -> String? {
    guard place.line > 0, var bytes = disk.bytes(place.file)?[...] else { return nil }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for _ in 1..<place.line {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        bytes = bytes[(end + 1)...]
    }
    let line = bytes.prefix(SourceText.longestLine + 1).prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count <= SourceText.longestLine else { return nil }
    return String(decoding: line, as: UTF8.self)
}
