import HoneFacts

/// `--from` and `--to` as a window; one of them alone has the other as it usually is.
struct WindowArguments {
    let from: String?
    let to: String?

    /// Nil where neither is given.
    func window(of workspace: Workspace) throws -> Window? { try window(or: .lastWholeWeeks(12, before: workspace.today)) }

    /// - Parameter usual: where an end that is not given comes from.
    func window(or usual: Window) throws -> Window? {
        guard from != nil || to != nil else { return nil }
        let last = try to.map { try Self.day($0, "--to") } ?? usual.to
        let first = try from.map { try Self.day($0, "--from") } ?? last + -usual.length
        guard first < last else {
            let reason = to == nil ? "; without it, it is \(last)" : ", so it must be later than --from"
            throw Failure(.usage, "--to is the day after the last one\(reason).")
        }
        guard last - first <= Self.mostDays, first.civil.year > 0 else {
            throw Failure(
                .usage,
                "--from \(first) to --to \(last) is more than a hundred years, or before the year 1. Give the days that there is evidence of."
            )
        }
        return Window(from: first, to: last)
    }

    private static let mostDays = 36_525

    static func day(_ text: String, _ option: String) throws -> CalendarDay {
        guard let day = CalendarDay(iso: text) else {
            throw Failure(.usage, "\(option) is '\(text)', not a day. Write it as 2026-11-22.")
        }
        return day
    }
}
