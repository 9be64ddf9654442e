import HoneFacts

extension DatePattern {
    /// The instant of a range that matches the pattern whole; nil too for days that do not exist. Complexity: O(length).
    /// - Parameter zone: the zone whose clocks the source shows where the text has no offset.
    func instant(_ bytes: [UInt8], _ range: Range<Int>, zone: ZoneTable) -> Instant? {
        var scanner = PatternScanner(bytes: bytes, position: range.lowerBound, end: range.upperBound)
        var (year, month, day, hour, minute, second) = (0, 0, 0, 0, 0, 0)
        var (afternoon, quarter, week) = (0, 0, 0)
        var offset: Int?
        for part in parts {
            let value: Int?
            switch part {
            case .literal(let byte):
                guard scanner.skip(byte) else { return nil }
                continue
            case .year: (value, year) = scanner.number(4, 4, year)
            case .shortYear:
                (value, year) = scanner.number(2, 2, year)
                year += year < 70 ? 2000 : 1900
            case .month: (value, month) = scanner.number(2, 2, month)
            case .shortMonth: (value, month) = scanner.number(1, 2, month)
            case .namedMonth: (value, month) = scanner.monthName(month)
            case .longMonth: (value, month) = scanner.monthName(month, isWhole: true)
            case .day: (value, day) = scanner.number(2, 2, day)
            case .shortDay: (value, day) = scanner.number(1, 2, day)
            case .quarter: (value, quarter) = scanner.number(1, 1, quarter)
            case .week: (value, week) = scanner.number(2, 2, week)
            case .shortWeek: (value, week) = scanner.number(1, 2, week)
            case .weekday:
                guard scanner.skipWeekday() else { return nil }
                continue
            case .hour: (value, hour) = scanner.number(2, 2, hour)
            case .shortHour: (value, hour) = scanner.number(1, 2, hour)
            case .halfDayHour, .shortHalfDayHour:
                (value, hour) = scanner.number(part == .halfDayHour ? 2 : 1, 2, hour)
                guard (1...12).contains(hour) else { return nil }
                hour %= 12
            case .halfOfDay:
                guard let isAfternoon = scanner.halfOfDay() else { return nil }
                afternoon = isAfternoon ? 12 : 0
                continue
            case .minute: (value, minute) = scanner.number(2, 2, minute)
            case .second: (value, second) = scanner.number(2, 2, second)
            case .offset:
                offset = scanner.offset()
                value = offset
            case .zoneName:
                scanner.skipZoneName()
                continue
            }
            guard value != nil else { return nil }
        }
        if isOfPeriods {
            guard scanner.position == scanner.end, let last = Self.lastDay(year, month: month, quarter: quarter, week: week) else {
                return nil
            }
            return Instant(day: last)
        }
        hour += afternoon
        guard scanner.position == scanner.end, hour < 24, minute < 60, second < 60,
            let calendarDay = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        guard hasTime else { return Instant(day: calendarDay) }
        let clock = hour * 3_600 + minute * 60 + second
        if let offset { return Instant(seconds: Int64(calendarDay.number) * 86_400 + Int64(clock - offset)) }
        return Instant(seconds: zone.seconds(localDay: calendarDay, secondsOfDay: clock))
    }

    /// The last day of the one of month, quarter and week that is not 0; nil where the year has none of that number.
    private static func lastDay(_ year: Int, month: Int, quarter: Int, week: Int) -> CalendarDay? {
        guard week > 0 else {
            let last = quarter > 0 ? quarter * 3 : month
            return CalendarDay(year: year, month: last, day: 1).map { $0.adding(months: 1) + -1 }
        }
        // The week of 4 January is the first one, and a week is of the year of its Thursday.
        guard let monday = CalendarDay(year: year, month: 1, day: 4)?.startOfWeek else { return nil }
        let sunday = monday + (7 * week - 1)
        return (sunday + -3).civil.year == year ? sunday : nil
    }
}
