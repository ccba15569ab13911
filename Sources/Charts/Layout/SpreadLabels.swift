// Moves labels apart that would overlap, each as little as can be.

/// Tops for labels of the given heights, in the order of `centers` (ascending), so that none overlaps another and all lie within the range.
///
/// With u = top − the heights above it, labels that do not overlap have ascending u: the nearest such sequence is the isotonic
/// regression (pool adjacent violators), and cutting it off at the bounds keeps it nearest.
func spread(centers: [Double], heights: [Double], within range: ClosedRange<Double>) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    var above = 0.0
    for (center, height) in zip(centers, heights) {
        blocks.append((center - height / 2 - above, 1))
        above += height
        while blocks.count > 1 {
            let last = blocks[blocks.count - 1]
            let previous = blocks[blocks.count - 2]
            guard previous.sum / Double(previous.count) > last.sum / Double(last.count) else { break }
            blocks.removeLast()
            blocks[blocks.count - 1] = (previous.sum + last.sum, previous.count + last.count)
        }
    }
    let highest = max(range.lowerBound, range.upperBound - above)
    var tops: [Double] = []
    var offset = 0.0
    for block in blocks {
        let u = min(max(block.sum / Double(block.count), range.lowerBound), highest)
        for _ in 0..<block.count {
            tops.append(u + offset)
            offset += heights[tops.count - 1]
        }
    }
    return tops
}
