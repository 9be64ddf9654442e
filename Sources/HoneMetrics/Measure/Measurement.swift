package import HoneFacts

/// What a metric made of a batch of histories.
package enum Measurement: Sendable {
    /// The facts it needs are not there; the sentence says which.
    case unavailable(String)
    case rows(MeasuredRows)
}

/// One row a history whose end event is known, as columns: a value, or the reason it has none.
package struct MeasuredRows: Sendable {
    /// Which histories `index` points into.
    package enum Subject: Sendable {
        case items, commits, releases, integrations, changes, iterationItems, files, deployments, incidents, builds, planLines, measurements
    }

    package let subject: Subject
    package let unit: MetricUnit
    package let summary: Summary
    package private(set) var index: [Int32] = []
    /// Day of the end event, the one the window filters by.
    package private(set) var endDay: [CalendarDay] = []
    package private(set) var value: [Double] = []
    /// Why each row has no value; nil for a kept one.
    package private(set) var exclusion = Labels<String?>(none: nil)
    /// Oddities of each kept row.
    package private(set) var flags = Labels<[String]>(none: [])
    /// Kept only where some row has them.
    private var weights: [Double] = []
    private var starts: [Int64] = []
    /// Parts that belong to the metric itself, for example its stages.
    package var parts: [(name: String, rows: MeasuredRows)] = []
    /// Where the values come from, when a metric has more than one source: `logged time`, `board active time`.
    package var source: String?

    package init(_ subject: Subject, unit: MetricUnit, summary: Summary) {
        self.subject = subject
        self.unit = unit
        self.summary = summary
    }

    package var count: Int { index.count }

    package mutating func keep(
        _ row: Int, endDay day: CalendarDay, value number: Double, weight denominator: Double = 1, startAt start: Int64 = Instant.missing,
        flags marks: [String] = []
    ) {
        append(row, day, number, denominator, start, nil, marks)
    }

    package mutating func exclude(_ row: Int, endDay day: CalendarDay, reason: String, startAt start: Int64 = Instant.missing) {
        append(row, day, 0, 0, start, reason, [])
    }

    private mutating func append(
        _ row: Int, _ day: CalendarDay, _ number: Double, _ denominator: Double, _ start: Int64, _ reason: String?, _ marks: [String]
    ) {
        if denominator != 1, weights.isEmpty { weights = [Double](repeating: 1, count: count) }
        if start != Instant.missing, starts.isEmpty { starts = [Int64](repeating: Instant.missing, count: count) }
        if denominator != 1 || !weights.isEmpty { weights.append(denominator) }
        if start != Instant.missing || !starts.isEmpty { starts.append(start) }
        index.append(Int32(row))
        endDay.append(day)
        value.append(number)
        exclusion.append(reason)
        flags.append(marks)
    }

    /// Denominator of a ratio; 1 elsewhere.
    package func weight(_ position: Int) -> Double { weights.isEmpty ? 1 : weights[position] }

    /// Raw instant that a row's span begins at, where it has one; `Instant.missing` elsewhere.
    package func startAt(_ position: Int) -> Int64 { starts.isEmpty ? Instant.missing : starts[position] }

    /// What rows are labelled with, as codes of the few labels that there are.
    package struct Labels<Label: Hashable & Sendable>: RandomAccessCollection, Sendable {
        private var codes: [UInt16] = []
        private var labels: [Label]
        package private(set) var count = 0

        init(none: Label) {
            labels = [none]
        }

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }
        package subscript(row: Int) -> Label { codes.isEmpty ? labels[0] : labels[Int(codes[row])] }

        mutating func append(_ label: Label) {
            count += 1
            if codes.isEmpty {
                if label == labels[0] { return }
                codes = [UInt16](repeating: 0, count: count - 1)
            }
            let place = labels.firstIndex(of: label) ?? labels.count
            if place == labels.count { labels.append(label) }
            codes.append(UInt16(clamping: place))
        }
    }
}

/// How rows become one value. A closed list: each can be merged over windows and taken back row by row.
package enum Summary: Sendable, Equatable {
    /// Nearest-rank percentiles of whole days.
    case days
    /// Midpoint median and nearest-rank percentiles of hours.
    case hours
    /// How many rows.
    case count
    /// Kept rows with value 1 over kept rows, with a Wilson interval.
    case share
    /// Sum of values over sum of weights, with a jackknife over rows.
    case ratio
    /// Share of improvement work, by iteration; a range where too little is classified. Value 1 improvement, 0 not, -1 unclassified.
    case improvementShare
    /// Rows a week.
    case perWeek
    /// How many rows at one instant; the window does not filter.
    case level
    /// Days at one instant; the window does not filter.
    case levelDays
    /// Hours at one instant; the window does not filter.
    case levelHours
    /// A value of all histories together that no row has a share of; measured for one window or instant, so the window does not filter.
    case whole(Double?)

    package var isLevel: Bool {
        if case .whole = self { return true }
        return self == .level || self == .levelDays || self == .levelHours
    }
}
