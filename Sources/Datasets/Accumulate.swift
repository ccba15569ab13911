// The inner loop of an aggregation: one measure over the selected rows, into one cell per group and one for all.

/// How many people are behind a row.
public struct People: Sendable {
    /// nil where the dataset does not count people, or where every row is one.
    private let column: DataColumn?
    private let contract: DatasetContract

    public init(_ dataset: Dataset) {
        contract = dataset.contract
        let privacy = contract.privacy
        column = privacy.counts == .people ? privacy.column.map { dataset.table.columns[$0] } : nil
    }

    /// nil where the source does not say.
    @inline(__always)
    public func count(_ row: Int) -> Double? { column.map { $0.number(row).map(abs) } ?? 1 }

    /// Whether the values of a measure are numbers of people, and whether its weights are.
    fileprivate func areCounted(by kind: Measure.Kind) -> (values: Bool, weights: Bool) {
        switch kind {
        case .rows: (false, false)
        case .sum(let column), .minimum(let column), .maximum(let column), .median(let column), .value(let column):
            (contract.countsPeople(column), false)
        case .mean(let column, let weight): (contract.countsPeople(column), weight.map(contract.countsPeople) ?? false)
        case .share(_, let weight): (false, weight.map(contract.countsPeople) ?? false)
        }
    }
}

/// What accumulates for one cell.
private struct Sums {
    var rows = 0
    var values = 0
    var sum = 0.0
    /// The part of a binary sum that rounding lost (Neumaier 1974), so that a total does not depend on the order of rows.
    var compensation = 0.0
    var weights = 0.0
    var weightsInShare = 0.0
    /// The sum of the values themselves, without weights.
    var unweighted = 0.0
    var smallest = Double.infinity
    var greatest = -Double.infinity
    var largest: (Double, Double, Double) = (0, 0, 0)
    var units = 0.0
    var unitsInShare = 0.0
    var hasUnknownUnits = false
    var all: [Double] = []

    @inline(__always)
    mutating func add(_ value: Double) {
        let next = sum + value
        compensation += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }

    @inline(__always)
    mutating func note(_ contribution: Double) {
        let size = abs(contribution)
        guard size > largest.2 else { return }
        if size > largest.0 {
            largest = (size, largest.0, largest.1)
        } else if size > largest.1 {
            largest = (largest.0, size, largest.1)
        } else {
            largest.2 = size
        }
    }
}

/// One measure over all selected rows.
func accumulate(
    _ measure: Measure,
    rows: [Int],
    grouping: Grouping,
    table: Table,
    people: People,
    used: inout [Bool]
) -> (cells: [Aggregate.Cell], total: Aggregate.Cell) {
    var sums = [Sums](repeating: Sums(), count: grouping.keys.count)
    var total = Sums()
    for (index, row) in rows.enumerated() {
        let group = Int(grouping.groupOfRow[index])
        take(row, measure.kind, table, people, into: &sums[group])
        let values = total.values
        take(row, measure.kind, table, people, into: &total)
        if total.values > values { used[index] = true }
    }
    let counted = people.areCounted(by: measure.kind)
    return (sums.map { $0.cell(measure.kind, counted) }, total.cell(measure.kind, counted))
}

@inline(__always)
private func take(_ row: Int, _ kind: Measure.Kind, _ table: Table, _ people: People, into sums: inout Sums) {
    sums.rows += 1
    let value: Double
    var weight = 1.0
    var isInShare = false
    switch kind {
    case .rows: value = 1
    case .sum(let column), .minimum(let column), .maximum(let column), .median(let column), .value(let column):
        guard let number = table.columns[column].number(row) else { return }
        value = number
    case .mean(let column, let weightColumn):
        guard let number = table.columns[column].number(row) else { return }
        if let weightColumn {
            guard let number = table.columns[weightColumn].number(row) else { return }
            weight = number
        }
        value = number
    case .share(let filter, let weightColumn):
        if let weightColumn {
            guard let number = table.columns[weightColumn].number(row) else { return }
            weight = number
        }
        isInShare = filter.rows.matches(table.columns[filter.column].values, row)
        value = isInShare ? 1 : 0
    }
    sums.values += 1
    if let units = people.count(row) {
        sums.units += units
        if isInShare { sums.unitsInShare += units }
    } else {
        sums.hasUnknownUnits = true
    }
    sums.add(value * weight)
    sums.weights += weight
    if isInShare { sums.weightsInShare += weight }
    sums.unweighted += abs(value)
    sums.smallest = min(sums.smallest, value)
    sums.greatest = max(sums.greatest, value)
    sums.note(value * weight)
    if case .median = kind { sums.all.append(value) }
}

extension Sums {
    /// - Parameter counted: whether values and weights are numbers of people.
    fileprivate func cell(_ kind: Measure.Kind, _ counted: (values: Bool, weights: Bool)) -> Aggregate.Cell {
        var cell = Aggregate.Cell(rows: rows, units: hasUnknownUnits ? nil : units)
        cell.largest = [largest.0, largest.1, largest.2].prefix(values).filter { $0 > 0 }
        if counted.values { cell.counted.append(unweighted) }
        if counted.weights { cell.counted.append(abs(weights)) }
        if case .share = kind {
            cell.unitsInShare = unitsInShare
            if counted.weights { cell.counted += [weightsInShare, weights - weightsInShare] }
        }
        guard values > 0 else {
            if case .rows = kind { cell.value = 0 }
            return cell
        }
        let exact = sum + compensation
        switch kind {
        case .rows, .sum, .value: cell.value = exact
        case .minimum: cell.value = smallest
        case .maximum: cell.value = greatest
        case .mean: cell.value = weights == 0 ? nil : exact / weights
        case .share: cell.value = weights == 0 ? nil : 100 * exact / weights
        case .median:
            let sorted = all.sorted()
            let middle = sorted.count / 2
            cell.value = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        }
        return cell
    }
}
