import HoneFacts

/// `--from` and `--to` as a window: both or neither.
struct WindowArguments {
    let from: String?
    let to: String?

    var window: Window? {
        get throws {
            guard from != nil || to != nil else { return nil }
            guard let from, let to else { throw Failure(.usage, "Give both --from and --to, or neither.") }
            let (first, last) = (try Self.day(from, "--from"), try Self.day(to, "--to"))
            guard first < last else { throw Failure(.usage, "--to is the day after the last one, so it must be later than --from.") }
            guard last - first <= Self.mostDays else {
                throw Failure(
                    .usage, "--from \(first) to --to \(last) is more than a hundred years. Give the days that there is evidence of.")
            }
            return Window(from: first, to: last)
        }
    }

    private static let mostDays = 36_525

    static func day(_ text: String, _ option: String) throws -> CalendarDay {
        guard let day = CalendarDay(iso: text) else {
            throw Failure(.usage, "\(option) is '\(text)', not a day. Write it as 2026-11-22.")
        }
        return day
    }
}
