// The colours of a site, out of tokens.css: what pages, drawings that leave the site, and print have in common.
import Charts
import Diagnostics

struct ThemeColours: Sendable {
    /// For drawings in files and on paper.
    let charts: ChartStyle
    /// `report/colours.typ`, which the printed report imports.
    let typst: [UInt8]

    static let path = "assets/css/tokens.css"

    /// - Parameters:
    ///   - bytes: the programme's tokens, or those of the theme.
    ///   - standard: those of the theme, for what the programme's lack; that is a finding.
    init(_ bytes: [UInt8], over standard: [UInt8], findings: inout Findings) {
        let file = "templates/" + Self.path
        let sheet = TokenSheet(bytes, file: file)
        let own = TokenSheet(standard, file: file)
        sheet.checkMissing(among: ColourToken.allCases.map { "--" + $0.rawValue }, findings: &findings)
        func palette(_ grounds: [TokenSheet.Ground]) -> Palette {
            Palette { token in
                var seen = Findings()
                let name = "--" + token.rawValue
                // A theme of which a colour is missing shows something; black is what browsers fall back on as well.
                let colour =
                    sheet.colour(name, on: grounds, findings: &findings)
                    ?? own.colour(name, on: grounds, findings: &seen)
                return colour?.hex ?? "#000"
            }
        }
        let paper = palette([.light, .paper])
        charts = ChartStyle(light: palette([.light]), dark: palette([.light, .dark]), paper: paper)
        let names: [(String, ColourToken)] = [
            ("ink", .ink), ("muted", .muted), ("edge", .rule), ("hair", .hairline), ("raised", .raised),
            ("brand", .brand), ("on-brand", .onBrand), ("orange", .orangeText), ("red", .error),
        ]
        let lines = names.map { "#let \($0.0) = rgb(\"\(paper[$0.1])\")\n" }.joined()
        typst = Array(("// colours.typ: made from \(Self.path).\n" + lines).utf8)
    }
}
