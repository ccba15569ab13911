// Work on many items at once: one slice per core, joined in order, so that the result does not depend on the number of workers.

/// Applies `transform` to every item with `jobs` workers; results come back in the order of the items.
public func inSlices<Item: Sendable, Output: Sendable>(
    _ items: [Item],
    jobs: Int,
    _ transform: @escaping @Sendable (Item) throws -> Output
) async rethrows -> [Output] {
    guard jobs > 1, items.count > 1 else { return try items.map(transform) }
    let size = (items.count + jobs - 1) / jobs
    return try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
        for start in stride(from: 0, to: items.count, by: size) {
            group.addTask { (start, try items[start..<min(start + size, items.count)].map(transform)) }
        }
        var slices: [(Int, [Output])] = []
        for try await slice in group { slices.append(slice) }
        return slices.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
}
