/// What was said otherwise after the page was answered.
extension BriefBuilder {
    /// An answer stands for what it was given to. Whoever gave it can see here what came later, and ask.
    var changes: [String] {
        guard request?.answer != nil else { return [] }
        let changed = changedShape + changedTerms
        guard !changed.isEmpty else { return [] }
        let end =
            improvement.isOpen ? "If that matters for your answer, say so: then we ask again." : "The answer above was given without it."
        return changed + [end]
    }

    private var changedShape: [String] {
        // One that is over keeps no shape.
        guard let now = improvement.shape else { return [] }
        var sentences: [String] = []
        let before = shape?.goal ?? ""
        if now.goal != before, let goal = agreements.goal(id: now.goal) {
            sentences.append("It is for \(before.isEmpty ? "this goal" : "another goal") now: \(Self.sentence(goal.outcome))")
        }
        if now.hurts != shape?.hurts ?? "", !now.hurts.isEmpty { sentences.append("What hurts now: \(Self.sentence(now.hurts))") }
        let hours = improvement.terms?.costHours ?? now.costHours
        if let hours, hours != costHours {
            let before = costHours.map { ", instead of \(ValueText.short($0))" } ?? ""
            sentences.append("We think now that it takes about \(ValueText.short(hours)) hours of work in all\(before).")
        }
        return sentences
    }

    private var changedTerms: [String] {
        guard let now = improvement.terms, now != terms else { return [] }
        var sentences: [String] = []
        if now.hypothesis != terms?.hypothesis { sentences.append(Self.belief(now)) }
        let expected = expected(now)
        if terms.map(self.expected) != expected { sentences.append(expected) }
        if terms.map(watched) != watched(now) { sentences.append(watched(now)) }
        // Weeks, looks and the smallest effect are terms of ours.
        return sentences.isEmpty ? ["How and when we look at it has changed."] : sentences
    }

    private func expected(_ terms: ImprovementTerms) -> String { Self.expected(terms, of: plain(terms).phrase) }

    private func watched(_ terms: ImprovementTerms) -> String {
        "We also watch \(Self.ended(PlainMeasure(terms.guarding).phrase))"
    }
}
