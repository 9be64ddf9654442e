/// The exact law of the Mann-Whitney statistic over all ways of dealing tied ranks to two samples.
///
/// Groups of equal values are dealt one after the other. With `k` of the `i` values so far in the first sample, a group
/// of which `a` go to the first and `b` to the second sample adds a (i - k) wins and a b / 2 for the ties. Each step
/// multiplies by a hypergeometric probability, so every term is positive and no digit is lost by cancelling.
/// Source: A. Agresti (1992), A Survey of Exact Inference for Contingency Tables, doi:10.1214/ss/1177011454, section 4;
/// the dealing by groups follows J. H. Klotz (1966), Journal of the American Statistical Association 61, 772-787.
struct RankSumDistribution {
    /// The probabilities of 0, 1, 2 … steps.
    let probabilities: [Double]

    /// How many steps are one win: 2 where ties give half wins, else 1.
    let stepsPerWin: Int

    /// Pairs of values up to which a test is exact unless another method is asked for: 50 against 50 takes some milliseconds.
    static let automaticPairs = 2_500

    /// Pairs of values above which an exact law is refused: 100 against 100 takes some tenths of a second.
    static let mostPairs = 10_000

    /// - Parameters:
    ///   - sizes: of the groups of equal values, ascending by value.
    ///   - chosen: values in the first sample, of all.
    /// - Complexity: O(n · chosen · pairs), n values in all.
    init(sizes: [Int], chosen: Int) {
        let total = sizes.reduce(0, +)
        let steps = sizes.allSatisfy { $0 == 1 } ? 1 : 2
        let width = chosen * (total - chosen) * steps + 1
        stepsPerWin = steps
        var rows = [Double](repeating: 0, count: (chosen + 1) * width)
        rows[0] = 1
        var dealt = 0
        rows.withUnsafeMutableBufferPointer { rows in
            for size in sizes {
                for target in stride(from: min(chosen, dealt + size), through: max(0, chosen - (total - dealt - size)), by: -1) {
                    Self.deal(size, after: dealt, of: total, chosen: chosen, target: target, steps: steps, width: width, rows)
                }
                dealt += size
            }
        }
        probabilities = Array(rows[(chosen * width)...])
    }

    /// Fills the row of `target` values in the first sample after one more group; rows above it are done, rows below are not.
    private static func deal(
        _ size: Int, after dealt: Int, of total: Int, chosen: Int, target: Int, steps: Int, width: Int,
        _ rows: UnsafeMutableBufferPointer<Double>
    ) {
        let end = target * width
        let remaining = total - dealt
        func weight(_ taken: Int) -> Double {
            let before = target - taken
            guard before <= dealt, chosen - before <= remaining, dealt - before <= total - chosen else { return 0 }
            return SaddlePoint.hypergeometric(taken, of: size, sample: chosen - before, population: remaining)
        }
        let kept = weight(0)
        for step in 0..<max(0, min(width, target * (dealt - target) * steps + 1)) { rows[end + step] *= kept }
        for taken in 1...size where taken <= target {
            let factor = weight(taken)
            guard factor > 0 else { continue }
            let before = target - taken
            let shift = taken * (2 * (dealt - before) + size - taken) * steps / 2
            let start = before * width
            for step in 0..<min(width - shift, before * (dealt - before) * steps + 1) {
                rows[end + step + shift] += rows[start + step] * factor
            }
        }
    }

    /// The probability of at most so many steps.
    func cumulative(_ steps: Int) -> Double {
        steps < 0 ? 0 : min(1, probabilities.prefix(steps + 1).compensatedSum)
    }

    /// The smallest number of steps whose cumulative probability reaches `tail`.
    func quantile(_ tail: Double) -> Int {
        var sum = CompensatedSum()
        for (steps, probability) in probabilities.enumerated() {
            sum.add(probability)
            if sum.value >= tail { return steps }
        }
        return probabilities.count - 1
    }
}
