// Widths, line breaks and what is done to odd texts.
import Testing

@testable import Charts

@Suite struct TextTests {
    /// Measured in Chromium 156 with templates/assets/fonts and `tnum`; kerning makes some texts a little narrower than the sum of their letters.
    @Test(arguments: [
        ("Vrijwilligers en mantelzorg", TextStyle.label, 173.4), ("Leefbaarheid en veiligheid", .label, 174.2),
        ("134,9", .value, 38.6),
        ("1.494 deelnemers", .value, 116.1), ("Zoë vóór één", .axis, 80.9),
    ])
    func widthsAreThoseOfTheFont(text: String, style: TextStyle, expected: Double) {
        #expect(abs(style.width(of: text) - expected) <= expected * 0.01, "\(style.width(of: text))")
    }

    @Test(arguments: [
        ("Vrijwilligers en mantelzorg", 120.0, ["Vrijwilligers en", "mantelzorg"]),
        ("sociaal-maatschappelijk", 120, ["sociaal-", "maatschappelijk"]),
        ("gezondheidsambassadeur", 120, ["gezondheidsam-", "bassadeur"]),
        ("Wittevrouwenveld", 64, ["Witte-", "vrouwen-", "veld"]),
        ("Wyckerpoort", 60, ["Wycker-", "poort"]),
        ("GGZ", 120, ["GGZ"]),
        ("", 120, [""]),
        ("verantwoordings\u{AD}plicht", 120, ["verantwoordings-", "plicht"]),
    ])
    func breaksWhereDutchMayBreak(text: String, width: Double, lines: [String]) {
        #expect(wrapped(text, to: width, in: .label, lines: 3) == lines)
    }

    @Test(arguments: [30.0, 40, 80, 160, 300]) func noLineIsWiderThanItsRoom(width: Double) {
        let text = "Arbeidsongeschiktheidsverzekeringsmaatschappij en de bewoners/mantelzorgers van Wittevrouwenveld"
        for style in TextStyle.allCases where style != .figure {
            for most in 1...4 {
                let lines = wrapped(text, to: width, in: style, lines: most)
                #expect(lines.count <= most)
                for line in lines { #expect(style.width(of: line) <= max(width, style.size) + 0.01) }
            }
        }
    }

    @Test func whatIsCutEndsInAnEllipsis() {
        let lines = wrapped(String(repeating: "lang ", count: 40), to: 100, in: .label, lines: 2)
        #expect(lines.count == 2)
        #expect(lines[1].hasSuffix("…"))
        #expect(!wrapped("twee woorden", to: 60, in: .label, lines: 2)[1].hasSuffix("…"))
    }

    @Test(arguments: [
        ("a\nb\t c", "a b c"), ("  rand  ", "rand"), ("x\u{0}\u{1B}y", "xy"), ("\u{202E}om", "om"),
        ("é\u{301}", "é\u{301}"), ("5\u{A0}km", "5\u{A0}km"),
    ])
    func textsAreMadeReadable(text: String, expected: String) { #expect(readable(text) == expected) }
}
