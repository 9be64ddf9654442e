internal import HoneFacts

/// From what a wall clock shows to the instant it shows it.
extension ZoneTable {
    /// Seconds since 1970 at which the clocks of the zone show a time.
    ///
    /// A time that is shown twice is its first showing. A time that is skipped is the first instant after the gap.
    /// Complexity: O(log changes).
    func seconds(localDay: CalendarDay, secondsOfDay: Int) -> Int64 {
        let local = Int64(localDay.number) * 86_400 + Int64(secondsOfDay)
        let before = local - Int64(offset(atSeconds: local - 86_400))
        let after = local - Int64(offset(atSeconds: local + 86_400))
        var low = min(before, after)
        var high = max(before, after)
        if shows(low) == local { return low }
        if shows(high) == local { return high }
        // Skipped: `low` shows less than the time that was asked for, `high` shows more.
        while low + 1 < high {
            let middle = low + (high - low) / 2
            if shows(middle) < local { low = middle } else { high = middle }
        }
        return high
    }

    private func shows(_ seconds: Int64) -> Int64 { seconds + Int64(offset(atSeconds: seconds)) }
}
