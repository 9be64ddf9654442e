import HoneFacts
import HoneStatistics

/// More items finished than in the window before, each of them smaller, and hardly more work in all.
enum ItemSplitting {
    static func sign(_ histories: Histories, _ context: MeasureContext) -> Sign? {
        let items = histories.items
        let length = context.window.length
        guard length > 0 else { return nil }
        let earlier = MeasureContext(
            interpretation: context.interpretation, window: Window(from: context.window.from + -length, to: context.window.from),
            options: context.options, now: context.now)
        guard let sizes = items.sizes else { return nil }
        func sized(_ context: MeasureContext) -> (count: Int, sizes: [Double]) {
            let finished = items.finished(context)
            return (finished.count, finished.map { sizes.seconds[$0] }.filter { $0 > 0 }.map { Double($0) / 3600 })
        }
        return sign(before: sized(earlier), now: sized(context), days: Double(length), sizes.isEstimated ? "estimated" : "logged")
    }

    /// - Parameters:
    ///   - before: items finished in the window before, and the sizes that are known, in hours.
    ///   - now: the same for the window.
    ///   - days: length of each window.
    static func sign(
        before: (count: Int, sizes: [Double]), now: (count: Int, sizes: [Double]), days: Double, _ word: String
    ) -> Sign? {
        guard before.sizes.count >= Observation.smallSample, now.sizes.count >= Observation.smallSample, now.count > before.count,
            let more = PoissonRate.exactTest((now.count, days), (before.count, days)), more < 0.01,
            let smaller = MannWhitney(now.sizes, before.sizes), smaller.probabilities.twoSided < 0.01
        else { return nil }
        let (small, large) = (Quantile.median(sorted: now.sizes.sorted()), Quantile.median(sorted: before.sizes.sorted()))
        guard let small, let large, small < large else { return nil }
        // The work in all, as if items of unknown size were like the others.
        func total(_ half: (count: Int, sizes: [Double])) -> Double {
            half.sizes.reduce(0, +) / Double(half.sizes.count) * Double(half.count)
        }
        // Some of a growing count is more work; most of it is not.
        let (growth, counted) = (total(now) / total(before) - 1, Double(now.count) / Double(before.count) - 1)
        guard growth <= counted / 3 else { return nil }
        return Sign(
            .itemSplitting, count: now.count, of: now.count, expected: Double(before.count),
            probability: max(more, smaller.probabilities.twoSided),
            "\(now.count) items were finished after \(before.count) in the window before, while half of them went from at most \(hours(large)) \(word) hours to \(hours(small)); the hours in all went from about \(hours(total(before))) to \(hours(total(now))).",
            metrics: ["throughput", "item-size", "cycle-time", "say-do", "flow-distribution"])
    }

    private static func hours(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
