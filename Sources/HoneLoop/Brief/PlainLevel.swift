import HoneStatistics

/// Where a number stood of late, in sentences for somebody who knows none of our terms.
struct PlainLevel {
    let plain: PlainMeasure
    /// Whole weeks that were looked at.
    let weeks: Int
    /// How many of what is counted.
    let n: Int
    /// The middle value, or the share; nil where there is none.
    var middle: Double?
    /// What chance alone could make of it; nil where that is not known.
    var limits: (lower: Double, upper: Double)?
    /// What one in seven passes; nil where there are too few.
    var oneInSeven: Double?
    /// Of a share of kinds of work: how many have none. They are in the whole, and count for no kind.
    var ofNoKind = 0

    var sentences: [String] {
        let look = "We look at \(BriefBuilder.ended(plain.phrase))"
        if n > 1, middle == nil, ofNoKind > 0, let limits {
            let whole = "\(lately) it was somewhere from \(plain.range(limits.lower, limits.upper)) of \(plain.count(n))."
            return [look, whole, "\(nobodySaid), so we cannot be more exact."]
        }
        guard n > 0, let middle else { return [look, "\(lately) nothing was recorded that shows it."] }
        if n == 1 { return [look, once(middle)] }
        switch plain.measure.kind {
        case .counts: return [look, "\(lately) there were \(plain.count(n))."]
        case .shares:
            return [look, "\(lately) it was \(plain.text(middle)) of \(plain.count(n))."]
                + (ofNoKind > 0 ? ["\(nobodySaid), so \(ofNoKind == 1 ? "it counts" : "they count") as other work."] : []) + chance
        case .durations where plain.isTime:
            return [look, "\(lately) half of \(plain.count(n)) took \(plain.text(middle)) or more."] + chance
                + (oneInSeven.map { ["One in seven took \(plain.text($0)) or more."] } ?? [])
        case .durations:
            return [look, "\(lately) it was usually \(plain.text(middle))."] + chance
        }
    }

    /// One value says next to nothing, and is no half of anything.
    private func once(_ value: Double) -> String {
        switch plain.measure.kind {
        case .counts: "\(lately) it happened once."
        case .shares: "\(lately) there was only one to look at, which says next to nothing."
        case .durations: "\(lately) there was only one to look at: \(plain.text(value))."
        }
    }

    private var chance: [String] {
        limits.map { ["Chance plays a part in that: the true figure may be anything from \(plain.range($0.lower, $0.upper))."] } ?? []
    }

    private var nobodySaid: String {
        "Of \(ofNoKind == 1 ? "one" : ValueText.grouped(ofNoKind)) of them nobody said what kind of work it was"
    }

    private var lately: String {
        switch weeks {
        case ..<1: "In the last days"
        case 1: "In the last week"
        default: "In the last \(weeks) weeks"
        }
    }
}
