// Raised and lowered text where there are no marks, as in titles of windows, ids and lists of contents: 10³, CO₂, x^(n + 1).

enum ScriptText {
    /// - Parameters:
    ///   - text: what stands within `<sup>` or `<sub>`.
    ///   - isRaised: whether it is a superscript.
    /// - Returns: signs of Unicode where there are some for all of it; otherwise `^` or `_` before it, so that 10 and 3 never become 103.
    static func plain(_ text: String, isRaised: Bool) -> String {
        if let signs = signs(for: text, isRaised: isRaised) { return signs }
        let mark = isRaised ? "^" : "_"
        return text.count == 1 ? mark + text : "\(mark)(\(text))"
    }

    /// nil where a part of the text has no sign of its own.
    static func signs(for text: String, isRaised: Bool) -> String? {
        let signs = text.unicodeScalars.map { sign(for: $0, isRaised: isRaised) }
        return signs.contains(nil) ? nil : String(String.UnicodeScalarView(signs.compactMap { $0 }))
    }

    private static func sign(for scalar: Unicode.Scalar, isRaised: Bool) -> Unicode.Scalar? {
        switch scalar {
        case "0"..."9":
            let digit = scalar.value - 0x30
            if !isRaised { return Unicode.Scalar(0x2080 + digit) }
            switch digit {
            case 1: return "\u{B9}"
            case 2: return "\u{B2}"
            case 3: return "\u{B3}"
            default: return Unicode.Scalar(0x2070 + digit)
            }
        case "+": return isRaised ? "\u{207A}" : "\u{208A}"
        case "-", "\u{2212}": return isRaised ? "\u{207B}" : "\u{208B}"
        case "=": return isRaised ? "\u{207C}" : "\u{208C}"
        case "(": return isRaised ? "\u{207D}" : "\u{208D}"
        case ")": return isRaised ? "\u{207E}" : "\u{208E}"
        case "n": return isRaised ? "\u{207F}" : "\u{2099}"
        case "i": return isRaised ? "\u{2071}" : "\u{1D62}"
        case "e": return isRaised ? "\u{1D49}" : "\u{2091}"
        default: return nil
        }
    }
}
