import HoneMetrics

/// Values of a unit as an axis shows them: hours become days where they are many.
struct AxisUnit {
    let factor: Double
    /// For example `days`; empty for a count.
    let word: String
    let suffix: String

    init(_ unit: MetricUnit, largest: Double) {
        switch unit {
        case .hours: (factor, word, suffix) = largest >= 72 ? (1.0 / 24, "days", "") : (1, "hours", "")
        case .days: (factor, word, suffix) = (1, "days", "")
        case .workingDays: (factor, word, suffix) = (1, "working days", "")
        case .share: (factor, word, suffix) = (100, "per cent", " %")
        case .perWeek: (factor, word, suffix) = (1, "a week", "")
        case .items: (factor, word, suffix) = (1, "items", "")
        case .count: (factor, word, suffix) = (1, "", "")
        }
    }
}
