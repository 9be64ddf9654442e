package import HoneFacts

/// How a metric is asked for.
package struct MetricOptions: Sendable, Equatable {
    package var calendar: CalendarForm
    /// Hours between the two instants instead of dates counted.
    package var isElapsed: Bool
    /// Only items of these kinds; nil is all.
    package var kinds: Set<WorkKind>?
    /// Only items of these types of the source, compared without case; nil is all.
    package var types: Set<String>?
    package var grouping: Grouping?
    /// What people may expect of the time an item takes, for metrics that ask whether it is kept; nil is what `hone.yaml` says.
    package var serviceLevel: ServiceLevel?
    /// Days without a move after which work counts as stalled; nil takes the product's own past.
    package var stalledAfterDays: Int?

    package enum CalendarForm: String, CaseIterable, Sendable {
        case calendar, working
    }

    /// What a number may be broken down by. There is no person here, and there will not be one.
    package enum Grouping: String, CaseIterable, Sendable {
        case stream, kind, month, iteration
    }

    package init(
        calendar: CalendarForm = .calendar, isElapsed: Bool = false, kinds: Set<WorkKind>? = nil, types: Set<String>? = nil,
        grouping: Grouping? = nil, serviceLevel: ServiceLevel? = nil, stalledAfterDays: Int? = nil
    ) {
        self.calendar = calendar
        self.isElapsed = isElapsed
        self.kinds = kinds
        self.types = types.map { Set($0.map { $0.lowercased() }) }
        self.grouping = grouping
        self.serviceLevel = serviceLevel
        self.stalledAfterDays = stalledAfterDays
    }
}

