package import HoneStatistics

/// A machine's result as it stood when people decided: kept with the decision, so that it reads the same when evidence comes late.
package struct RecordedEffect: Sendable, Equatable {
    package let effect: Effect
    /// A factor, or points for shares, with its 90 % interval; nil with too little data.
    package let size: EffectReading.Size?
    package let kind: WeeklySeries.Kind
    package let better: EffectTerms.Direction
    package let guardState: GuardState
    package let look: EffectTerms.Look

    /// What became of the guard metric.
    package enum GuardState: String, Sendable, CaseIterable {
        case held, broken, unknown
    }

    package init(
        effect: Effect, size: EffectReading.Size?, kind: WeeklySeries.Kind, better: EffectTerms.Direction, guardState: GuardState,
        look: EffectTerms.Look
    ) {
        (self.effect, self.size, self.kind, self.better) = (effect, size, kind, better)
        (self.guardState, self.look) = (guardState, look)
    }

    /// How far it went toward better, as a share of the level or in points; below zero where it got worse.
    package func gain(_ size: Double) -> Double {
        let change = kind == .shares ? size : size - 1
        return better == .higher ? change : -change
    }
}

extension RecordedEffect {
    package var details: [String: String] {
        var details = [
            "effect": effect.rawValue, "effect-kind": kind.rawValue, "effect-better": better.rawValue, "guard-state": guardState.rawValue,
            "look": look.rawValue,
        ]
        if let size {
            (details["effect-size"], details["effect-lower"], details["effect-upper"]) = ("\(size.value)", "\(size.lower)", "\(size.upper)")
        }
        return details
    }

    package init?(_ details: [String: String]) {
        func number(_ name: String) -> Double? { details[name].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } }
        guard let effect = details["effect"].flatMap(Effect.init(rawValue:)),
            let kind = details["effect-kind"].flatMap(WeeklySeries.Kind.init(rawValue:)),
            let better = details["effect-better"].flatMap(EffectTerms.Direction.init(rawValue:)),
            let guardState = details["guard-state"].flatMap(GuardState.init(rawValue:)),
            let look = details["look"].flatMap(EffectTerms.Look.init(rawValue:))
        else { return nil }
        var size: EffectReading.Size?
        if let value = number("effect-size"), let lower = number("effect-lower"), let upper = number("effect-upper") {
            size = EffectReading.Size(value: value, lower: lower, upper: upper)
        }
        self.init(effect: effect, size: size, kind: kind, better: better, guardState: guardState, look: look)
    }
}
