import HoneLoop

/// Round numbers from 0 to a little above the largest value.
struct Ticks {
    let values: [Double]
    private let unit: String

    /// - Parameters:
    ///   - most: intervals between them at the most.
    ///   - isWhole: for counts, which have nothing between 0 and 1.
    init(upTo largest: Double, most: Int = 4, isWhole: Bool = false, unit: String = "") {
        var step = Scale.rounded(up: max(largest, .leastNonzeroMagnitude) / Double(most))
        if largest <= 0 || (isWhole && step < 1) { step = 1 }
        let count = max(1, Int((largest / step).rounded(.up)))
        values = (0...count).map { Double($0) * step }
        self.unit = unit
    }

    var largest: Double { values.last ?? 1 }

    func scale(from: Double, to: Double) -> Scale { Scale(largest: largest, from: from, to: to) }

    func text(_ value: Double) -> String { ValueText.short(value) + (unit.isEmpty || value == 0 ? "" : unit) }
}
