package import HoneFacts

/// Whether the loop of improvement runs: ceremonies held, and what came of what they noted. Without any target.
///
/// Source: the shared definitions of follow-through; withdrawn improvements are listed and in no denominator.
package struct LoopHealth: Sendable {
    package let heldCount: Int
    package let lastHeldOn: CalendarDay?
    /// Days between one ceremony and the next: the middle one, and the longest; nil below two ceremonies.
    package let usualGapDays: Int?
    package let longestGapDays: Int?
    /// Iterations since the first ceremony that are over, and those in which one was held; nil before the first.
    package let iterations: (held: Int, of: Int)?
    package let noted: Int
    package let done: Int
    package let dropped: Int
    package let open: Int
    /// Of the improvements with a due day that has come or that are done: those done by it.
    package let onTime: (done: Int, of: Int)?
    package let carriedOver: Int
    package let oldestOpenDays: Int?

    package init(_ log: CeremonyLog, interpretation: Interpretation, today: CalendarDay) {
        let days = Set(log.ceremonies.map(\.heldOn)).filter { $0 <= today }.sorted()
        heldCount = days.count
        lastHeldOn = days.last
        let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
        usualGapDays = gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2]
        longestGapDays = gaps.last
        if let first = days.first {
            // The iteration that is under way is not judged.
            let (from, to) = (interpretation.iteration(of: first), interpretation.iteration(of: today))
            let held = Set(days.map(interpretation.iteration)).filter { $0 < to }.count
            iterations = to > from ? (held, to - from) : nil
        } else {
            iterations = nil
        }
        let improvements = log.improvements
        noted = improvements.count
        done = improvements.count { $0.state == .done }
        dropped = improvements.count { $0.state == .dropped }
        let left = improvements.filter { $0.state == .noted }
        open = left.count
        let due = improvements.filter { $0.state != .dropped && $0.due.map { $0 <= today } == true }
        onTime = due.isEmpty ? nil : (due.count { item in item.doneOn.map { $0 <= (item.due ?? today) } == true }, due.count)
        carriedOver = improvements.count { $0.carriedOver > 0 }
        oldestOpenDays = left.map { max(0, today - $0.notedOn) }.max()
    }

    /// What it comes to, in sentences; the word for a ceremony is the life cycle's.
    package func sentences(_ ceremony: String, iteration: String, today: CalendarDay) -> [String] {
        guard let lastHeldOn else { return [] }
        var held = heldCount == 1 ? "1 \(ceremony) held" : "\(heldCount) \(ceremony)s held"
        if let usualGapDays { held += ", one about every \(usualGapDays) days" }
        if let iterations { held += "; in \(iterations.held) of \(iterations.of) \(iteration)s" }
        held += "; the last on \(DayText.day(lastHeldOn))"
        if let longestGapDays, let usualGapDays, longestGapDays > usualGapDays { held += "; the longest pause was \(longestGapDays) days" }
        guard noted > 0 else { return [held + ".", "No improvement was noted in them."] }
        var followed = "\(noted) improvement\(noted == 1 ? "" : "s") noted: \(done) done, \(dropped) dropped, \(open) open"
        if let oldestOpenDays { followed += " (oldest \(oldestOpenDays) days)" }
        if carriedOver > 0 { followed += "; \(carriedOver) noted again later" }
        if let onTime { followed += "; \(onTime.done) of \(onTime.of) due were done by their day" }
        return [held + ".", followed + "."]
    }
}
