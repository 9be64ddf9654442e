internal import HoneStatistics

extension Observation {
    /// Why there is no value, as a sentence; nil where there is one. Undefined is not zero, and never without a reason.
    package var undefinedReason: String? {
        if let reason = unavailableReason { return reason }
        guard value == nil else { return nil }
        if n > 0, interval?.method == "day-not-known" { return "Of some nobody says on which day they were done: see the range." }
        if n > 0, interval != nil { return "Too few items have a known kind for one number: see the range." }
        if n > 0 { return "Undefined: what there is gives no one number. Its parts and its rows say what there is." }
        if eligible > 0 {
            return "Undefined: every one of the \(eligible) that were looked at is left out, for the reasons beside it."
        }
        return "Undefined: nothing in this window to measure. Undefined is not zero."
    }
}
