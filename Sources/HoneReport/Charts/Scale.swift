/// Maps values from 0 up to a largest one onto a stretch of the drawing. Every axis of ours begins at 0, or below it where a value does.
struct Scale {
    let largest: Double
    /// 0 or below.
    let smallest: Double
    let from: Double
    let to: Double

    init(largest: Double, from: Double, to: Double, smallest: Double = 0) {
        self.smallest = min(0, smallest)
        self.largest = largest > 0 ? largest : self.smallest < 0 ? 0 : 1
        self.from = from
        self.to = to
    }

    func position(_ value: Double) -> Double { from + (to - from) * (value - smallest) / (largest - smallest) }

    /// The smallest of 1, 2 or 5 times a power of ten that is not below the value.
    static func rounded(up value: Double) -> Double {
        guard value > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
    }
}

/// A coordinate with at most one decimal, so that the same chart is the same text everywhere.
func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
}
