// Names of files that every system can unpack: a site is copied to a disk, a stick or a ZIP archive, and opened on Windows too.
import Diagnostics

/// Why a path of `/`-separated names cannot be unpacked everywhere, or would mean another place there; nil where it can.
public func unportable(_ path: String) -> Wording? {
    for part in path.utf8.split(separator: 0x2F) {
        let name = String(Substring(part))
        if let sign = name.unicodeScalars.first(where: { forbidden.contains($0) }) {
            return Wording(en: "the sign \(sign)", nl: "het teken \(sign)")
        }
        if visible(name) != name {
            return Wording(en: "a character that nobody sees", nl: "een teken dat niemand ziet")
        }
        if name.hasSuffix(".") || name.hasSuffix(" ") {
            return Wording(en: "a dot or blank at the end", nl: "een punt of spatie aan het eind")
        }
        var stem = name.prefix { $0 != "." }.lowercased()
        while stem.hasSuffix(" ") { stem.removeLast() }
        if devices.contains(stem) {
            return Wording(en: "\"\(stem)\" is a device on Windows", nl: "\"\(stem)\" is een apparaat op Windows")
        }
    }
    return nil
}

/// What Windows refuses in a name, and what separates folders or drives there.
private let forbidden: Set<Unicode.Scalar> = ["\\", ":", "*", "?", "\"", "<", ">", "|"]

/// Whatever stands behind a dot: `nul.txt` is one too.
private let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
        + ["com", "lpt"].flatMap { port in "123456789¹²³".map { "\(port)\($0)" } }
)
