package import HoneFacts

/// How a gate stands, in the words of every page and command.
package struct GateWords: Sendable {
    package let gate: Gate
    let today: CalendarDay
    private let improvements: [Improvement]

    package init(_ gate: Gate, _ agreements: Agreements, on today: CalendarDay) {
        (self.gate, self.today, improvements) = (gate, today, agreements.improvements)
    }

    /// What became of a condition: the note that it was, and what was said of it since.
    package func standing(of condition: GateClosing.Condition) -> String {
        guard let note = note(of: condition) else { return "open" }
        switch note.state {
        case .noted, .escalated: return condition.dueOn.map { $0 < today ? "open, due since \(DayText.day($0))" : "open" } ?? "open"
        case .done(let done):
            let isLate = done.on.flatMap { on in condition.dueOn.map { on > $0 } } ?? false
            return (done.on.map { "done on \(DayText.day($0))" } ?? "done") + (isLate ? ", after its day" : "")
        case .declined(let declined): return declined.reason.isEmpty ? "declined" : "declined: \(declined.reason)"
        case .parked(let parked):
            return parked.until <= today
                ? "open, was parked until \(DayText.day(parked.until))" : "parked until \(DayText.day(parked.until))"
        case .decided(let decided): return "taken on and decided: \(decided.answer.rawValue)"
        case .shaped, .committed, .small, .inForce, .smallInForce: return "taken on as improvement \(note.number)"
        }
    }

    private func note(of condition: GateClosing.Condition) -> Improvement? {
        let text = GateClosing.note(condition, ofGate: gate.number)
        return improvements.last { $0.title == text }
    }

    private func isOpen(_ condition: GateClosing.Condition) -> Bool {
        switch note(of: condition)?.state {
        case .done, .declined, .decided: false
        default: true
        }
    }

    /// A stable word for programs.
    package var state: String {
        switch gate.state {
        case .planned(let planned): planned.isLapsed(on: today) ? "lapsed" : "planned"
        case .open: "open"
        case .closed: "closed"
        case .skipped: "skipped"
        }
    }

    /// `go on 5 May 2026`, for a narrow column.
    package var short: String {
        switch gate.state {
        case .planned(let planned):
            guard let day = planned.plannedOn else { return "planned" }
            return planned.isLapsed(on: today) ? "lapsed on \(DayText.day(day))" : "planned for \(DayText.day(day))"
        case .open(let open): return "open since \(DayText.day(open.sheet.openedOn))"
        case .closed(let closed): return "\(outcome(closed.closing)) on \(DayText.day(closed.closing.closedOn))"
        case .skipped: return "skipped"
        }
    }

    /// The same with what it stands on.
    package var standing: String {
        switch gate.state {
        case .planned(let planned): planned.isLapsed(on: today) ? "\(short)\(moved): nobody opened it or said why not" : short + moved
        case .open(let open): "\(short): \(open.sheet.sentence)"
        case .closed(let closed): "\(short)\(late(closed.closing)), by \(closed.closing.role): \(closed.closing.reason)"
        case .skipped(let skipped): "skipped on purpose: \(skipped.reason)"
        }
    }

    /// `, planned for 5 Jun 2026`, the first of its days; empty where it was held in time, or on no day that was planned.
    private func late(_ closing: GateClosing) -> String {
        let first = gate.moves.first.map { $0.from ?? $0.to } ?? gate.plannedOn
        return first.map { $0 < closing.closedOn ? ", planned for \(DayText.day($0))" : "" } ?? ""
    }

    /// `, after a no-go on 1 May 2026, moved from 5 Jun 2026 (the supplier is late)`: by its last move, and from the first of its days;
    /// empty where it was never moved.
    private var moved: String {
        guard let last = gate.moves.last else { return "" }
        let stopped = gate.closings.last.map { ", after a no-go on \(DayText.day($0.closedOn))" } ?? ""
        let times = gate.moves.count > 1 ? " \(gate.moves.count) times" : ""
        let first = gate.moves.first?.from.map { " from \(DayText.day($0))" } ?? ""
        let how = times.isEmpty && first.isEmpty ? "" : ", moved\(times)\(first)"
        return "\(stopped)\(how) (\(last.reason))"
    }

    private func outcome(_ closing: GateClosing) -> String {
        guard closing.outcome == .goWithConditions else { return closing.outcome.rawValue }
        let (count, open) = (closing.conditions.count, closing.conditions.count(where: isOpen))
        return "go with \(count) condition\(count == 1 ? "" : "s")" + (open == count ? "" : " (\(open == 0 ? "none" : "\(open)") open)")
    }

    /// What a reader should know besides; nil where the evidence and the outcome say the same.
    package var remark: String? {
        guard let closed = gate.closed, closed.closing.outcome != .noGo, !closed.sheet.isMet else { return nil }
        return "It went on with \(closed.sheet.sentence)."
    }

    /// How it stands and the remark, as sentences.
    package var sentences: String {
        let end = standing.last.map { ".!?".contains($0) } == true ? "" : "."
        return standing + (remark.map { "\(end) \($0)" } ?? "")
    }

    /// The command that takes it further; empty where nothing is asked for.
    package var next: String {
        switch gate.state {
        case .planned: "hone gate open \(gate.number)"
        case .open: "hone gate close \(gate.number) …"
        case .closed(let closed): closed.closing.outcome == .noGo ? "hone gate open \(gate.number)" : ""
        case .skipped: ""
        }
    }
}
