/// Which of several numbers of the same cases has the largest sum, and which others chance may have kept below it.
///
/// Mergeable: two of them add up to that of all their cases. Each other number is compared by a paired t test, which allows for
/// numbers of one case that go together. A sum that is larger than each other at one level is the largest at that level, so that
/// nothing is taken off for their number.
///
/// Source: Student (1908), doi:10.1093/biomet/6.1.1; R. L. Berger (1982), doi:10.1080/00401706.1982.10487790.
public struct LargestSum: Sendable, Hashable {
    /// How many cases were added.
    public private(set) var count = 0

    /// The sums, in the order of the numbers of a case and in their unit.
    public private(set) var sums: [Double]

    /// Sums of the products of two numbers, row by row.
    private var products: [Double]

    /// - Parameter size: how many numbers a case has, at least 0.
    public init(size: Int) {
        sums = [Double](repeating: 0, count: max(0, size))
        products = [Double](repeating: 0, count: sums.count * sums.count)
    }

    /// Adds one case: as many finite numbers as there are sums, of one unit; others are not added.
    ///
    /// Complexity: O(k²), k numbers.
    public mutating func add(_ values: [Double]) {
        guard values.count == sums.count, values.allSatisfy(\.isFinite) else { return }
        count += 1
        for (row, value) in values.enumerated() where value != 0 {
            sums[row] += value
            for column in row..<values.count { products[row * sums.count + column] += value * values[column] }
        }
    }

    /// Adds the cases of another of as many numbers. Complexity: O(k²).
    public mutating func merge(_ other: LargestSum) {
        guard other.sums.count == sums.count else { return }
        count += other.count
        for index in sums.indices { sums[index] += other.sums[index] }
        for index in products.indices { products[index] += other.products[index] }
    }

    /// The place of the largest sum, the first of equal ones; nil where there are none, or no case.
    public var largest: Int? { count > 0 ? sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } : nil }

    /// The places of the sums that are not shown to be smaller than the largest, largest first.
    ///
    /// - Parameter level: how sure it has to be that one is smaller, strictly between 0 and 1.
    /// - Returns: all others below two cases or for a level out of range; a difference that is the same in every case is sure.
    /// - Complexity: O(k log k), k numbers, and one quantile of Student's law.
    public func rivals(level: Double) -> [Int] {
        guard let largest else { return [] }
        let others = sums.indices.filter { $0 != largest }.sorted { (sums[$1], $0) < (sums[$0], $1) }
        guard count > 1, level > 0, level < 1, let critical = StudentT.quantile(level, degreesOfFreedom: Double(count - 1)) else {
            return others
        }
        return others.filter { other in
            let n = Double(count)
            let difference = sums[largest] - sums[other]
            let squares = product(largest, largest) - 2 * product(largest, other) + product(other, other)
            // Below the rounding of its parts a spread is none.
            let spread = max(0, squares - difference * difference / n)
            let isAlike = spread <= 1e-12 * (product(largest, largest) + product(other, other))
            return isAlike ? difference <= 0 : difference < critical * (n * spread / (n - 1)).squareRoot()
        }
    }

    private func product(_ one: Int, _ other: Int) -> Double { products[min(one, other) * sums.count + max(one, other)] }
}
