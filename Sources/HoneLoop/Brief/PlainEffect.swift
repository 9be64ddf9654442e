import HoneStatistics

/// A result in sentences for somebody who knows none of our terms.
struct PlainEffect {
    /// Nil where nothing was measured.
    let effect: RecordedEffect?
    /// What it was measured by; nil where that is not known.
    let plain: PlainMeasure?

    init(_ effect: RecordedEffect?, _ plain: PlainMeasure?) { (self.effect, self.plain) = (effect, plain) }

    var sentences: [String] {
        guard let effect else { return ["It was not measured."] }
        switch effect.effect {
        case .better: return ["It got better\(size)."] + chance + guarding
        case .worse: return ["It got worse\(size)."] + chance + guarding
        case .noMeaningfulChange: return ["It changed nothing that matters."] + guarding
        case .undetermined: return ["We looked, and we cannot tell whether it changed anything."] + guarding
        case .tooLittleData: return ["There was too little to measure, so we cannot tell."]
        case .confounded: return ["Something else changed in the same weeks, so we cannot tell which of them it was."]
        }
    }

    /// `: this time fell by 28 %`; empty where no size is known.
    private var size: String {
        guard let effect, let size = effect.size else { return "" }
        return ": \(plain?.short ?? "the number") \(moved(size.value, effect.kind))"
    }

    private func moved(_ size: Double, _ kind: WeeklySeries.Kind) -> String {
        let change = kind == .shares ? size : size - 1
        return "\(change < 0 ? "fell" : "rose") by \(BriefBuilder.size(abs(change)...abs(change), kind))"
    }

    private var chance: [String] {
        guard let effect, let size = effect.size else { return [] }
        return ["The truth may be anything from \(end(size.lower, effect.kind)) to \(end(size.upper, effect.kind))."]
    }

    /// `a fall of 45 %`.
    private func end(_ size: Double, _ kind: WeeklySeries.Kind) -> String {
        let change = kind == .shares ? size : size - 1
        return "a \(change < 0 ? "fall" : "rise") of \(BriefBuilder.size(abs(change)...abs(change), kind))"
    }

    private var guarding: [String] {
        switch effect?.guardState {
        case .held: ["What we watched beside it did not suffer."]
        case .broken: ["What we watched beside it got worse."]
        case .unknown, nil: ["Whether anything else suffered, we cannot tell."]
        }
    }
}
