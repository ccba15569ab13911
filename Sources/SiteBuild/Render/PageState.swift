// What gathers while one page is written: findings, links to check, files to publish. It lives as long as its page.
import Diagnostics

/// The writer's closures share this; it never leaves the worker that renders the page.
final class PageState {
    var findings = Findings()
    var record: RenderedPage
    /// Downloads beside the page: path in the edition and bytes.
    var files: [(path: String, bytes: [UInt8])] = []
    /// How many texts have been included so far.
    var includeCount = 0

    init(page: Int?, file: String) { record = RenderedPage(page: page, file: file) }
}
