// The minimum-count rule: a cell about a few people is not shown. Applied by `release` to every cell.
import Datasets

/// The rule of one dataset.
///
/// A cell is unsafe when 0 < n < minimum, n being the people behind it (minimum frequency rule, SDC handbook ch. 4); our default of 10
/// is that of OpenSAFELY and SACRO. A share is unsafe as well when few people are counted in it, or few are not: with its base known
/// it would give them away. Where the source does not say how many people are behind a cell, the cell is not shown either.
struct MinimumCount {
    private let privacy: Privacy

    init(_ privacy: Privacy) { self.privacy = privacy }

    func cell(_ cell: Aggregate.Cell, of kind: Measure.Kind) -> ReleasedTable.Cell {
        guard let value = cell.value, value.isFinite else { return .missing }
        if privacy.counts == .none || isExempt(kind) { return .number(value) }
        guard let units = cell.units, !isUnsafe(units) else { return hidden(kind) }
        // The smallest, largest or middle number of people is that of a single row, however many the group has.
        if isCountOfOneRow(kind), isUnsafe(value) { return hidden(kind) }
        if let inShare = cell.unitsInShare, isUnsafe(inShare) || isUnsafe(units - inShare) { return hidden(kind) }
        return .number(value)
    }

    /// A hidden cell. Only a number of people is said to be below the minimum: *<10* in a column of percentages would be read as a percentage.
    private func hidden(_ kind: Measure.Kind) -> ReleasedTable.Cell {
        .suppressed(below: countsPeople(kind) ? privacy.minimum : nil)
    }

    private func countsPeople(_ kind: Measure.Kind) -> Bool {
        switch kind {
        case .rows: privacy.column == nil
        case .sum(let column), .minimum(let column), .maximum(let column), .median(let column), .value(let column):
            column == privacy.column
        case .mean, .share: false
        }
    }

    /// A value by which rows are grouped or named: where it is the number of people itself, the rule holds for it too.
    func category(_ cell: ReleasedTable.Cell, of column: Int) -> ReleasedTable.Cell {
        guard privacy.counts == .people, column == privacy.column, case .number(let people) = cell, isUnsafe(people)
        else { return cell }
        return .suppressed(below: privacy.minimum)
    }

    /// Whether so many people are too few to be shown.
    func isUnsafe(_ units: Double) -> Bool { units == 0 ? !privacy.showsZero : units < Double(privacy.minimum) }

    private func isCountOfOneRow(_ kind: Measure.Kind) -> Bool {
        switch kind {
        case .minimum(let column), .maximum(let column), .median(let column): column == privacy.column
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
