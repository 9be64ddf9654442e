import HoneFacts
package import HoneLoop
import HoneMetrics

/// A trend over the whole history in words.
package enum CapabilityWords {
    /// What stands under every trend.
    package static let note =
        "By calendar quarter over the whole history: median slope (Theil-Sen) with its 95 % interval; p by Mann-Kendall, corrected for autocorrelation and for the numbers looked at together (Holm). A trend is no cause."

    /// The command for the same numbers over the days of each release.
    static let byRelease = "hone release list"

    /// Whether a trend of releases is there, and so releases are.
    static func knowsReleases(_ capability: Capability) -> Bool { capability.trends.contains { $0.metric == "release-frequency" } }

    /// `falls by 3.1 d a year (1.2 to 5, 14 quarters, p 0.01)`, or that none can be told.
    package static func verdict(_ trend: Capability.Trend, probability: Double?) -> String {
        let quarters = trend.values.count { $0 != nil }
        guard let slope = trend.slope, let probability else { return "no trend can be told in \(quarters) quarters" }
        let interval = trend.slopeInterval.map { ", \(signed($0.lowerBound, trend)) to \(signed($0.upperBound, trend))" } ?? ""
        guard trend.isTold(probability) else {
            // An interval without the corrections of p would contradict it.
            let shown = trend.slopeInterval?.contains(0) == true ? interval : ""
            return
                "no trend can be told in \(quarters) quarters (slope \(signed(slope, trend)) \(unit(trend)) a year\(shown); p \(short(probability)))"
        }
        let amount = ValueText.short(abs(slope) * factor(trend))
        return
            "\(slope > 0 ? "rises" : "falls") by \(amount) \(unit(trend)) each year (slope \(signed(slope, trend))\(interval); \(quarters) quarters, p \(short(probability)))"
    }

    /// `n 42 to 61 a quarter, 12 of 840 left out`.
    static func sample(_ trend: Capability.Trend) -> String {
        let (fewest, most) = (trend.counts.min() ?? 0, trend.counts.max() ?? 0)
        let range = fewest == most ? ValueText.grouped(most) : "\(ValueText.grouped(fewest)) to \(ValueText.grouped(most))"
        let (n, eligible) = (trend.counts.reduce(0, +), trend.eligible.reduce(0, +))
        let left = eligible > n ? ", \(ValueText.grouped(eligible - n)) of \(ValueText.grouped(eligible)) left out" : ""
        return "n \(range) a quarter\(left)"
    }

    package static func sentence(_ trend: Capability.Trend, probability: Double?) -> String {
        let verdict = verdict(trend, probability: probability)
        return "\(trend.name) was \(ValueText.text(trend.now, unit: trend.unit)) in \(lastQuarter(trend)); \(verdict)."
    }

    /// `Jul to Sep 2026`.
    package static func lastQuarter(_ trend: Capability.Trend) -> String {
        guard let last = trend.quarters.last else { return "no quarter" }
        return "\(DayText.month(last.from).prefix(3)) to \(DayText.month(last.to + -1))"
    }

    /// Slopes are shown in the unit that the values are.
    private static func factor(_ trend: Capability.Trend) -> Double {
        switch trend.unit {
        case .share: 100
        case .hours: AxisUnit(.hours, largest: trend.values.compactMap(\.self).max() ?? 0).factor
        default: 1
        }
    }

    private static func unit(_ trend: Capability.Trend) -> String {
        switch trend.unit {
        case .days: "d"
        case .workingDays: "wd"
        case .hours: factor(trend) < 1 ? "d" : "h"
        case .workHours: "h"
        case .share: "points of per cent"
        case .perWeek: "a week"
        case .items: "items a quarter"
        case .files: "files"
        case .people: "people"
        case .count, .ratio, .index, .budget, .own: "a quarter"
        case .hoursPerWeek: "h a week"
        case .perThousandLines: "per thousand lines"
        case .weeks: "wk"
        }
    }

    private static func signed(_ value: Double, _ trend: Capability.Trend) -> String {
        let value = value * factor(trend)
        return (value > 0 ? "+" : value < 0 ? "−" : "") + ValueText.short(abs(value))
    }

    /// Three decimals, without zeros at the end.
    private static func short(_ probability: Double) -> String {
        guard probability >= 0.001 else { return "< 0.001" }
        let thousandths = Int((probability * 1000).rounded())
        if thousandths >= 1000 { return "1" }
        var digits = String(1000 + thousandths).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "0.\(digits)"
    }
}
