import HoneStatistics

/// What is frozen when a team commits to an improvement: the belief, the number that would show it, and how it will be judged.
package struct ImprovementTerms: Sendable, Equatable {
    /// What is done at the end of the 12 weeks, or at 6 and at 12: there are no other looks.
    package enum Looks: String, Sendable, CaseIterable {
        case single
        case earlyAndFinal = "early-and-final"
    }

    /// "We believe that changing X will move Y."
    package let hypothesis: String
    package let measure: EffectMeasure
    /// The expected size toward better: shares of the level for durations and counts, points (0.1 for ten) for shares.
    package let expected: ClosedRange<Double>
    /// The smallest effect worth it, in the same terms.
    package let smallest: Double
    /// What must not suffer.
    package let guarding: EffectMeasure
    /// Weeks behind the week of the change that are left out, because people need them to get used to it.
    package let washoutWeeks: Int
    package let looks: Looks
    /// What it is thought to take, in hours of work.
    package let costHours: Double?
    /// Id of the KPI it serves; empty where it serves none.
    package let kpi: String
    /// The smallest effect that the number's own past could have shown on that day, as a size; nil where that is not known.
    package let smallestVisible: Double?
    /// Why it is measured beside three others; empty where there are fewer.
    package let beyondThree: String

    package init(
        hypothesis: String, measure: EffectMeasure, expected: ClosedRange<Double>, smallest: Double, guarding: EffectMeasure,
        washoutWeeks: Int = 0, looks: Looks = .single, costHours: Double? = nil, kpi: String = "", smallestVisible: Double? = nil,
        beyondThree: String = ""
    ) {
        (self.hypothesis, self.measure, self.expected, self.smallest) = (hypothesis, measure, expected, smallest)
        (self.guarding, self.washoutWeeks, self.looks) = (guarding, washoutWeeks, looks)
        (self.costHours, self.kpi, self.smallestVisible, self.beyondThree) = (costHours, kpi, smallestVisible, beyondThree)
    }

    /// How an effect is judged at a look; nil where the sizes or lengths make none, which `ImprovementDraft` has refused.
    package func effectTerms(_ look: EffectTerms.Look) -> EffectTerms? {
        EffectTerms(kind: measure.kind, better: measure.better, smallest: smallest, washout: washoutWeeks, look: look)
    }

    /// How the guard is judged: by the same method at the same look, with the smallest effect that the terms call worth it.
    package func guardTerms(_ look: EffectTerms.Look) -> EffectTerms? {
        // Counts are looked at once.
        let look = guarding.kind == .counts ? .single : look
        return EffectTerms(
            kind: guarding.kind, better: guarding.better, smallest: EffectTerms.usualSmallest,
            weeks: look == .early ? EffectTerms.earlyWeeks : EffectTerms.usualWeeks, washout: washoutWeeks, look: look)
    }
}

extension ImprovementTerms {
    package var details: [String: String] {
        var details = [
            "hypothesis": hypothesis, "measure": measure.recorded, "expected-low": "\(expected.lowerBound)",
            "expected-high": "\(expected.upperBound)", "smallest": "\(smallest)", "guard": guarding.recorded,
            "washout-weeks": String(washoutWeeks), "looks": looks.rawValue,
        ]
        if let costHours { details["cost-hours"] = "\(costHours)" }
        if let smallestVisible { details["smallest-visible"] = "\(smallestVisible)" }
        if !kpi.isEmpty { details["kpi"] = kpi }
        if !beyondThree.isEmpty { details["beyond-three"] = beyondThree }
        return details
    }

    /// Nil where a term is missing: no hypothesis, number, expectation, guard, no improvement that is measured.
    package init?(_ details: [String: String]) {
        func number(_ name: String) -> Double? { details[name].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } }
        guard let hypothesis = details["hypothesis"], !hypothesis.isEmpty,
            let measure = details["measure"].flatMap(EffectMeasure.init(recorded:)), let low = number("expected-low"),
            let high = number("expected-high"), low <= high, let smallest = number("smallest"), smallest > 0,
            let guarding = details["guard"].flatMap(EffectMeasure.init(recorded:)), !guarding.isSameNumber(as: measure),
            let washout = details["washout-weeks"].flatMap({ Int($0) }), washout >= 0,
            let looks = details["looks"].flatMap(Looks.init(rawValue:))
        else { return nil }
        self.init(
            hypothesis: hypothesis, measure: measure, expected: low...high, smallest: smallest, guarding: guarding,
            washoutWeeks: washout, looks: looks, costHours: ImprovementShape.cost(details), kpi: details["kpi"] ?? "",
            smallestVisible: number("smallest-visible"), beyondThree: details["beyond-three"] ?? "")
        guard effectTerms(.single) != nil, guardTerms(.single) != nil else { return nil }
    }
}
