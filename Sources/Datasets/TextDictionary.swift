// Distinct texts of one column, found by their bytes: no String is made for a value that was seen before.

/// Texts numbered from 0 in order of insertion. *é* as one character and as *e* with an accent behind it are the same letter:
/// the first spelling stays, and any other gets its code.
struct TextDictionary {
    private(set) var texts: [String] = []
    /// The code of every spelling.
    private var codes: [Int32] = []
    /// Texts with more than ASCII, equal where Unicode says that they are canonically equivalent, as `String` compares.
    private var codeOfText: [String: Int32] = [:]
    /// The bytes of all spellings joined, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    /// Open addressing with linear probing: position of the spelling + 1, 0 for free. The length is a power of two.
    private var slots = [Int32](repeating: 0, count: 64)

    /// The code of a text, and whether it is new.
    mutating func code(of text: Bytes) -> (code: Int32, isNew: Bool) {
        let hash = Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let spelling = Int(slots[slot]) - 1
            if hashes[spelling] == hash, holds(spelling, text) { return (codes[spelling], false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let string = String(decoding: text, as: UTF8.self)
        var code = Int32(texts.count)
        var isNew = true
        if text.contains(where: { $0 >= 0x80 }) {
            if let known = codeOfText[string] { (code, isNew) = (known, false) } else { codeOfText[string] = code }
        }
        if isNew { texts.append(string) }
        codes.append(code)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = Int32(codes.count)
        if codes.count * 2 > slots.count { grow() }
        return (code, isNew)
    }

    mutating func insert(_ text: String) -> Int32 {
        Array(text.utf8).withUnsafeBufferPointer { code(of: $0[...]).code }
    }

    private func holds(_ spelling: Int, _ text: Bytes) -> Bool {
        let start = spelling == 0 ? 0 : ends[spelling - 1]
        guard ends[spelling] - start == text.count else { return false }
        var offset = start
        for byte in text {
            if bytes[offset] != byte { return false }
            offset += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (spelling, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(spelling + 1)
        }
    }

    /// Eight bytes at a time, multiplied and folded; the order of insertion, not the hash, decides what readers see.
    private static func hash(_ text: Bytes) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text))
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < bytes.count {
            tail = tail << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mix(hash ^ tail)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
