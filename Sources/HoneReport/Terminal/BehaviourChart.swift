import HoneLoop
import HoneStatistics

/// An individuals chart in characters: a dot a value, a filled one where a rule finds a sign, lines for the mean and the limits.
struct BehaviourChart {
    let values: [Double]
    /// Nil draws no lines.
    let limits: ProcessLimits?
    /// Indexes of values that a rule marks.
    let signs: Set<Int>
    let width: Int

    private static let height = 11
    private static let gutter = 10

    /// How many of the latest values fit.
    var shown: Range<Int> { max(0, values.count - (width - Self.gutter))..<values.count }

    /// A line below 0 means nothing for numbers that never fall below it.
    private var lower: Double? {
        guard let limits, limits.lower >= 0 || (values.min() ?? 0) < 0 else { return nil }
        return limits.lower
    }

    var lines: [String] {
        let part = values[shown]
        let marks = [limits?.upper, limits?.centre, lower].compactMap(\.self)
        guard let low = (part + marks).min(), let high = (part + marks).max(), high > low else { return [] }
        func row(_ value: Double) -> Int { Int(((high - value) / (high - low) * Double(Self.height - 1)).rounded()) }
        var rows = [[Character]](repeating: [Character](repeating: " ", count: part.count), count: Self.height)
        var labels = [String](repeating: "", count: Self.height)
        labels[0] = ValueText.significant(high)
        labels[Self.height - 1] = ValueText.significant(low)
        for (value, sign) in [(limits?.upper, Character("┄")), (lower, "┄"), (limits?.centre, "─")] {
            guard let value else { continue }
            rows[row(value)] = [Character](repeating: sign, count: part.count)
            labels[row(value)] = ValueText.significant(value)
        }
        for (place, index) in part.indices.enumerated() { rows[row(values[index])][place] = signs.contains(index) ? "●" : "·" }
        return zip(labels, rows).map { label, row in
            var line = TextWrap.padded(String(label.prefix(Self.gutter - 1)), Self.gutter - 1, atRight: true) + " " + String(row)
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
