import Foundation
import Testing

/// An effect on durations, computed again from the weeks that `hone improvement evidence` prints by the recipe of
/// Documentation/Guides/effect-by-hand.md, with nothing of Hone's own: what a reader does who trusts nobody.
struct RecomputedEffect {
    private typealias Week = (number: Int, isAfter: Bool, items: Double, value: Double)

    let itemsBefore, itemsAfter: Int
    /// The factor between the two means, each week counted as often as it has items: what a pocket calculator says.
    let plainFactor: Double
    /// The factor under all models of the noise together.
    let factor: Double
    private let models: [(weight: Double, shift: Double, error: Double)]
    private let freedom: Double

    init(evidence: String) throws {
        var weeks: [Week] = []
        var items = ["before": 0, "after": 0]
        for (number, line) in evidence.split(separator: "\n").dropFirst().enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard let known = items[cells[1]] else { continue }
            let count = try #require(Int(cells[2]))
            items[cells[1]] = known + count
            if let value = Double(cells[3]) { weeks.append((number, cells[1] == "after", Double(count), value)) }
        }
        (itemsBefore, itemsAfter) = (items["before"] ?? 0, items["after"] ?? 0)
        func mean(_ side: [Week]) -> Double {
            side.reduce(0) { $0 + $1.items * $1.value } / side.reduce(0) { $0 + $1.items }
        }
        plainFactor = exp(mean(weeks.filter(\.isAfter)) - mean(weeks.filter { !$0.isAfter }))
        var fits = [Self.fit(weeks, rho: 0, q: 0)]
        for rho in [0.4, 0.8, 0.95, 1] {
            for q in [0.01, 0.03, 0.1, 0.3, 1] { fits.append(Self.fit(weeks, rho: rho, q: q)) }
        }
        let best = fits.map(\.logLikelihood).max() ?? 0
        let all = fits.reduce(0) { $0 + exp($1.logLikelihood - best) }
        models = fits.map { (exp($0.logLikelihood - best) / all, $0.shift, $0.error) }
        factor = exp(models.reduce(0) { $0 + $1.weight * $1.shift })
        freedom = Double(weeks.count - 2)
    }

    /// How much of the mixture lies below a factor: 5 % below the lower end of a 90 % interval.
    func share(below factor: Double) -> Double {
        models.reduce(0) { $0 + $1.weight * student((log(factor) - $1.shift) / $1.error) }
    }

    private static func fit(_ weeks: [Week], rho: Double, q: Double) -> (logLikelihood: Double, shift: Double, error: Double) {
        var root = weeks.map { _ in [Double](repeating: 0, count: weeks.count) }
        for row in weeks.indices {
            for column in 0...row {
                let apart = Double(weeks[row].number - weeks[column].number)
                let drift = Double(weeks[column].number - weeks[0].number)
                var rest = rho < 1 ? q * pow(rho, apart) : q / 12 * drift
                if row == column { rest += 1 / weeks[row].items }
                for place in 0..<column { rest -= root[row][place] * root[column][place] }
                root[row][column] = row == column ? rest.squareRoot() : rest / root[column][column]
            }
        }
        func white(_ values: [Double]) -> [Double] {
            var result: [Double] = []
            for row in values.indices {
                result.append((values[row] - zip(root[row], result).reduce(0) { $0 + $1.0 * $1.1 }) / root[row][row])
            }
            return result
        }
        func product(_ left: [Double], _ right: [Double]) -> Double { zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } }
        let (one, after, value) = (white(weeks.map { _ in 1 }), white(weeks.map { $0.isAfter ? 1 : 0 }), white(weeks.map(\.value)))
        let (a, b, c) = (product(one, one), product(one, after), product(after, after))
        let (e, f) = (product(one, value), product(after, value))
        let determinant = a * c - b * b
        let (shift, level) = ((a * f - b * e) / determinant, (c * e - b * f) / determinant)
        let (rest, freedom) = (product(value, value) - shift * f - level * e, Double(weeks.count - 2))
        let diagonal = root.indices.reduce(0.0) { $0 + log(root[$1][$1]) }
        return (-diagonal - log(determinant) / 2 - freedom / 2 * log(rest), shift, (rest / freedom * a / determinant).squareRoot())
    }

    /// The cumulative distribution of Student's t, by Simpson's rule over its density.
    private func student(_ t: Double) -> Double {
        let top = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / (freedom * Double.pi).squareRoot()
        func density(_ x: Double) -> Double { top * pow(1 + x * x / freedom, -(freedom + 1) / 2) }
        let steps = 200
        let width = t / Double(steps)
        let inner = (1..<steps).reduce(0.0) { $0 + ($1 % 2 == 1 ? 4.0 : 2.0) * density(Double($1) * width) }
        return 0.5 + (density(0) + inner + density(t)) * width / 3
    }
}
