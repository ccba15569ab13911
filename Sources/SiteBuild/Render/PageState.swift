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

    func headings(of page: Int, in bodies: Bodies) -> (ids: [String], texts: [String: String]) {
        if let known = headings[page] { return known }
        let all = bodies.texts(of: page).flatMap(\.document.headings)
        let found = (
            all.map(\.id), Dictionary(all.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        )
        headings[page] = found
        return found
    }

    init(page: Int?, file: String) { record = RenderedPage(page: page, file: file) }
}
