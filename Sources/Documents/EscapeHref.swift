// Destinations as attributes: escaped as libcmark does it.
import Markup

extension ByteWriter {
    /// Bytes that may not stand in an address become `%XX`; `&` and `'` become entities.
    mutating func escapedHref(_ destination: ArraySlice<UInt8>) {
        var start = destination.startIndex
        for offset in destination.indices where !isSafe[Int(destination[offset])] {
            raw(destination[start..<offset])
            start = offset + 1
            let byte = destination[offset]
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "'"): raw("&#x27;")
            default:
                self.byte(UInt8(ascii: "%"))
                self.byte(hexDigits[Int(byte >> 4)])
                self.byte(hexDigits[Int(byte & 15)])
            }
        }
        raw(destination[start...])
    }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

private let isSafe: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "-_.+!*(),%#@?=;:/$~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8 {
        table[Int(byte)] = true
    }
    return table
}()
