// Which destinations never reach a page.

/// Whether a destination could run code or read the reader's disk.
///
/// As libcmark's safe mode: `javascript:`, `vbscript:`, `file:` and `data:` other than png, gif, jpeg and webp images; here also
/// where blanks and control characters hide the scheme, since browsers leave those out.
func isUnsafe(destination: ArraySlice<UInt8>) -> Bool {
    guard destination.contains(UInt8(ascii: ":")) else { return false }
    var start: [UInt8] = []
    for byte in destination where byte > 0x20 && byte != 0x7F {
        start.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        if start.count == 24 { break }
    }
    func begins(_ text: StaticString) -> Bool {
        start.starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    if begins("data:") {
        return
            !(begins("data:image/png;") || begins("data:image/gif;") || begins("data:image/jpeg;")
            || begins("data:image/webp;")
            || begins("data:image/png,") || begins("data:image/gif,") || begins("data:image/jpeg,")
            || begins("data:image/webp,"))
    }
    return begins("javascript:") || begins("vbscript:") || begins("file:")
}
