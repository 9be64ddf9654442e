/// An IANA time zone expanded into its offset changes, so that calendar arithmetic needs no library and no lookup by name.
///
/// Built once by the composition root from the system's zone data; `ZoneTable.utc` needs nothing.
package struct ZoneTable: Sendable, Equatable {
    /// The IANA name, for example `Europe/London`.
    package let name: String
    /// Seconds since 1970 at which an offset begins, ascending. The first one holds for all time before it too.
    private let starts: [Int64]
    /// Seconds east of UTC, one for each start.
    private let offsets: [Int]

    /// - Parameter changes: ascending; an empty list means UTC for all time.
    package init(name: String, changes: [(start: Int64, offset: Int)]) {
        self.name = name
        starts = changes.isEmpty ? [0] : changes.map(\.start)
        offsets = changes.isEmpty ? [0] : changes.map(\.offset)
    }

    package static let utc = ZoneTable(name: "UTC", changes: [])

    /// Seconds east of UTC at an instant. Complexity: O(log changes).
    package func offset(atSeconds seconds: Int64) -> Int { offsets[place(atSeconds: seconds)] }

    /// Seconds east of UTC, where they are the same for all time.
    package var fixedOffset: Int? { starts.count == 1 ? offsets[0] : nil }

    /// Which of the offsets holds at an instant. Complexity: O(log changes).
    private func place(atSeconds seconds: Int64) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// The local date of an instant; a day stays itself.
    package func day(_ instant: Instant) -> CalendarDay {
        instant.day ?? day(atSeconds: instant.seconds)
    }

    package func day(atSeconds seconds: Int64) -> CalendarDay {
        let local = seconds &+ Int64(fixedOffset ?? offset(atSeconds: seconds))
        return CalendarDay(number: Int32(clamping: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// The first instant of a local day, in seconds since 1970. Where a clock change skips midnight, the first instant after it.
    package func startOfDay(_ day: CalendarDay) -> Int64 {
        let midnight = Int64(day.number) * 86_400
        // On most days the clocks do not change, nor on the day before and after.
        let place = place(atSeconds: midnight - 2 * 86_400)
        if place == starts.count - 1 || starts[place + 1] > midnight + 2 * 86_400 {
            return midnight - Int64(offsets[place])
        }
        let before = midnight - Int64(offset(atSeconds: midnight - 86_400))
        let guess = midnight - Int64(offset(atSeconds: before))
        let candidates = [before, guess].sorted()
        for candidate in candidates where self.day(atSeconds: candidate) == day && self.day(atSeconds: candidate - 1) < day {
            return candidate
        }
        // Midnight does not exist here: the offset changes inside the gap, and the day begins at that change.
        let bounds = (candidates[0] - 86_400)...(candidates[candidates.count - 1] + 86_400)
        for start in starts where bounds.contains(start) && self.day(atSeconds: start) >= day && self.day(atSeconds: start - 1) < day {
            return start
        }
        return guess
    }

    /// The instant in seconds: a second as it is, a day as its first local instant.
    package func seconds(_ instant: Instant) -> Int64 {
        if let day = instant.day { startOfDay(day) } else { instant.seconds }
    }
}

/// All of it, in a form that is the same for equal tables.
extension ZoneTable: CustomStringConvertible {
    package var description: String { "\(name) " + zip(starts, offsets).map { "\($0) \($1)" }.joined(separator: ", ") }
}
