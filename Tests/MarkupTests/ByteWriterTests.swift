import Testing

@testable import Markup

@Suite struct ByteWriterTests {
    @Test(arguments: [
        ("a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;"), ("", ""), ("één", "één"), ("<<", "&lt;&lt;"),
        ("'", "'"),
    ])
    func escaping(text: String, expected: String) {
        var writer = ByteWriter()
        writer.escaped(text)
        #expect(writer.string == expected)
        var sliced = ByteWriter()
        sliced.escaped(Array(text.utf8)[...])
        #expect(sliced.string == expected)
    }

    @Test(
        arguments: [
            (12, "12"), (12.5, "12.5"), (-0.25, "-0.25"), (0.005, "0.01"), (-0.001, "0"), (3.1, "3.1"), (.nan, "0"),
            (1e300, "0"), (7.05, "7.05"),
        ] as [(Double, String)]
    )
    func coordinates(value: Double, expected: String) {
        var writer = ByteWriter()
        writer.coordinate(value)
        #expect(writer.string == expected)
    }

    @Test func elements() {
        var writer = ByteWriter()
        writer.element("p", ("class", "a\"b"), nil) { $0.element("em", text: "x<y") }
        writer.empty("br")
        #expect(writer.string == "<p class=\"a&quot;b\"><em>x&lt;y</em></p><br/>")
    }
}
