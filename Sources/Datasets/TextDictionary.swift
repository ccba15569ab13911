// Distinct texts of one column, found by their bytes: no String is made for a value that was seen before.

/// Texts numbered from 0 in order of insertion.
struct TextDictionary {
    private(set) var texts: [String] = []
    /// The texts' bytes joined, and where each ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    /// Open addressing with linear probing: code + 1, 0 for free. The length is a power of two.
    private var slots = [Int32](repeating: 0, count: 64)

    /// The code of a text, and whether it is new.
    mutating func code(of text: UnsafeBufferPointer<UInt8>.SubSequence) -> (code: Int32, isNew: Bool) {
        let hash = Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let code = Int(slots[slot]) - 1
            if hashes[code] == hash, holds(code, text) { return (Int32(code), false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let code = texts.count
        texts.append(String(decoding: text, as: UTF8.self))
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        hashes.append(hash)
        slots[slot] = Int32(code + 1)
        if texts.count * 2 > slots.count { grow() }
        return (Int32(code), true)
    }

    mutating func insert(_ text: String) -> Int32 {
        Array(text.utf8).withUnsafeBufferPointer { code(of: $0[...]).code }
    }

    private func holds(_ code: Int, _ text: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        let start = code == 0 ? 0 : ends[code - 1]
        guard ends[code] - start == text.count else { return false }
        var offset = start
        for byte in text {
            if bytes[offset] != byte { return false }
            offset += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (code, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(code + 1)
        }
    }

    /// Eight bytes at a time, multiplied and folded; the order of insertion, not the hash, decides what readers see.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
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
