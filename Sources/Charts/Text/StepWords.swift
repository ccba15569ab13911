// The words that contracts have for the steps of a waterfall, for the table under it.

extension Words {
    /// The word for a step or a status as contracts write it; the dataset's own words stay as they are.
    func word(for code: String) -> String {
        switch code {
        case "start": self("begin", "start")
        case "change": self("verandering", "change")
        case "subtotal": self("subtotaal", "subtotal")
        case "total": self("totaal", "total")
        default: status(code)
        }
    }
}
