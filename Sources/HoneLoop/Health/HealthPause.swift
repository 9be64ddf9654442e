package import HoneFacts

/// How long a team waits between two health checks. Two that lie close together and differ by one person differ by that person's answers;
/// after some weeks also the others' answers have moved, and a difference is nobody's any more.
extension HealthRecord {
    /// Days from a closing to the next opening.
    package static let pauseDays = 21

    /// The closing that a check with these terms has to keep its distance from; nil where there is none.
    ///
    /// A check that showed nothing leaves nothing to subtract from. Two that are both private to a team promise nothing about who said what.
    private func lastShown(before terms: HealthTerms) -> (check: HealthCheck, closedOn: CalendarDay)? {
        let shown = checks.compactMap { check -> (check: HealthCheck, closedOn: CalendarDay)? in
            guard let day = check.closedOn, !check.isGivenUp else { return nil }
            let shows = check.result.map { $0.cells.contains { $0 != nil } } ?? !terms.isTeamOnly
            return shows ? (check, day) : nil
        }
        return shown.max { $0.closedOn < $1.closedOn }
    }

    /// - Throws: `Refusal` where a check with these terms may not begin on the day, which says from when it may.
    package func allowOpening(_ terms: HealthTerms, on day: CalendarDay) throws(Refusal) {
        if let open = open.first {
            throw Refusal(
                "Health check \(open.number) is still open. Close it first (hone health close), so that nobody answers the wrong one.")
        }
        guard let last = lastShown(before: terms) else { return }
        let first = last.closedOn + Self.pauseDays
        guard day < first else { return }
        throw Refusal(
            "Health check \(last.check.number) was closed on \(DayText.day(last.closedOn)). If one person joined or left since then, the difference between two checks so close together would show what that person said. Please wait: the next check can be opened from \(DayText.day(first)) on, \(Self.pauseDays) days after the last one was closed."
        )
    }
}
