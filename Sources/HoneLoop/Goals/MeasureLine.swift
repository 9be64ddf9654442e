package import HoneFacts
import HoneMetrics

extension Scorecard {
    /// A goal's own number: how it stands at the end of the page's window, beside its own past.
    package struct MeasureLine: Sendable, Equatable {
        package enum State: String, Sendable {
            case reached
            case notReached = "not reached"
            case unknown = "cannot be told"
        }

        package var name: String
        package var unit: String
        /// The last value up to the end of the window, or to today where it ends with the last whole week; nil where there is none.
        package var value: Double?
        package var measuredOn: CalendarDay?
        /// How often it was measured in the window.
        package var n: Int
        /// The last value before the window.
        package var before: Double?
        package var beforeOn: CalendarDay?
        /// The last value in each of the eight quarters that end with the window, oldest first; nil where none was measured.
        package var past: [Double?]
        package var pastCounts: [Int]
        package var target: MeasureTarget?
        /// Nil where there is no target.
        package var state: State?
        /// What a reader should know besides; empty where there is nothing.
        package var remark: String
    }
}

/// Reads a goal's own number from the measures of the product.
struct MeasureReading {
    let measurements: MeasurementHistories
    let window: Window
    let zone: ZoneTable
    let today: CalendarDay
    let cursors: [SourceCursor]

    /// Complexity: O(measurements).
    func line(_ measure: GoalMeasure) -> Scorecard.MeasureLine {
        let all = measurements.rows(of: measure.name).filter { day($0) < end }
        // Numbers of another unit are another measure: they are never mixed. A number without one may be of any.
        let wanted = measure.target.map { $0.unit.lowercased() }
        let ofTarget = all.first { measurements.unit[$0].lowercased() == wanted && wanted?.isEmpty == false }
        let unit = (ofTarget ?? all.last).map { measurements.unit[$0] } ?? measure.target?.unit ?? ""
        let rows = all.filter { measurements.unit[$0].lowercased() == unit.lowercased() }
        let now = rows.last
        let before = rows.last { day($0) < window.from }
        let quarters = ScorecardBuilder.quarters(endingWith: window).map { quarter in rows.filter { quarter.contains(day($0)) } }
        let value = now.map { measurements.value[$0] }
        var line = Scorecard.MeasureLine(
            name: measure.name, unit: unit, value: value, measuredOn: now.map(day), n: rows.count { window.contains(day($0)) },
            before: before.map { measurements.value[$0] }, beforeOn: before.map(day),
            past: quarters.map { $0.last.map { measurements.value[$0] } }, pastCounts: quarters.map(\.count), target: measure.target,
            state: nil, remark: "")
        if let target = measure.target {
            let isOfUnit = target.unit.isEmpty || unit.isEmpty || target.unit.lowercased() == unit.lowercased()
            line.state = value == nil || !isOfUnit ? .unknown : target.holds(for: value ?? 0) ? .reached : .notReached
            if value != nil, !isOfUnit {
                line.remark = "The target is in \(target.unit), and it is measured in \(unit)."
            }
        }
        if let newest = all.last, let last = rows.last, day(newest) > day(last) {
            line.state = line.state.map { _ in .unknown }
            let unit = measurements.unit[newest].isEmpty ? "no unit" : "the unit \(measurements.unit[newest])"
            line.remark += (line.remark.isEmpty ? "" : " ") + "The newest, of \(DayText.day(day(newest))), has \(unit)."
        }
        if all.count > rows.count {
            line.remark += (line.remark.isEmpty ? "" : " ") + "\(all.count - rows.count) measurements in another unit are left out."
        }
        let doubtful = doubtfulCount(measure.name)
        if doubtful > 0 {
            line.state = line.state.map { _ in .unknown }
            let are =
                doubtful == 1
                ? "1 number of its sheet may be thousands, and was" : "\(doubtful) numbers of its sheet may be thousands, and were"
            line.remark += (line.remark.isEmpty ? "" : " ") + "\(are) not read: hone doctor says what to do."
        }
        return line
    }

    /// Numbers that were not read, as nobody says whether they are thousands: in the column of a measure, or in one of several measures.
    private func doubtfulCount(_ name: String) -> Int {
        let names = Set(measurements.name.map { $0.lowercased() })
        let sheets = cursors.filter { $0.families?.contains(.measurement) ?? true }
        // Of several sheets nobody knows which one this measure is from, unless a column is called so.
        let isOnly = sheets.count == 1
        return sheets.flatMap(\.oddities).reduce(0) { sum, oddity in
            let field = (oddity.first.field ?? "").lowercased()
            let isIts = field == name.lowercased() || isOnly && !names.contains(field)
            return oddity.first.code == SourceOddity.doubtfulNumber && isIts ? sum + oddity.count : sum
        }
    }

    /// A page of the usual weeks leaves the running one out; a number of this week is the newest there is all the same.
    private var end: CalendarDay { today - window.to < 7 ? max(window.to, today + 1) : window.to }

    private func day(_ row: Int) -> CalendarDay { zone.day(Instant(rawValue: measurements.measuredAt[row])) }
}
