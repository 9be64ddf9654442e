package import HoneFacts

/// What became of a question to the person who decides, in words.
package struct BriefWords: Sendable {
    package let request: BriefRequest
    package let improvement: Improvement
    let zone: ZoneTable
    let today: CalendarDay

    package init(_ request: BriefRequest, _ improvement: Improvement, _ zone: ZoneTable, on today: CalendarDay) {
        (self.request, self.improvement, self.zone, self.today) = (request, improvement, zone, today)
    }

    /// The question that pays for an improvement which is promised and not begun, where nobody has said yes to it.
    package static func unfunded(_ improvement: Improvement, _ briefs: BriefRecord, _ zone: ZoneTable, on today: CalendarDay) -> BriefWords?
    {
        switch improvement.state {
        case .committed, .small: break
        default: return nil
        }
        guard improvement.shape?.funding == .brief, let request = briefs.request(of: improvement.id), request.answer?.kind != .yes else {
            return nil
        }
        return BriefWords(request, improvement, zone, on: today)
    }

    /// Days since it was asked, or since the day it was put off to.
    package var age: Int {
        let since = request.answer?.until ?? zone.day(atSeconds: request.askedAt)
        return max(0, today - since)
    }

    package var answer: String {
        guard let answer = request.answer else {
            return improvement.ticked == .open ? "waits for an answer (\(age) d)" : "was not answered before it began, or was over"
        }
        switch answer.kind {
        case .yes: return "yes, \(answer.role)" + (answer.reason.isEmpty ? "" : ": \(answer.reason)")
        case .no: return "no, \(answer.role): \(answer.reason)"
        case .notNow:
            let until = answer.until.map(DayText.day) ?? ""
            let put = isOver ? "was put off until \(until)" : "not now, until \(until)"
            return "\(put), \(answer.role): \(answer.reason)"
        }
    }

    /// Whether the day it was put off to has come.
    private var isOver: Bool { request.answer?.until.map { $0 <= today } ?? false }

    /// The command that takes the question further; empty where nothing is asked for before a day.
    package var next: String {
        guard let answer = request.answer else { return "hone brief show \(improvement.number)" }
        return isOver ? "hone brief ask \(improvement.number) …" : answer.kind == .yes ? "hone improvement start \(improvement.number)" : ""
    }
}
