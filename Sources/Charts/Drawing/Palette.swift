// The colours of a theme by what they mean. They come from templates/assets/css/tokens.css, which this module does not read.

/// A colour that a theme names, as its custom property does without `--`.
public enum ColourToken: String, CaseIterable, Sendable {
    case ground, raised
    case raisedStrong = "raised-strong"
    case ink, muted, hairline, rule, brand
    case onBrand = "on-brand"
    case less, more, average
    case orangeText = "orange-text"
    case error
    case series1 = "series-1"
    case series2 = "series-2"
    case series3 = "series-3"
    case markMuted = "mark-muted"
    case onMuted = "on-muted"
    case grid, box, hatch
}

/// A colour for every token, for one ground: light, dark or paper.
public struct Palette: Sendable, Equatable {
    private let colours: [ColourToken: String]

    /// - Parameter colour: a colour as SVG and Typst both read it: `#1f4e8c`.
    public init(_ colour: (ColourToken) -> String) {
        colours = Dictionary(uniqueKeysWithValues: ColourToken.allCases.map { ($0, colour($0)) })
    }

    public subscript(token: ColourToken) -> String { colours[token] ?? "" }
}
