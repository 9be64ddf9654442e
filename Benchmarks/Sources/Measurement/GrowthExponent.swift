import Foundation

/// How cost grows with size: the slope of log cost over log size. 1 is proportional, 2 is quadratic.
package enum GrowthExponent {
    /// By least squares; nothing for fewer than two different sizes, or for values that have no logarithm.
    package static func fit(sizes: [Double], costs: [Double]) -> Double? {
        let points = zip(sizes, costs).filter { $0 > 0 && $1 > 0 }.map { (log($0), log($1)) }
        guard points.count > 1, points.count == sizes.count, sizes.count == costs.count else { return nil }
        let count = Double(points.count)
        let meanSize = points.map(\.0).reduce(0, +) / count
        let meanCost = points.map(\.1).reduce(0, +) / count
        let spread = points.map { ($0.0 - meanSize) * ($0.0 - meanSize) }.reduce(0, +)
        guard spread > 0 else { return nil }
        return points.map { ($0.0 - meanSize) * ($0.1 - meanCost) }.reduce(0, +) / spread
    }
}
