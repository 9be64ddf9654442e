/// The exact law of a sum of ranks of which chance keeps each with one half.
///
/// Source: F. Wilcoxon (1945), doi:10.2307/3001968.
struct SignedRankDistribution {
    /// The probabilities of the sums 0, 1, 2 …
    let probabilities: [Double]

    /// Differences up to which a test is exact unless another method is asked for: some milliseconds.
    static let automaticCount = 100

    /// Differences above which an exact law is refused: a second.
    static let mostCount = 1_000

    /// - Parameter ranks: whole and positive; halves are doubled by the caller.
    /// - Complexity: O(n · sum), n ranks.
    init(ranks: [Int]) {
        var found = [Double](repeating: 0, count: ranks.reduce(0, +) + 1)
        found[0] = 1
        var reach = 0
        found.withUnsafeMutableBufferPointer { found in
            for rank in ranks {
                for sum in stride(from: reach + rank, through: 0, by: -1) {
                    let kept = sum >= rank ? found[sum - rank] : 0
                    found[sum] = (found[sum] + kept) / 2
                }
                reach += rank
            }
        }
        probabilities = found
    }

    /// The probability of at most this sum.
    func cumulative(_ sum: Int) -> Double {
        sum < 0 ? 0 : min(1, probabilities.prefix(sum + 1).compensatedSum)
    }

    /// The smallest sum whose cumulative probability reaches `tail`.
    func quantile(_ tail: Double) -> Int {
        var total = CompensatedSum()
        for (sum, probability) in probabilities.enumerated() {
            total.add(probability)
            if total.value >= tail { return sum }
        }
        return probabilities.count - 1
    }
}
