// How long each stage took; printed with --timings, never part of what is built.

struct Stopwatch {
    private(set) var laps: [(stage: String, milliseconds: Int)] = []
    private var last = ContinuousClock.now

    /// Notes the time since the last lap under the name of the stage that has just ended.
    ///
    /// - Throws: `CancellationError` where the work was cancelled meanwhile: the next stage does not begin.
    mutating func lap(_ stage: String) throws {
        try Task.checkCancellation()
        let now = ContinuousClock.now
        let duration = now - last
        laps.append(
            (stage, Int(duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000))
        )
        last = now
    }
}
