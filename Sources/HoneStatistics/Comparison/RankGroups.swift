/// Two samples laid together in ascending order: how many values of each stand at every distinct value.
struct RankGroups {
    private(set) var first: [Int] = []
    private(set) var second: [Int] = []
    let firstCount: Int
    let secondCount: Int
    /// Twice the number of pairs in which the first sample's value is larger, a tied pair counting as one half.
    private(set) var twiceFirstWins = 0
    private(set) var tiedPairs = 0

    /// `nil` when a sample is empty or holds something that is not finite.
    init?(_ one: [Double], _ other: [Double]) {
        guard !one.isEmpty, !other.isEmpty, one.allSatisfy(\.isFinite), other.allSatisfy(\.isFinite) else { return nil }
        let x = Ascending.values(one)
        let y = Ascending.values(other)
        firstCount = x.count
        secondCount = y.count
        var (i, j) = (0, 0)
        while i < x.count || j < y.count {
            let value = i == x.count ? y[j] : j == y.count ? x[i] : min(x[i], y[j])
            let (startOfFirst, startOfSecond) = (i, j)
            while i < x.count, x[i] == value { i += 1 }
            while j < y.count, y[j] == value { j += 1 }
            let (ofFirst, ofSecond) = (i - startOfFirst, j - startOfSecond)
            first.append(ofFirst)
            second.append(ofSecond)
            twiceFirstWins += ofFirst * (2 * startOfSecond + ofSecond)
            tiedPairs += ofFirst * ofSecond
        }
    }

    var pairs: Int { firstCount * secondCount }
    var sizes: [Int] { zip(first, second).map(+) }
    var hasTies: Bool { first.count < firstCount + secondCount }

    /// The variance of the number of wins if both samples come from one law, given these ties.
    var variance: Double {
        let n = Double(firstCount + secondCount)
        let ties = sizes.lazy.map { Double($0) }.map { $0 * $0 * $0 - $0 }.compensatedSum
        return Double(pairs) / 12 * (n + 1 - ties / (n * (n - 1)))
    }
}
