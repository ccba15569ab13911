// The frame around every numbered figure and table: title and subtitle above, number, caption and source below, data to download.
import Markup

/// What stands around a float; texts that may hold links or numbers come as HTML.
struct FloatFrame {
    var id: String
    /// `chart` or `table`.
    var style: String
    var size: String
    /// *Figuur 3*
    var number: String
    var titleHTML: String?
    var subtitle: String?
    var captionHTML: String?
    var noteHTML: String?
    var source: String?
    var isIllustrative = false
    /// The CSV file beside the page.
    var download: String?
    /// The same drawing as a file of its own.
    var drawing: String?

    static func titleID(of id: String) -> String { id + "-title" }

    func write(
        into writer: inout ByteWriter,
        strings: Strings,
        content: (inout ByteWriter) -> Void,
        data: ((inout ByteWriter) -> Void)? = nil
    ) {
        let titleID = FloatFrame.titleID(of: id)
        let label: ByteWriter.Attribute = titleHTML == nil ? ("aria-label", number) : ("aria-labelledby", titleID)
        writer.open("figure", ("class", "float \(style) size-\(size)"), ("id", id), label)
        writeHead(titleID: titleID, into: &writer, strings: strings)
        content(&writer)
        // HTML wants a figure's caption last, so all that stands below the drawing is in it.
        writer.raw("<figcaption><p class=\"float-caption\">")
        writer.element("span", ("class", "float-number"), text: number)
        if let captionHTML {
            writer.raw(" ")
            writer.raw(captionHTML)
        }
        if let noteHTML {
            writer.raw(" <span class=\"float-note\">")
            writer.raw(noteHTML)
            writer.raw("</span>")
        }
        if let source {
            writer.raw(" ")
            writer.element("span", ("class", "float-source"), text: "\(strings["source"]): \(source)")
        }
        writer.raw("</p>")
        if let data {
            writer.raw("<details class=\"float-data\">")
            writer.element("summary", text: strings("data_for", ("title", number.lowercasedFirst)))
            data(&writer)
            writeDownloads(into: &writer, strings: strings)
            writer.raw("</details>")
        } else {
            writeDownloads(into: &writer, strings: strings)
        }
        writer.raw("</figcaption></figure>\n")
    }

    private func writeHead(titleID: String, into writer: inout ByteWriter, strings: Strings) {
        guard titleHTML != nil || subtitle != nil || isIllustrative else { return }
        writer.raw("<div class=\"float-head\">")
        if let titleHTML {
            writer.open("p", ("class", "float-title"), ("id", titleID))
            writer.raw(titleHTML)
            writer.close("p")
        }
        if let subtitle { writer.element("p", ("class", "float-subtitle"), text: subtitle) }
        if isIllustrative { writer.element("p", ("class", "label-illustrative"), text: strings["illustrative"]) }
        writer.raw("</div>")
    }

    private func writeDownloads(into writer: inout ByteWriter, strings: Strings) {
        guard download != nil || drawing != nil else { return }
        writer.raw("<p class=\"download\">")
        if let download {
            writer.element(
                "a",
                ("href", download),
                ("download", ""),
                ("aria-label", "\(strings["download_csv"]): \(number)"),
                text: strings["download_csv"]
            )
        }
        if let drawing {
            writer.raw(" ")
            writer.element(
                "a",
                ("href", drawing),
                ("download", ""),
                ("aria-label", "\(strings["download_svg"]): \(number)"),
                text: strings["download_svg"]
            )
        }
        writer.raw("</p>")
    }
}

/// A table that may be wider than the page gets its own sideways scrolling, reachable by keyboard.
func writeScrolling(label: String, into writer: inout ByteWriter, content: (inout ByteWriter) -> Void) {
    writer.element(
        "div",
        ("class", "scroll"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", label),
        content: content
    )
}

extension String {
    /// *Figuur 3* within a sentence: *figuur 3*.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
