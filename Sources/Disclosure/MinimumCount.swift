// The minimum-count rule: a cell about a few people is not shown. Applied by `release` to every cell.
import Datasets

/// The rule of one dataset.
///
/// A cell is unsafe when 0 < n < minimum, n being the people behind it (minimum frequency rule, SDC handbook ch. 4); our default of 10
/// is that of OpenSAFELY and SACRO. A share is unsafe as well when few people are counted in it, or few are not: with its base known
/// it would give them away. Where the source does not say how many people are behind a cell, the cell is not shown either.
struct MinimumCount {
    private let contract: DatasetContract
    private var privacy: Privacy { contract.privacy }

    init(_ contract: DatasetContract) { self.contract = contract }

    func cell(_ cell: Aggregate.Cell, of kind: Measure.Kind) -> ReleasedTable.Cell {
        guard let value = cell.value, value.isFinite else { return .missing }
        if privacy.counts == .none { return .number(value) }
        // A number of people is protected by its own size, whatever is exempt and however many are behind the row.
        if cell.counted.contains(where: isUnsafe) { return hidden(kind, value) }
        if isCountOfOneRow(kind), isUnsafe(value) { return hidden(kind, value) }
        if isExempt(kind) { return .number(value) }
        // A number of people says itself how many it is about.
        guard let units = cell.units ?? cell.counted.min(), !isUnsafe(units) else { return hidden(kind, value) }
        if let inShare = cell.unitsInShare, isUnsafe(inShare) || isUnsafe(units - inShare) {
            return hidden(kind, value)
        }
        return .number(value)
    }

    /// A hidden cell. Only a number of people that is too small is said to be below the minimum: *<10* in a column of percentages would be
    /// read as a percentage, and beside 500 inhabitants of whom four were ill it would not be true.
    private func hidden(_ kind: Measure.Kind, _ value: Double) -> ReleasedTable.Cell {
        .suppressed(below: countsPeople(kind) && value < Double(privacy.minimum) ? privacy.minimum : nil)
    }

    private func countsPeople(_ kind: Measure.Kind) -> Bool {
        switch kind {
        case .rows: privacy.column == nil
        case .sum(let column), .minimum(let column), .maximum(let column), .median(let column), .value(let column):
            contract.countsPeople(column)
        case .mean, .share: false
        }
    }

    /// A value by which rows are grouped or named: where it is a number of people itself, the rule holds for it too.
    func category(_ cell: ReleasedTable.Cell, of column: Int) -> ReleasedTable.Cell {
        guard contract.countsPeople(column), case .number(let people) = cell, isUnsafe(people) else { return cell }
        return .suppressed(below: privacy.minimum)
    }

    /// How many rows were used and how many the file has; nil where they are people, and so few that they may not be told.
    func rows(used: Int, inFile: Int) -> (used: Int?, inFile: Int?) {
        guard rowsArePeople else { return (used, inFile) }
        // Those who were left out can be worked out from the two.
        let isSafe = ![used, inFile - used, inFile].contains { isUnsafe(Double($0)) }
        return isSafe ? (used, inFile) : (nil, nil)
    }

    var rowsArePeople: Bool { privacy.counts == .people && privacy.column == nil }

    /// Whether so many people are too few to be shown.
    func isUnsafe(_ units: Double) -> Bool { units == 0 ? !privacy.showsZero : units < Double(privacy.minimum) }

    /// The smallest, largest or middle number of people is that of a single row, however many the group has.
    private func isCountOfOneRow(_ kind: Measure.Kind) -> Bool {
        switch kind {
        case .minimum(let column), .maximum(let column), .median(let column): contract.countsPeople(column)
        case .rows, .sum, .mean, .share, .value: false
        }
    }

    /// A measure of columns that say nothing about the people.
    private func isExempt(_ kind: Measure.Kind) -> Bool {
        switch kind {
        case .sum(let column), .minimum(let column), .maximum(let column), .median(let column), .value(let column),
            .mean(let column, nil):
            privacy.exempt.contains(column)
        case .mean(let column, let weight?): privacy.exempt.contains(column) && privacy.exempt.contains(weight)
        case .rows, .share: false
        }
    }
}
