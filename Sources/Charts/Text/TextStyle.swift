// The kinds of text in a drawing and how wide their letters are. Layout asks here, so that nothing is placed by guess.

/// One kind of text: its class in the style sheet, its size and its weight. The theme sets the same sizes.
enum TextStyle: Sendable, CaseIterable {
    case axis, label, note, value, title
    /// The title above a drawing that stands on its own.
    case heading
    /// A key figure.
    case figure

    /// Pixels.
    var size: Double {
        switch self {
        case .axis, .note, .value: 13
        case .label, .title: 14
        case .heading: 18
        case .figure: 28
        }
    }

    var lineHeight: Double { (size * 1.3).rounded() }
    /// How far letters reach above and below the line they stand on.
    var ascent: Double { size * 0.78 }
    var descent: Double { size * 0.22 }

    private var widths: InterWidths {
        switch self {
        case .axis, .note, .label: .regular
        case .value, .title, .heading, .figure: .semiBold
        }
    }

    /// The width of a single line in pixels; kerning, which mostly narrows, is left out, so this errs on the wide side.
    func width(of text: String) -> Double {
        let widths = widths
        var units = 0
        for scalar in text.unicodeScalars { units += Int(widths.advance(of: scalar)) }
        return Double(units) * size / InterWidths.unitsPerEm
    }
}

extension InterWidths {
    static let unitsPerEm = 2816.0

    func advance(of scalar: Unicode.Scalar) -> UInt16 {
        let code = scalar.value
        if code >= 0x20, code < 0x180 { return dense[Int(code - 0x20)] }
        if let width = other[code] { return width }
        return Self.guess(scalar)
    }

    /// For characters that the font does not have, another font steps in: a full em for East Asian and pictures, nothing for marks
    /// that sit on another letter, and a wide letter for all else.
    private static func guess(_ scalar: Unicode.Scalar) -> UInt16 {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60:
            return 2900
        case 0x1F000...0x3FFFF: return 3900
        default: return 2200
        }
    }
}
