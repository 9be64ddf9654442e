import HoneFacts
package import HoneMetrics

/// Numbers as people read them: few digits, a unit, the share as per cent.
package enum ValueText {
    package static func text(_ value: Double?, unit: MetricUnit) -> String {
        guard let value else { return "none" }
        switch unit {
        case .days: return "\(short(value)) d"
        case .workingDays: return "\(short(value)) wd"
        case .hours: return hours(value)
        case .workHours: return "\(short(value)) h"
        case .items, .count, .ratio: return short(value)
        case .files: return "\(short(value)) \(value == 1 ? "file" : "files")"
        case .people: return value == 1 ? "1 person" : "\(short(value)) people"
        case .share: return "\(percent(value)) %"
        case .perWeek: return "\(short(value)) a week"
        case .hoursPerWeek: return "\(short(value)) h a week"
        case .perThousandLines: return "\(short(value)) per thousand lines"
        case .weeks: return "\(short(value)) wk"
        case .index: return hundredths(value)
        case .budget, .own: return short(value)
        }
    }

    package static func range(_ lower: Double, _ upper: Double, unit: MetricUnit) -> String {
        if upper == .infinity, lower.isFinite { return "\(text(lower, unit: unit)) or more" }
        return switch unit {
        case .days: "\(short(lower))-\(short(upper)) d"
        case .workingDays: "\(short(lower))-\(short(upper)) wd"
        case .hours: upper >= 72 ? "\(short(lower / 24))-\(short(upper / 24)) d" : "\(short(lower))-\(short(upper)) h"
        case .workHours: "\(short(lower))-\(short(upper)) h"
        case .items, .count, .files, .people, .ratio, .perThousandLines: "\(short(lower))-\(short(upper))"
        case .share: "\(percent(lower))-\(percent(upper)) %"
        case .perWeek: "\(short(lower))-\(short(upper)) a week"
        case .hoursPerWeek: "\(short(lower)) to \(short(upper)) h a week"
        case .weeks: "\(short(lower))-\(short(upper)) wk"
        case .index: "\(hundredths(lower))-\(hundredths(upper))"
        case .budget, .own: "\(short(lower))-\(short(upper))"
        }
    }

    /// Hours up to three days, then days of 24 hours.
    private static func hours(_ value: Double) -> String {
        value >= 72 ? "\(short(value / 24)) d" : "\(short(value)) h"
    }

    /// At most three significant digits, no trailing zero.
    package static func short(_ value: Double) -> String {
        guard value.isFinite else { return value < 0 ? "-∞" : "∞" }
        let magnitude = abs(value)
        if magnitude >= 100 || value == value.rounded() { return grouped(value) }
        let scale: Double = magnitude >= 10 ? 10 : 100
        return decimal((value * scale).rounded() / scale)
    }

    package static func percent(_ share: Double) -> String {
        guard share.isFinite else { return short(share) }
        let value = share * 100
        return decimal((value * (abs(value) < 10 ? 10 : 1)).rounded() / (abs(value) < 10 ? 10 : 1))
    }

    private static func decimal(_ value: Double) -> String {
        value == value.rounded() && abs(value) < mostWhole ? String(Int(value)) : String(value)
    }

    /// With thousands apart and two decimals: `2,305.38`.
    package static func hundredths(_ value: Double) -> String {
        guard abs(value) * 100 < mostWhole else { return short(value) }
        let hundredths = Int((abs(value) * 100).rounded())
        let rest = hundredths % 100
        return (value < 0 ? "-" : "") + grouped(hundredths / 100) + (rest < 10 ? ".0" : ".") + String(rest)
    }

    /// Whole numbers of this size and more are written as powers of ten: nobody counts their digits.
    private static let mostWhole = 1e15

    /// Rounded, thousands apart; `1e+19` beyond what people count.
    package static func grouped(_ value: Double) -> String {
        value.isFinite && abs(value) < mostWhole ? grouped(Int(value.rounded())) : String(value)
    }

    /// Thousands apart: `12,272`.
    package static func grouped(_ value: Int) -> String { CountText.grouped(value) }
}
