import HoneFacts
import HoneMetrics

/// A phased product in sentences, the answer first.
package struct PhasedSentences: Sendable {
    let picture: PhasedPicture

    package init(_ picture: PhasedPicture) {
        self.picture = picture
    }

    package var all: [String] { [standing, inTime, lane, coverage, baseline].compactMap(\.self) }

    /// `By 15 Mar 2026, 500 of 1,000 was to be done: 400 is, for 450 spent (SPI 0.80, CPI 0.89).`
    package var standing: String {
        guard let all = picture.figures?.all else {
            return "No plan was read, so nothing planned can be held against what came: a source with fact: plan_line in hone.yaml."
        }
        guard all.n > 0 else { return "No line of the plan can be counted: \(leftOut(all) ?? "none was known by then")." }
        let until = all.spentUntil < picture.asOf ? " up to \(DayText.day(all.spentUntil))" : ""
        let spent = all.spent.map { ", for \(number($0)) spent\(until)\(unknownCost(all))" } ?? "; nobody says what was spent"
        let indices = [
            all.schedulePerformance.map { "SPI \(ValueText.hundredths($0))" },
            all.costPerformance.map { "CPI \(ValueText.hundredths($0))" },
        ].compactMap(\.self)
        let behind = indices.isEmpty ? "" : " (\(indices.joined(separator: ", ")))"
        let others = all.spentOnOthers > 0 ? "; \(number(all.spentOnOthers)) was spent on it, in no number here" : ""
        let out = leftOut(all).map { " Left out: \($0)\(others)." } ?? ""
        return
            "By \(DayText.day(picture.asOf)), \(number(all.planned)) of \(number(all.budget)) was to be done: \(number(all.earned)) is\(spent)\(behind).\(out)"
    }

    /// SPI ends at 1 for late work; this does not.
    package var inTime: String? {
        guard let all = picture.figures?.all, let weeks = all.weeksAhead else { return nil }
        let side = weeks < 0 ? "later than" : "ahead of"
        let time =
            weeks == 0
            ? "In time the work is where it was planned" : "In time the work is \(ValueText.short(abs(weeks))) weeks \(side) planned"
        let others = all.spentOnOthers > 0 ? ", beside the \(number(all.spentOnOthers)) spent on what is left out" : ""
        let cost =
            all.estimateAtCompletion.map { "; at this cost the whole takes \(number($0)) instead of \(number(all.budget))\(others)" } ?? ""
        let were =
            all.spentUntil < picture.asOf
            ? "was in lines that were not done by \(DayText.day(all.spentUntil))" : "is in lines that are not done"
        let begun =
            all.spentOnBegun > 0 && !cost.isEmpty
            ? ". \(number(all.spentOnBegun)) of what was spent \(were): a line counts for nothing until it is done, so the whole is likely to take less than that"
            : ""
        return time + cost + begun + "."
    }

    package var baseline: String? {
        guard picture.figures != nil else { return nil }
        guard let baseline = picture.baseline else {
            return "No baseline was recorded, so the first statement of each line counts as one."
        }
        let count = baseline.baseline.lines.count
        let reason = baseline.reason.isEmpty ? "" : ", because: \(baseline.reason)"
        let lines = "\(ValueText.grouped(count)) line\(count == 1 ? "" : "s")"
        let done = picture.doneBeforeBaseline
        let late = done > 0 ? ", when \(ValueText.grouped(done)) of them \(done == 1 ? "was" : "were") done" : ""
        let end = reason.last.map { ".!?".contains($0) } == true ? "" : "."
        let day = picture.baselineDay.map { " It was set on \(DayText.day($0))\(late)." } ?? ""
        return "Held against baseline \(baseline.number) of \(lines)\(reason)\(end)\(day)"
    }

    /// The lane across all phases; it is said when there is nothing in it.
    package var lane: String {
        guard let figures = picture.figures, figures.lane.n > 0 || !figures.lane.excluded.isEmpty else {
            return "Nothing is planned for improvement in any phase."
        }
        let lane = figures.lane
        guard lane.n > 0 else { return "Improvement is in the plan, and none of its lines can be counted: \(leftOut(lane) ?? "")." }
        let share = figures.all.budget > 0 ? " (\(ValueText.percent(lane.budget / figures.all.budget)) %)" : ""
        let spent = lane.spent.map { ", for \(number($0)) spent" } ?? ""
        func amount(_ value: Double) -> String { value == 0 ? "nothing" : number(value) }
        return
            "Improvement has \(number(lane.budget)) of \(number(figures.all.budget)) of the plan\(share): \(amount(lane.planned)) was to be done by now, \(amount(lane.earned)) is\(spent).\(leftOut(lane).map { " Left out: \($0)." } ?? "")"
    }

    package var coverage: String? {
        guard !picture.phases.allSatisfy(\.name.isEmpty) else { return nil }
        let never = picture.neverTouched
        if picture.touched.isEmpty { return "No improvement touches a phase yet." }
        return never.isEmpty
            ? "Improvement touches every phase."
            : "Improvement touches \(picture.touched.joined(separator: ", ")); never yet \(never.joined(separator: ", "))."
    }

    /// The step that would tell more; empty where there is none.
    package var next: String {
        if picture.figures == nil { return "fact: plan_line in hone.yaml" }
        if picture.baseline == nil { return "hone plan baseline" }
        return picture.phases.contains { !$0.gates.isEmpty } ? "" : "hone gate add …"
    }

    /// CPI holds what was spent against the lines it was spent on.
    private func unknownCost(_ figures: PlanFigures) -> String {
        let count = figures.withoutCost
        guard count > 0 else { return "" }
        return
            " on \(number(figures.earnedAtCost)) of it, as nobody says it of \(count) line\(count == 1 ? " that is" : "s that are") done"
    }

    private func number(_ value: Double) -> String { ValueText.short(value) }

    private func leftOut(_ figures: PlanFigures) -> String? {
        guard !figures.excluded.isEmpty else { return nil }
        return figures.excluded.sorted { $0.key < $1.key }.map { reason, count in
            "\(count) line\(count == 1 ? "" : "s") (\(reason.split(separator: "-").joined(separator: " ")))"
        }.joined(separator: ", ")
    }
}