/// What a measure may look at besides the histories. Small and read-only.
package struct MeasureContext: Sendable {
    package let interpretation: Interpretation
    package let window: Window
    package let options: MetricOptions
    /// Seconds since 1970.
    package let now: Int64
    /// Rows that end outside of these days are not looked at, so a measure may leave them out; nil needs all rows.
    package let span: Window?
    /// Seconds since 1970 between which every instant of the span lies, whatever the zone; and those that surely lie in it.
    private let nearSpan, deepSpan: Range<Int64>
    /// Seconds east of UTC, where they are the same for all time.
    private let fixedOffset: Int64?
    /// Rows of the items that are open or end in the span, and of those open at the instant of the level, where somebody has
    /// looked for them already.
    private let found: (alive: [Int32], atLevel: [Int32])?

    package init(
        interpretation: Interpretation, window: Window, options: MetricOptions = MetricOptions(), now: Int64, span: Window? = nil
    ) {
        self.init(interpretation: interpretation, window: window, options: options, now: now, span: span, found: nil)
    }

    private init(
        interpretation: Interpretation, window: Window, options: MetricOptions, now: Int64, span: Window?,
        found: (alive: [Int32], atLevel: [Int32])?
    ) {
        self.interpretation = interpretation
        self.window = window
        self.options = options
        self.now = now
        self.span = span
        self.found = found
        fixedOffset = interpretation.zone.fixedOffset.map(Int64.init)
        guard let span else {
            (nearSpan, deepSpan) = (0..<0, 0..<0)
            return
        }
        let (from, to) = (Int64(span.from.number) * 86_400, Int64(span.to.number) * 86_400)
        // A day begins at another second in each zone.
        let slack: Int64 = 2 * 86_400
        nearSpan = from - slack..<to + slack
        deepSpan = from + slack..<max(from + slack, to - slack)
    }

    /// The same question, asked about some days only. What was found for these days before stays found.
    package func over(_ span: Window) -> MeasureContext {
        if span == self.span { return self }
        return MeasureContext(interpretation: interpretation, window: window, options: options, now: now, span: span)
    }

    /// The same, with the items looked for once for all metrics that are asked. Complexity: O(items).
    package func over(_ span: Window, _ items: ItemHistories) -> MeasureContext {
        let context = over(span)
        return context.with(context.rows(items), of: items)
    }

    /// Contexts over their own windows, with the items of all of them looked for in one walk. Complexity: O(items x contexts).
    package static func overWindows(of contexts: [MeasureContext], _ items: ItemHistories) -> [MeasureContext] {
        let spanned = contexts.map { $0.over($0.window) }
        return zip(spanned, items.alive(inEachOf: spanned.map(\.reach))).map { $0.with($1, of: items) }
    }

    private func with(_ alive: [Int32], of items: ItemHistories) -> MeasureContext {
        let level = levelSeconds
        return MeasureContext(
            interpretation: interpretation, window: window, options: options, now: now, span: span,
            found: (alive, items.alive(level..<level + 1, among: alive)))
    }

    /// Whether a row that ends at a raw instant is needed.
    @inline(__always)
    package func needs(_ raw: Int64) -> Bool {
        guard let span else { return true }
        if deepSpan.contains(raw >> 1) { return true }
        return nearSpan.contains(raw >> 1) && span.contains(day(raw))
    }

    /// Whether the window goes on after now.
    var isNotOver: Bool { interpretation.zone.startOfDay(window.to) > now }

    /// The instant a level is read at: the last one before the window's end, or now if the end is still to come.
    package var levelSeconds: Int64 { min(interpretation.zone.startOfDay(window.to) - 1, now) }

    @inline(__always)
    package func day(_ raw: Int64) -> CalendarDay {
        // After 1970, so that division rounds down.
        guard let fixedOffset, raw & 1 == 0, case let local = raw >> 1 &+ fixedOffset, (0..<Self.farFuture).contains(local) else {
            return interpretation.zone.day(Instant(rawValue: raw))
        }
        return CalendarDay(number: Int32(truncatingIfNeeded: local / 86_400))
    }

    private static let farFuture: Int64 = 86_400 << 30

    @inline(__always)
    package func seconds(_ raw: Int64) -> Int64 { raw & 1 == 0 ? raw >> 1 : interpretation.zone.seconds(Instant(rawValue: raw)) }

    /// Rows of the items that the options ask for.
    package func selected(_ items: ItemHistories) -> ItemSelection {
        isSelective ? ItemSelection((0..<Int32(items.count)).filter { isSelected(Int($0), items) }) : ItemSelection(count: items.count)
    }

    /// Rows of the selected items that are open or end in the span, or at the instant of the level: all that a measure of ends or
    /// levels has to look at. Complexity: O(items), a few nanoseconds each.
    package func candidates(_ items: ItemHistories) -> ItemSelection {
        guard let span else { return selected(items) }
        guard span.length > 0 else { return ItemSelection([]) }
        return selection(of: found?.alive ?? rows(items), items)
    }

    /// Rows of the selected items that are open at the instant of the level; perhaps a few more. Complexity: O(items).
    package func candidatesAtLevel(_ items: ItemHistories) -> ItemSelection {
        if let span, span.length == 0 { return ItemSelection([]) }
        let level = levelSeconds
        return selection(of: found?.atLevel ?? items.alive(level..<level + 1), items)
    }

    private func rows(_ items: ItemHistories) -> [Int32] { items.alive(reach) }

    /// Seconds since 1970 of the span and of the level.
    private var reach: Range<Int64> {
        let level = levelSeconds
        return min(nearSpan.lowerBound, level)..<max(nearSpan.upperBound, level + 1)
    }

    private func selection(of rows: [Int32], _ items: ItemHistories) -> ItemSelection {
        ItemSelection(isSelective ? rows.filter { isSelected(Int($0), items) } : rows)
    }

    private var isSelective: Bool { options.kinds != nil || options.types != nil }

    private func isSelected(_ item: Int, _ items: ItemHistories) -> Bool {
        (options.kinds?.contains(items.kind[item]) ?? true) && (options.types?.contains(items.type[item].lowercased()) ?? true)
    }

    /// Dates counted from first to last, both included, in the calendar asked for.
    package func days(from first: CalendarDay, through last: CalendarDay) -> Int {
        options.calendar == .working ? interpretation.calendar.days(from: first, through: last) : last - first + 1
    }

    /// What people may expect of the time an item takes: as asked for, else as configured.
    package var serviceLevel: ServiceLevel? { options.serviceLevel ?? interpretation.serviceLevel }

    /// The unit of dates counted, where a metric has no form in hours.
    package var dateUnit: MetricUnit { options.calendar == .working ? .workingDays : .days }

    /// The unit of a span of dates under these options.
    package var spanUnit: MetricUnit { options.isElapsed ? .hours : options.calendar == .working ? .workingDays : .days }
}

/// Rows of items: all of them, or those that were asked for.
package struct ItemSelection: RandomAccessCollection {
    private let rows: [Int32]?
    package let endIndex: Int

    init(count: Int) {
        rows = nil
        endIndex = count
    }

    init(_ rows: [Int32]) {
        self.rows = rows
        endIndex = rows.count
    }

    package var startIndex: Int { 0 }
    package subscript(position: Int) -> Int {
        guard let rows else { return position }
        return Int(rows[position])
    }
}
