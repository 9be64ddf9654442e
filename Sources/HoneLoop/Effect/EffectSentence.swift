package import HoneFacts
import HoneStatistics

/// A reading in one sentence. It says what the level did since a day, how sure that is and what the series does by itself; it
/// never says that the action did it.
package struct EffectSentence: Sendable {
    let reading: EffectReading
    /// The day of the action, as people write it.
    let since: String
    private let sizes: EffectSizeText

    /// - Parameter day: on which the action came into force.
    package init(_ reading: EffectReading, actionOn day: CalendarDay) {
        self.reading = reading
        since = DayText.day(day)
        sizes = EffectSizeText(reading.terms)
    }

    package var text: String {
        switch reading.effect {
        case .tooLittleData: "Too little data: \(shortfall)"
        case .confounded:
            "Confounded: \(reading.confounders.joined(separator: "; ")) \(reading.confounders.count == 1 ? "falls" : "fall") into the same weeks; \(caveat)"
        case .better, .worse: claim
        case .noMeaningfulChange:
            "No meaningful change: since \(since) the level was \(way) \(moved), less than the \(sizes.agreed) agreed to matter, either way."
        case .undetermined: undetermined
        }
    }

    private var claim: String {
        let word = reading.effect == .better ? "Better" : "Worse"
        let less = reading.isBelowSmallest ? ", by less than agreed to matter" : ""
        return "\(word)\(less): since \(since) the level was \(way) \(moved); \(ownPast); no control series, \(caveat)"
    }

    private var undetermined: String {
        let start = "Undetermined: since \(since) the level was \(way) \(moved)"
        if reading.claim == .movesByItself {
            let needed = reading.terms.thresholds.fewestEarlierDates
            if reading.earlierAsFar == 0, let dates = reading.past?.placebos, dates < needed {
                return "\(start); \(ownPast), and this look takes \(needed) such dates."
            }
            return "\(start), but this series moves that much by itself: \(ownPast)."
        }
        return "\(start), which may be chance. \(visible)"
    }

    private let caveat = "other causes are possible."

    private var way: String { (reading.shift ?? 0) < 0 ? "lower" : "higher" }

    /// `by a factor 0.72 (0.55 to 0.94, 90 % interval)`.
    private var moved: String {
        reading.size.map { "\(sizes.moved($0.value)) (\(sizes.end($0.lower)) to \(sizes.end($0.upper)), 90 % interval)" } ?? ""
    }

    private var ownPast: String {
        guard let past = reading.past, let count = reading.earlierAsFar else {
            let dates = "\(reading.placebos) earlier \(reading.placebos == 1 ? "date" : "dates")"
            return "not checked against its own past (\(dates), 20 are needed)"
        }
        let dates = "on \(past.placebos) earlier dates it"
        if count == 0 { return "\(dates) never moved as much by itself" }
        return "\(dates) moved as much by itself \(count == 1 ? "once" : "\(count) times")"
    }

    /// What could have been seen; told where the answer is that nothing was.
    private var visible: String {
        guard let size = reading.smallestVisible else { return "What could have been seen is not known." }
        return "This series could have shown \(sizes.change(size)) or more."
    }

    /// What there is and what is needed, with a full stop.
    var shortfall: String {
        guard let shortfall = reading.shortfall else { return "the weekly values could not be fitted." }
        switch shortfall {
        case .history(let weeks, let needed):
            return "\(CountText.counted(weeks, "whole week")) before the week of \(since), \(needed) are needed."
        case .itemsBefore(let items, let needed):
            return "\(CountText.counted(items, noun)) in the 12 weeks before \(since), \(needed) are needed."
        case .weeksBefore(let weeks, let needed):
            return "\(weeks) of the 12 weeks before \(since) hold \(nouns), \(needed) are needed."
        case .notOver(let weeks, let needed):
            let early = reading.terms.kind != .counts && needed > EffectTerms.earlyWeeks && weeks >= EffectTerms.earlyWeeks
            let offer = early ? " An early look needs \(EffectTerms.earlyWeeks)." : ""
            return "the \(needed) weeks to measure after \(since) are not all in the record, \(weeks) are.\(offer)"
        case .itemsAfter(let items, let needed):
            return "\(CountText.counted(items, noun)) in the weeks after \(since), \(needed) are needed."
        case .weeksAfter(let weeks, let needed):
            return "\(weeks) of the weeks after \(since) hold \(nouns), \(needed) are needed."
        }
    }

    private var noun: String { reading.terms.kind == .counts ? "event" : "item" }
    private var nouns: String { noun + "s" }
}
