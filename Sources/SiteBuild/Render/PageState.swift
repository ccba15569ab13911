// What gathers while one page is written: findings, links to check, files to publish. It lives as long as its page.
import Diagnostics
import Documents

/// The writer's closures share this; it never leaves the worker that renders the page.
final class PageState {
    var findings = Findings()
    var record: RenderedPage
    /// Downloads beside the page: path in the edition and bytes.
    var files: [(path: String, bytes: [UInt8])] = []
    /// How many texts have been included so far.
    var includeCount = 0

    /// The headings of pages that this one refers to: their ids in order, and their texts.
    private var headings: [Int: (ids: [String], texts: [String: String])] = [:]

    /// - Parameter text: what a heading says without its links.
    func headings(of page: Int, in bodies: Bodies, text: (Document, Document.NodeIndex) -> String)
        -> (ids: [String], texts: [String: String])
    {
        if let known = headings[page] { return known }
        let all = bodies.texts(of: page).flatMap { body in
            body.document.headings.map { ($0.id, text(body.document, $0.node)) }
        }
        let found = (all.map(\.0), Dictionary(all, uniquingKeysWith: { first, _ in first }))
        headings[page] = found
        return found
    }

    init(page: Int?, file: String) { record = RenderedPage(page: page, file: file) }
}
