import HoneMetrics
import HoneStatistics

/// A number in words for somebody who knows none of our terms.
struct PlainMeasure {
    let measure: EffectMeasure
    private let definition: MetricDefinition?
    private let words: PlainWords?
    private let unit: MetricUnit?
    /// That of a measure of the product, as its source writes it; may be empty.
    private let own: String

    /// - Parameter unit: of the values; nil is that of the metric, which a part of it need not have.
    init(_ measure: EffectMeasure, unit: MetricUnit? = nil, own: String = "") {
        self.own = own
        self.measure = measure
        definition = Catalogue.metric(measure.metric)?.definition
        words = PlainWords.of(measure.metric, part: measure.part) ?? PlainWords.of(measure.metric)
        self.unit = unit ?? definition?.unit
    }

    /// `the time from the start of a piece of work to its end`, `the time that a piece of work spends in "In review"`.
    var phrase: String {
        let own = words?.phrase ?? "our number \"\(definition?.name ?? measure.metric)\""
        guard !measure.part.isEmpty, PlainWords.of(measure.metric, part: measure.part) == nil else { return own }
        switch measure.metric {
        case "stage-time", "time-in-status":
            let place = measure.part.hasPrefix("group: ") ? measure.part.dropFirst(7) : measure.part[...]
            return "the time that a piece of work spends in \"\(place)\""
        case "product-measures": return "the number \"\(measure.part.prefix { $0 != "(" }.trimmedEnd)\""
        case "flow-distribution": return "how much of our finished work is \"\(measure.part)\""
        default: return "\(own), looking at \"\(measure.part)\" only"
        }
    }

    /// For a second mention.
    var short: String { isTime ? "this time" : "this number" }

    var isTime: Bool { measure.kind == .durations && (unit?.isSpan ?? false) }

    /// What is counted, more than one of it: `pieces of work`.
    var things: String { words?.things ?? "values" }

    /// Whether its values are hours that people worked, so that less of them is work saved and not waiting.
    var isWork: Bool { measure.metric == "labour-per-bug-fix" }

    /// So many of what is counted, two or more.
    func count(_ number: Int) -> String { "\(ValueText.grouped(number)) \(things)" }

    /// A value with its unit: `6 days`, `14 hours`, `25 minutes`, `12 %`, `3 remarks`.
    func text(_ value: Double) -> String {
        let (text, unit) = parts(value)
        return unit.isEmpty ? text : "\(text) \(unit)"
    }

    /// `2 to 5 days`, `2 hours to 4 days`, `about 6 days` where both ends read the same.
    func range(_ lower: Double, _ upper: Double) -> String {
        let high = parts(upper)
        let low = parts(lower, inDays: high.unit == "days")
        if low == high { return "about \(text(upper))" }
        let isOneUnit = low.unit == high.unit || low.unit + "s" == high.unit
        return (isOneUnit ? low.text : "\(low.text) \(low.unit)") + " to \(text(upper))"
    }

    /// - Parameter inDays: whether days are told from a tenth of one on, and not from three on.
    private func parts(_ value: Double, inDays: Bool = false) -> (text: String, unit: String) {
        switch unit {
        case .hours: return time(hours: value, inDays)
        case .days: return time(hours: value * 24, value >= 1)
        case .workingDays: return counted(value, "working day", "working days")
        case .workHours: return value < 1 ? time(hours: value, false) : counted(value, "hour of work", "hours of work")
        default: break
        }
        if measure.kind == .shares { return ("\(Int((value * 100).rounded()))", "%") }
        guard let unit = words?.unit, !unit.many.isEmpty else { return (ValueText.short(value), ownUnit) }
        // What people count has no fractions.
        return counted(value.rounded(), unit.one, unit.many)
    }

    /// A measure of the product says its unit in its name: `active users (users)`.
    private var ownUnit: String {
        guard let open = measure.part.lastIndex(of: "("), measure.part.last == ")" else { return own }
        return String(measure.part[measure.part.index(after: open)...].dropLast())
    }

    private func time(hours: Double, _ inDays: Bool) -> (text: String, unit: String) {
        if abs(hours) >= (inDays ? 2.4 : 72) { return counted(hours / 24, "day", "days") }
        if abs(hours) >= 1 || hours == 0 { return counted(hours, "hour", "hours") }
        return counted(max(1, (hours * 60).rounded()), "minute", "minutes")
    }

    /// One decimal at most below ten, none from ten on: nobody acts on more.
    private func counted(_ value: Double, _ one: String, _ many: String) -> (text: String, unit: String) {
        let rounded = abs(value) >= 10 ? value.rounded() : (value * 10).rounded() / 10
        let text = ValueText.short(rounded)
        return (text, text == "1" ? one : many)
    }
}

extension Substring {
    /// Without spaces at the end.
    fileprivate var trimmedEnd: Substring { self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)] }
}
