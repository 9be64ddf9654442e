package import HoneFacts
import HoneMetrics
import HoneStatistics

/// How an improvement stands, in the words of every page and command.
package struct ImprovementWords: Sendable {
    let improvement: Improvement
    /// Nil where it is not in force.
    let reading: ImprovementReading?
    package let zone: ZoneTable
    let today: CalendarDay
    /// The question that is to pay for it, where nobody has said yes.
    let unfunded: BriefWords?

    package init(
        _ improvement: Improvement, _ reading: ImprovementReading?, _ zone: ZoneTable, on today: CalendarDay, unfunded: BriefWords?
    ) {
        (self.improvement, self.reading, self.zone, self.today, self.unfunded) = (improvement, reading, zone, today, unfunded)
    }

    /// One word for a column.
    package var state: String {
        switch improvement.state {
        case .noted: "noted"
        case .shaped: "shaped"
        case .committed, .small: "committed"
        case .inForce: isMeasuring ? "measuring" : "to decide"
        case .smallInForce: "to decide"
        case .decided(let decided): "decided" + (decided.answer == .unmeasured ? "" : ": \(answer(decided.answer))")
        case .done: "done"
        case .declined: "declined"
        case .parked(let parked): parked.until <= today ? "noted" : "parked"
        case .escalated: "escalated"
        }
    }

    private var isMeasuring: Bool {
        if case .measuring? = reading?.progress { return true }
        if case .look(.early)? = reading?.progress { return true }
        return false
    }

    /// Keep, adapt, drop; for an experiment on the product persevere, pivot, stop.
    package func answer(_ answer: ImprovementAnswer) -> String {
        guard improvement.shape?.isExperiment ?? false else { return answer.rawValue }
        switch answer {
        case .keep: return "persevere"
        case .adapt: return "pivot"
        case .drop: return "stop"
        case .unmeasured: return "unmeasured"
        }
    }

    /// A sentence on how it stands.
    package var standing: String {
        switch improvement.state {
        case .noted: return "noted, not answered yet"
        case .shaped(let shaped): return "shaped: \(Self.kind(shaped.shape))\(cost(shaped.shape.costHours))"
        case .committed(let committed):
            let version = committed.versions.count > 1 ? " v\(committed.versions.count)" : ""
            return "committed\(version), not in force yet\(funding)"
        case .small: return "committed as a small change, not in force yet\(funding)"
        case .inForce: return measuring
        case .smallInForce(let now): return "a small change in force since \(DayText.day(now.since)); nothing was agreed to measure"
        case .decided(let decided): return "decided: \(answer(decided.answer)), because \(decided.grounds.reason)"
        case .done(let done): return done.on.map { "done on \(DayText.day($0))" } ?? "done"
        case .declined(let declined):
            return "declined: " + (declined.reason.isEmpty ? "the notes give no reason" : declined.reason)
        case .parked(let parked):
            let day = DayText.day(parked.until)
            return parked.until <= today ? "was parked until \(day), not answered since" : "parked until \(day): \(parked.reason)"
        case .escalated(let escalated): return "escalated to \(escalated.role): \(escalated.reason)"
        }
    }

    private var funding: String { unfunded.map { "; its brief: \($0.answer)" } ?? "" }

    private var measuring: String {
        guard let reading else { return "in force" }
        let hindsight = reading.inForce.isInHindsight(zone) ? ", agreed in hindsight" : ""
        let since = "in force since \(DayText.day(reading.inForce.since))\(hindsight)"
        switch reading.progress {
        case .measuring(let week, let of, let first):
            let look = first < of ? ", first look at \(first)" : ""
            let shortfall = reading.shortfall.map { "; no look will be able to tell: \($0)" } ?? ""
            return "\(since), week \(week) of \(of)\(ending(reading, week))\(look)\(shortfall)"
        case .look(let look):
            let which = (look == .early ? "early look" : "") + (hindsight.isEmpty ? "" : look == .early ? hindsight : "agreed in hindsight")
            return (which.isEmpty ? "" : which + ": ")
                + (sentence ?? "no effect can be read: \(reading.refusal ?? "the number has no values")")
        }
    }

    /// Said where the weeks that passed are more than those that anything is known of.
    private func ending(_ reading: ImprovementReading, _ week: Int) -> String {
        let next = reading.inForce.since.week + 1 + reading.inForce.terms.washoutWeeks + week
        return today.week > next + 1 ? ", as the evidence ends on \(DayText.day(CalendarDay(week: next) + -1))" : ""
    }

    /// The effect in a sentence, where a look is due.
    package var sentence: String? { reading?.effect?.sentence }

    /// `reopen rate: held`, where a look is due.
    package var guardWord: String? {
        guard let reading, case .look = reading.progress else { return nil }
        return "\(Self.name(reading.inForce.terms.guarding)): \(reading.guardState.rawValue)"
    }

    /// The guard in a sentence, where a look is due.
    package var guardSentence: String? {
        guardWord.map { "\($0). \(reading?.guarding?.sentence ?? "It has no values here.")" }
    }

    /// The command that takes it further; empty where nothing is asked for.
    package var next: String {
        let number = improvement.number
        switch improvement.state {
        case .noted, .escalated: return "hone improvement shape \(number) …"
        case .parked(let parked): return parked.until <= today ? "hone improvement shape \(number) …" : ""
        case .shaped: return "hone improvement commit \(number) …"
        case .committed, .small: return unfunded?.next ?? "hone improvement start \(number)"
        case .inForce: return isMeasuring ? "" : "hone improvement decide \(number) …"
        case .smallInForce: return "hone improvement decide \(number) unmeasured …"
        case .decided, .done, .declined: return ""
        }
    }

    /// `process, organisational, review`.
    package static func kind(_ shape: ImprovementShape) -> String {
        let kind = shape.kind?.rawValue ?? ImprovementShape.experiment
        return ([kind] + (shape.scope == .organisational ? ["organisational"] : []) + (shape.stage.isEmpty ? [] : [shape.stage]))
            .joined(separator: ", ")
    }

    private func cost(_ hours: Double?) -> String { hours.map { ", about \(ValueText.short($0)) h" } ?? "" }

    /// `stage time of Review`, `cycle time`; a measure of the product has its own name.
    package static func name(_ measure: EffectMeasure) -> String {
        if measure.metric == ProductMeasures().definition.id, !measure.part.isEmpty { return measure.part }
        let name = Catalogue.metric(measure.metric)?.definition.name ?? measure.metric
        let lowered = name.prefix(1).lowercased() + name.dropFirst()
        return measure.part.isEmpty ? lowered : "\(lowered) of \(measure.part)"
    }

    /// `stage time of Review lower by 10 to 30 %, worth it from 10 %`.
    package static func expectation(_ terms: ImprovementTerms) -> String {
        let sizes = EffectSizes(terms.measure.kind, terms.measure.better)
        return
            "\(name(terms.measure)) \(terms.measure.better.rawValue) by \(sizes.text(terms.expected)), worth it from \(sizes.text(terms.smallest))"
    }

    /// What its past could show; nil where it is too short to say.
    package static func visible(_ terms: ImprovementTerms) -> String? {
        terms.smallestVisible.map { visible in
            let sizes = EffectSizes(terms.measure.kind, terms.measure.better)
            let more = visible > terms.expected.upperBound ? ", which is more than what is expected" : ""
            return "this series could show a change of \(sizes.text(visible)) or more\(more)"
        }
    }
}
