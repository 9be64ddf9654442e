import HoneFacts
import HoneMetrics
import HoneStatistics

/// What the evidence says of an improvement: how far its windows are, and the effect at the look that is due.
package struct ImprovementReading: Sendable {
    /// How far the weeks after the change have gone.
    package enum Progress: Sendable, Equatable {
        /// So many whole weeks of so many are over, and nobody looks before the first look is due.
        case measuring(week: Int, of: Int, firstLook: Int)
        case look(EffectTerms.Look)
    }

    package let improvement: Improvement
    package let inForce: InForceImprovement
    package let progress: Progress
    /// Nil before a look is due, and where the number cannot be made.
    package let effect: SeriesComparison?
    package let guarding: SeriesComparison?
    /// What single values of the number are counted in, such as h; empty where nobody says.
    package let unit: String
    /// Why there is no effect, though a look is due; nil where there is one.
    package let refusal: String?
    /// What is missing before the change for any look to tell something; nil where nothing is, and once a look is due.
    package let shortfall: String?
    /// Where the life cycle became another one.
    package let breaks: [Break]

    /// - Parameter others: the improvements of the product, of which those that share the weeks confound.
    /// - Complexity: that of two effects.
    package init?(_ improvement: Improvement, among others: [Improvement], _ evidence: EffectEvidence) {
        guard let inForce = improvement.measured else { return nil }
        (self.improvement, self.inForce) = (improvement, inForce)
        let terms = inForce.terms
        unit = evidence.unit(of: terms.measure)
        breaks = evidence.product.lifeCycleChanges(until: evidence.today)
        progress = Self.progress(inForce, coveredTo: evidence.covered(by: terms.measure.metric).to)
        guard case .look(let look) = progress else {
            (effect, guarding, refusal) = (nil, nil, nil)
            shortfall = evidence.shortfall(before: inForce.since, of: terms)
            return
        }
        shortfall = nil
        guard let judged = terms.effectTerms(look), let guardTerms = terms.guardTerms(look) else { return nil }
        let record = evidence.record(terms.measure, actionOn: inForce.since)
        let confounders =
            Self.confounders(improvement, inForce, others, evidence)
            + evidence.statusesWithoutStage(
                of: terms.measure, action: inForce.since.week, after: judged.design.after(inForce.since.week), record)
        effect = record.map { SeriesComparison($0, actionOn: inForce.since, terms: judged, confounders: confounders) }
        guarding = evidence.record(terms.guarding, actionOn: inForce.since).map {
            SeriesComparison($0, actionOn: inForce.since, terms: guardTerms)
        }
        refusal = record == nil ? Self.refusal(terms.measure, evidence) : nil
    }

    private static func refusal(_ measure: EffectMeasure, _ evidence: EffectEvidence) -> String {
        do throws(Refusal) {
            _ = try evidence.rows(measure.metric, part: measure.part)
            return "The number is of another kind than the one that was agreed."
        } catch {
            return error.sentences.joined(separator: " ")
        }
    }

    /// A look is due when its weeks are over; a single one and the final one after 12, an early one after 6.
    static func progress(_ inForce: InForceImprovement, coveredTo end: CalendarDay) -> Progress {
        let terms = inForce.terms
        // The week of the change is left out, and so are the weeks that people need.
        let first = inForce.since.week + 1 + terms.washoutWeeks
        let over = max(0, end.week - first)
        let isTwice = terms.looks == .earlyAndFinal && terms.measure.kind != .counts
        if over >= EffectTerms.usualWeeks { return .look(isTwice ? .final : .single) }
        if isTwice, over >= EffectTerms.earlyWeeks { return .look(.early) }
        return .measuring(week: over, of: EffectTerms.usualWeeks, firstLook: isTwice ? EffectTerms.earlyWeeks : EffectTerms.usualWeeks)
    }

    /// The days between the change and the end of the last window.
    static func windows(_ inForce: InForceImprovement) -> Window {
        let last = inForce.since.week + 1 + inForce.terms.washoutWeeks + EffectTerms.usualWeeks
        return Window(from: inForce.since, to: CalendarDay(week: last))
    }

    /// What else happened to the same number in the same weeks.
    private static func confounders(
        _ improvement: Improvement, _ inForce: InForceImprovement, _ others: [Improvement], _ evidence: EffectEvidence
    ) -> [String] {
        let windows = windows(inForce)
        let measure = inForce.terms.measure
        var confounders = others.compactMap { other -> String? in
            guard other.id != improvement.id, let its = other.measured, its.terms.measure.isSameNumber(as: measure) else { return nil }
            let theirs = self.windows(its)
            guard theirs.from < windows.to, windows.from < theirs.to else { return nil }
            return "improvement \(other.number), \"\(other.title)\", in force since \(DayText.day(its.since))"
        }
        for change in evidence.product.lifeCycleChanges(until: evidence.today) where windows.contains(change.day) {
            confounders.append("the change to \(change.label) on \(DayText.day(change.day))")
        }
        if let version = Catalogue.metric(measure.metric)?.definition.version, version != measure.definitionVersion {
            confounders.append(
                "the new definition of \(measure.metric) (version \(measure.definitionVersion) was agreed, it is \(version) now)")
        }
        return confounders
    }

    /// What became of the guard: broken where it got worse, held where it did not, unknown where that cannot be told.
    package var guardState: RecordedEffect.GuardState {
        switch guarding?.reading.effect {
        case .worse: .broken
        case .better, .noMeaningfulChange: .held
        case .undetermined, .tooLittleData, .confounded, nil: .unknown
        }
    }

    /// As a decision keeps it; nil before a look is due.
    package var recorded: RecordedEffect? {
        guard case .look(let look) = progress else { return nil }
        let measure = inForce.terms.measure
        return RecordedEffect(
            effect: effect?.reading.effect ?? .tooLittleData, size: effect?.reading.size, kind: measure.kind, better: measure.better,
            guardState: guardState, look: look)
    }
}
