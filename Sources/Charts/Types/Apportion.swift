// Rounds shares so that they still add up to the whole: the largest remainders get the cells that are left.

/// `total` cells divided as the values are, each rounded down first; what is left goes to the largest remainders, the earlier one first
/// where two are equal (Hamilton's method). All zero for a whole of zero.
func apportioned(_ values: [Double], total: Int) -> [Int] {
    let whole = values.reduce(0, +)
    guard whole > 0, whole.isFinite else { return values.map { _ in 0 } }
    let exact = values.map { max(0, $0) / whole * Double(total) }
    var cells = exact.map { Int($0.rounded(.down)) }
    let left = total - cells.reduce(0, +)
    let order = exact.indices.sorted { a, b in
        let (x, y) = (exact[a] - exact[a].rounded(.down), exact[b] - exact[b].rounded(.down))
        return x != y ? x > y : a < b
    }
    for index in order.prefix(max(0, left)) { cells[index] += 1 }
    return cells
}
