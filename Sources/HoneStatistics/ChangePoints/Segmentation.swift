/// A series cut where its level changes: the cheapest cut there is, each change charged a penalty.
///
/// The objective is the sum of the costs of all segments plus the penalty times the number of changes. A change found is a
/// hypothesis to match with dated actions, never proof.
///
/// Source: B. Jackson et al. (2005), An Algorithm for Optimal Partitioning of Data on an Interval,
/// doi:10.1109/LSP.2001.838216; R. Killick, P. Fearnhead and I. A. Eckley (2012), Optimal Detection of Changepoints with a
/// Linear Computational Cost, doi:10.1080/01621459.2012.737745.
public struct Segmentation: Sendable, Hashable {
    /// How the optimum is searched for. Both reach it; they may differ where two cuts cost the same.
    public enum Search: Sendable, Hashable {
        /// Every last change for every end.
        case exact
        /// The same without those that can no longer win.
        case pruned
    }

    /// The index after the last of each segment, ascending; the last is the number of values.
    public let ends: [Int]

    /// The sum of the costs and penalties.
    public let objective: Double

    /// The indexes at which a new level begins.
    public var changes: [Int] { ends.dropLast() }

    /// The indexes of each segment, in order.
    public var ranges: [Range<Int>] { zip([0] + ends, ends).map { $0..<$1 } }

    /// Cuts `values` into segments.
    ///
    /// Refuses (answers `nil` for) no values, values that are not finite, a penalty that is negative or not finite, and a
    /// least length below 1. Fewer than two segments' worth of values are one segment.
    ///
    /// - Parameters:
    ///   - values: any unit, in order of time.
    ///   - cost: what makes a segment expensive.
    ///   - penalty: for each change, in the unit of the cost; see ``ChangePenalty``.
    ///   - leastLength: the fewest values in a segment, 1 or more.
    ///   - search: `nil` for the exact one below 2,000 values and the pruned one from there on.
    /// - Complexity: O(n²) operations for the exact search, O(n log n) more for ``SegmentCost/absolute``; the pruned search of
    ///   n values with changes all along is O(n) times the typical length of a segment. O(n) memory.
    public init?(
        _ values: [Double], cost: SegmentCost = .squared, penalty: Double, leastLength: Int = 2, search: Search? = nil
    ) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite), penalty >= 0, penalty.isFinite, leastLength >= 1 else { return nil }
        let prunes = (search ?? (values.count < 2_000 ? .exact : .pruned)) == .pruned
        var (last, cost) = (LastChanges(starts: []), cost)
        switch cost {
        case .squared where prunes:
            last = SquaredPruning.lastChanges(values, penalty: penalty, leastLength: leastLength)
        case .squared:
            last = LastChanges(SquaredCosts(values), values.count, penalty, leastLength, prunes: false)
        case .absolute:
            last = LastChanges(AbsoluteCosts(values), values.count, penalty, leastLength, prunes: prunes)
        case .kernel(let gamma, let isClipped):
            guard let kernel = GaussianKernel(values, gamma: gamma, isClipped: isClipped) else { return nil }
            cost = .kernel(gamma: kernel.gamma, isClipped: isClipped)
            // A clipped kernel can make a whole cheaper than its parts, for which pruning is not made.
            last = LastChanges(KernelCosts(values, kernel), values.count, penalty, leastLength, prunes: prunes && !isClipped)
        }
        if values.count - leastLength < leastLength { last.starts[values.count] = 0 }
        var ends: [Int] = []
        var end = values.count
        while end > 0 {
            ends.append(end)
            end = last.starts[end]
        }
        self.ends = ends.reversed()
        let costs = zip([0] + self.ends, self.ends).compactMap { cost.value(of: values, in: $0..<$1) }
        guard costs.count == ends.count else { return nil }
        objective = costs.compensatedSum + penalty * Double(ends.count - 1)
    }
}
