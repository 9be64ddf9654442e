import HoneLoop
import HoneMetrics

/// Values of a unit as an axis shows them: hours become days where they are many.
struct AxisUnit {
    let factor: Double
    /// For example `days`; empty for a count.
    let word: String
    let suffix: String

    private let unit: MetricUnit

    init(_ unit: MetricUnit, largest: Double) {
        self.unit = unit
        switch unit {
        case .hours: (factor, word, suffix) = largest >= 72 ? (1.0 / 24, "days", "") : (1, "hours", "")
        case .workHours: (factor, word, suffix) = (1, "hours of work", "")
        case .days: (factor, word, suffix) = (1, "days", "")
        case .workingDays: (factor, word, suffix) = (1, "working days", "")
        case .share: (factor, word, suffix) = (100, "per cent", " %")
        case .perWeek: (factor, word, suffix) = (1, "a week", "")
        case .items: (factor, word, suffix) = (1, "items", "")
        case .files: (factor, word, suffix) = (1, "files", "")
        case .people: (factor, word, suffix) = (1, "people", "")
        case .count, .ratio, .index, .budget, .own: (factor, word, suffix) = (1, "", "")
        case .hoursPerWeek: (factor, word, suffix) = (1, "hours a week", "")
        case .perThousandLines: (factor, word, suffix) = (1, "per thousand lines", "")
        case .weeks: (factor, word, suffix) = (1, "weeks", "")
        }
    }

    /// Two values beside each other are shown in one unit, so that they can be compared.
    func text(_ value: Double) -> String {
        guard unit == .hours else { return ValueText.text(value, unit: unit) }
        return "\(ValueText.short(value * factor)) \(factor < 1 ? "d" : "h")"
    }

    func range(_ lower: Double, _ upper: Double) -> String {
        guard unit == .hours else { return ValueText.range(lower, upper, unit: unit) }
        return "\(ValueText.short(lower * factor)) to \(text(upper))"
    }
}
