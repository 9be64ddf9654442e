/// Runs of consecutive days that a simulation draws whole, all equally likely.
///
/// A week is a block of seven days. Single days come in pairs where there are at most 128 of them: all pairs are listed, and one
/// draw among them is two independent draws of a day.
struct DayBlocks<Total: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    /// Days of a block.
    let length: Int
    /// Items of each block, held down to what `Total` can say.
    let totals: [Total]
    /// Items up to each day of each block but its last, `length - 1` a block.
    let running: [Total]
    let batch: IndexBatch

    /// Whole weeks of which there must be two: one alone would always come out the same.
    private static var leastWeeks: Int { 2 }
    private static var mostPairedDays: Int { 128 }

    /// - Parameter arePaired: whether single days may come in pairs; those of an urn do not.
    init(_ sample: ThroughputSample, drawing: DayDrawing, arePaired: Bool = true) throws(ForecastRefusal) {
        let counts = sample.counts
        var (running, totals): ([Total], [Total]) = ([], [])
        switch drawing {
        case .weeks:
            let weeks = counts.count / 7
            guard weeks >= Self.leastWeeks else { throw .fewDays(found: counts.count, needed: 7 * Self.leastWeeks) }
            length = 7
            for start in stride(from: counts.count - 7 * weeks, to: counts.count, by: 7) {
                var sum = 0
                for day in start..<start + 6 {
                    sum += counts[day]
                    running.append(Total(clamping: sum))
                }
                totals.append(Total(clamping: sum + counts[start + 6]))
            }
        case .days where arePaired && counts.count <= Self.mostPairedDays:
            length = 2
            for first in counts {
                for second in counts {
                    running.append(Total(clamping: first))
                    totals.append(Total(clamping: first + second))
                }
            }
        case .days:
            length = 1
            totals = counts.map { Total(clamping: $0) }
        }
        self.running = running
        self.totals = totals
        // Weeks of nothing but zeros: the busy days lie in the rest.
        guard totals.contains(where: { $0 > 0 }) else { throw .allZero }
        guard let batch = IndexBatch(bound: totals.count, size: 3) else { throw .tooLarge(limit: ThroughputSample.most) }
        self.batch = batch
    }
}
