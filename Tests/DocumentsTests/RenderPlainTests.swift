import Documents
import Testing

@Suite("Plain HTML") struct RenderPlainTests {
    @Test(
        "reads CommonMark as the reference does",
        arguments: [
            ("# A *b*\n\ntext  \nline\n", "<h1>A <em>b</em></h1>\n<p>text<br />\nline</p>\n"),
            ("1. a\n\n2. b\n", "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"),
            ("[a](/b?c=d&e \"t\")", "<p><a href=\"/b?c=d&amp;e\" title=\"t\">a</a></p>\n"),
            ("```x y\n<b>\n```\n", "<pre><code class=\"language-x\">&lt;b&gt;\n</code></pre>\n"),
        ]
    )
    func commonMark(markdown: String, html: String) { #expect(renderPlain(markdown) == html) }
}
