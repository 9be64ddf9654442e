/// Draws resamples of values and computes the statistic of each.
struct ResampleDraws {
    private let values: [Double]
    /// Where five indices fit into a word; else two.
    private let five: IndexBatch?
    private let two: IndexBatch

    init?(_ values: [Double]) {
        guard values.count > 1, values.allSatisfy(\.isFinite), let two = IndexBatch(bound: values.count, size: 2) else { return nil }
        self.values = values
        self.two = two
        five = IndexBatch(bound: values.count, size: 5)
    }

    /// The replicates of some of the resamples, in their order; those of a range are the same whatever else is computed.
    func replicates(of statistic: ResampledStatistic, resamples: Range<Int>, seed: UInt64) -> [Double] {
        switch statistic {
        case .mean: means(resamples, seed)
        case .median: medians(resamples, seed)
        case .function(let function): values(of: function, resamples, seed)
        }
    }

    private func values(of function: (Span<Double>) -> Double, _ resamples: Range<Int>, _ seed: UInt64) -> [Double] {
        var resample = values
        return resamples.map { number in
            var generator = SeededGenerator(seed: seed, stream: number)
            var next = 0
            resample.withUnsafeMutableBufferPointer { resample in
                forEachIndex(from: &generator) { index in
                    resample[next] = values[index]
                    next += 1
                }
            }
            return function(resample.span)
        }
    }

    /// Sums about the mean, so that a large common part of the values costs no digits.
    private func means(_ resamples: Range<Int>, _ seed: UInt64) -> [Double] {
        let count = Double(values.count)
        let centre = values.compensatedSum / count
        let centred = values.map { $0 - centre }
        return centred.withUnsafeBufferPointer { centred in
            resamples.map { number in
                var generator = SeededGenerator(seed: seed, stream: number)
                return centre + sum(centred, &generator) / count
            }
        }
    }

    /// The sum of one resample; several running sums at once, in a fixed order.
    @inline(__always)
    private func sum(_ values: UnsafeBufferPointer<Double>, _ generator: inout SeededGenerator) -> Double {
        guard let five else {
            var (one, other) = (0.0, 0.0)
            for _ in 0..<values.count / 2 {
                let (a, b) = two.two(from: &generator)
                one += values[a]
                other += values[b]
            }
            if !values.count.isMultiple(of: 2) { one += values[two.two(from: &generator).0] }
            return one + other
        }
        var (sumA, sumB, sumC, sumD, sumE) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for _ in 0..<values.count / 5 {
            let (a, b, c, d, e) = five.five(from: &generator)
            sumA += values[a]
            sumB += values[b]
            sumC += values[c]
            sumD += values[d]
            sumE += values[e]
        }
        let rest = values.count % 5
        if rest > 0 {
            let (a, b, c, d, _) = five.five(from: &generator)
            sumA += values[a]
            if rest > 1 { sumB += values[b] }
            if rest > 2 { sumC += values[c] }
            if rest > 3 { sumD += values[d] }
        }
        return ((sumA + sumB) + (sumC + sumD)) + sumE
    }

    /// Counts how often each rank was drawn, and walks up to the middle.
    private func medians(_ resamples: Range<Int>, _ seed: UInt64) -> [Double] {
        let sorted = values.sorted()
        var drawn = [UInt32](repeating: 0, count: sorted.count)
        let (low, high) = ((sorted.count - 1) / 2, sorted.count / 2)
        return sorted.withUnsafeBufferPointer { sorted in
            drawn.withUnsafeMutableBufferPointer { drawn in
                resamples.map { number in
                    var generator = SeededGenerator(seed: seed, stream: number)
                    drawn.update(repeating: 0)
                    forEachIndex(from: &generator) { drawn[$0] &+= 1 }
                    var rank = 0
                    var passed = Int(drawn[0])
                    while passed <= low {
                        rank += 1
                        passed += Int(drawn[rank])
                    }
                    let lower = sorted[rank]
                    while passed <= high {
                        rank += 1
                        passed += Int(drawn[rank])
                    }
                    let upper = sorted[rank]
                    return lower == upper ? lower : lower / 2 + upper / 2
                }
            }
        }
    }

    /// As many indices as there are values.
    @inline(__always)
    private func forEachIndex(from generator: inout SeededGenerator, _ body: (Int) -> Void) {
        let count = values.count
        guard let five else {
            for _ in 0..<count / 2 {
                let (a, b) = two.two(from: &generator)
                body(a)
                body(b)
            }
            if !count.isMultiple(of: 2) { body(two.two(from: &generator).0) }
            return
        }
        for _ in 0..<count / 5 {
            let (a, b, c, d, e) = five.five(from: &generator)
            body(a)
            body(b)
            body(c)
            body(d)
            body(e)
        }
        let rest = count % 5
        if rest > 0 {
            let (a, b, c, d, _) = five.five(from: &generator)
            body(a)
            if rest > 1 { body(b) }
            if rest > 2 { body(c) }
            if rest > 3 { body(d) }
        }
    }
}
