package import HoneStatistics

/// Sizes of effects as people write them when they agree on something: `10 %`, `10-30 %`, `5 points`.
package struct EffectSizes: Sendable {
    let kind: WeeklySeries.Kind
    let better: EffectTerms.Direction

    package init(_ kind: WeeklySeries.Kind, _ better: EffectTerms.Direction) { (self.kind, self.better) = (kind, better) }

    private var words: [String] { kind == .shares ? ["points", "point", "pp", "%"] : ["%"] }

    /// A share of the level, or points as a part of 1; nil for anything else, and for a fall of all there is.
    package func size(_ text: String) -> Double? {
        var rest = text.lowercased().filter { !$0.isWhitespace }[...]
        guard let word = words.first(where: { rest.hasSuffix($0) }) else { return nil }
        rest = rest.dropLast(word.count)
        guard let number = Double(rest), number.isFinite, number > 0, number < 100 || (better == .higher && kind != .shares) else {
            return nil
        }
        return number / 100
    }

    /// `10-30 %`; a single size is a range of itself.
    package func range(_ text: String) -> ClosedRange<Double>? {
        let parts = text.split(separator: "-").map(String.init)
        guard let last = parts.last, let high = size(last), parts.count <= 2 else { return nil }
        let suffix = String(last.drop { $0.isNumber || $0 == "." || $0 == " " })
        guard let low = parts.count == 2 ? size(parts[0] + suffix) : high, low <= high else { return nil }
        return low...high
    }

    package func text(_ size: Double) -> String {
        "\(ValueText.significant(size * 100, digits: 2)) \(kind == .shares ? "points" : "%")"
    }

    package func text(_ range: ClosedRange<Double>) -> String {
        range.lowerBound == range.upperBound
            ? text(range.lowerBound) : "\(ValueText.significant(range.lowerBound * 100, digits: 2)) to \(text(range.upperBound))"
    }

    package var example: String { kind == .shares ? "5 points" : "10 %" }
    package var exampleRange: String { kind == .shares ? "5-15 points" : "10-30 %" }
}
