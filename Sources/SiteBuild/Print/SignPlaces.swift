// Where a sign that cannot be printed stands in the author's files: the report knows only the block that it set.
import Diagnostics

/// The places of a sign in a file, or in the first file that has it: the programme's, data and definitions, then pages.
func signPlaces(_ sign: String, in file: String?, _ disk: Disk) -> [Place] {
    let wanted = Array(sign.utf8)
    guard let first = wanted.first else { return [] }
    let files = file.map { [$0] } ?? ([ProgrammeFile.path] + disk.list("data").files + disk.list("content").files)
    for file in files where [".md", ".yaml", ".yml", ".csv"].contains(where: file.hasSuffix) {
        guard let bytes = disk.bytes(file) else { continue }
        var places: [Place] = []
        var line = 1
        var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        bytes.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices {
                if bytes[offset] == 0x0A {
                    line += 1
                    lineStart = offset + 1
                } else if bytes[offset] == first, bytes[offset...].starts(with: wanted) {
                    let column = offset - lineStart + 1
                    places.append(Place(file: file, line: line, column: column, length: wanted.count))
                }
            }
        }
        if !places.isEmpty { return places }
    }
    return []
}
