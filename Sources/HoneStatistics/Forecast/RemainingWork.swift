/// How much is left to do, as far as it is known.
///
/// Between low and high every whole number of items is equally likely, and so is every split rate; the two are independent.
public struct RemainingWork: Sendable, Hashable {
    /// Items that remain, from the fewest to the most.
    public var items: ClosedRange<Int>
    /// How many items one of today's becomes before it is done, from least to most; 1 where nothing is split.
    public var splitRate: ClosedRange<Double>

    /// Describes the work; what makes no sense is refused by the forecast.
    ///
    /// - Parameters:
    ///   - items: from the fewest to the most, 0 or more.
    ///   - splitRate: items per item, positive.
    /// - Complexity: O(1).
    ///
    /// Source: T. Magennis (2011), Forecasting and Simulating Software Development Projects, on split rates.
    public init(items: ClosedRange<Int>, splitRate: ClosedRange<Double> = 1...1) {
        self.items = items
        self.splitRate = splitRate
    }

    /// Whether there is one number of items and nothing is split.
    var isFixed: Bool { items.lowerBound == items.upperBound && splitRate == 1...1 }

    /// Items to be done at the very most, after splitting.
    func most() throws(ForecastRefusal) -> Int {
        guard items.lowerBound >= 0, splitRate.lowerBound > 0, splitRate.upperBound.isFinite else { throw .work }
        let most = Self.whole(Double(items.upperBound) * splitRate.upperBound)
        guard most <= Double(ThroughputSample.most) else { throw .tooLarge(limit: ThroughputSample.most) }
        return Int(most)
    }

    /// Items to be done in one trial.
    @inline(__always)
    func drawn(from generator: inout SeededGenerator) -> Int {
        let count = items.lowerBound + generator.index(below: items.count)
        return Int(Self.whole(Double(count) * Self.rate(splitRate, from: &generator)))
    }

    @inline(__always)
    static func rate(_ range: ClosedRange<Double>, from generator: inout SeededGenerator) -> Double {
        range.lowerBound + generator.unit() * (range.upperBound - range.lowerBound)
    }

    /// 50 items at a rate of 1.1 are 55, although their product is 55.00000000000001.
    private static func whole(_ items: Double) -> Double { (items - 1e-9).rounded(.up) }
}
