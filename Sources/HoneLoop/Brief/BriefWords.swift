package import HoneFacts

/// What became of a question to the person who decides, in words.
package struct BriefWords: Sendable {
    let request: BriefRequest
    let improvement: Improvement
    let zone: ZoneTable
    let today: CalendarDay

    package init(_ request: BriefRequest, _ improvement: Improvement, _ zone: ZoneTable, on today: CalendarDay) {
        (self.request, self.improvement, self.zone, self.today) = (request, improvement, zone, today)
    }

    /// Days since it was asked, or since the day it was put off to.
    package var age: Int {
        let since = request.answer?.until ?? zone.day(atSeconds: request.askedAt)
        return max(0, today - since)
    }

    package var answer: String {
        guard let answer = request.answer else { return "waits for an answer (\(age) d)" }
        switch answer.kind {
        case .yes: return "yes, \(answer.role)" + (answer.reason.isEmpty ? "" : ": \(answer.reason)")
        case .no: return "no, \(answer.role): \(answer.reason)"
        case .notNow:
            let until = answer.until.map(DayText.day) ?? ""
            return "not now, until \(until), \(answer.role): \(answer.reason)"
        }
    }
}
