package import HoneFacts

/// Observes a metric over the window of the context.
package func observe(_ metric: some Metric, _ histories: Histories, _ context: MeasureContext) -> Observation {
    guard !metric.definition.isCumulative else { return observe(cumulative: metric, histories, context) }
    let measurement = metric.measure(histories, context.span == context.window ? context : context.over(context.window))
    var observation = observe(metric.definition, measurement, histories, context)
    guard let grouping = context.options.grouping, observation.isAvailable, case .rows(let rows) = measurement, rows.summary.isLevel
    else { return observation }
    guard let period = Period(grouping) else {
        if case .whole = rows.summary { observation.parts = parts(of: metric, observation.parts, histories, context) }
        return observation
    }
    // A level belongs to one instant: each period is measured at its own end.
    observation.parts = period.windows(in: context.window, context.interpretation).map { name, window, isPartial in
        let inner = context.ungrouped(window)
        var part = observe(metric.definition, metric.measure(histories, inner.over(window)), histories, inner)
        part.parts = []
        part.isPartial = isPartial
        part.isNotOver = inner.isNotOver
        return .init(name: name, observation: part)
    }
    return observation
}

/// A metric that counts all up to the end of its window, and so of each period: measured once.
private func observe(cumulative metric: some Metric, _ histories: Histories, _ asked: MeasureContext) -> Observation {
    let whole = asked.fromTheBeginning
    let measurement = metric.measure(histories, whole.over(whole.window))
    func observed(_ asked: MeasureContext) -> Observation {
        var observation = observe(metric.definition, measurement, histories, asked.fromTheBeginning)
        observation.stand(for: asked)
        guard case .rows(let rows) = measurement, observation.isAvailable else { return observation }
        observation.unread = UnreadDays(histories, rows.subject, asked.window, asked.interpretation, now: asked.now)
        guard let unread = observation.unread, unread.isMost else { return observation }
        var unknown = Observation(metric.definition, unit: observation.unit, window: asked.window)
        (unknown.options, unknown.unread, unknown.isNotOver) = (asked.options, unread, observation.isNotOver)
        unknown.unavailableReason = unread.sentence
        return unknown
    }
    var observation = observed(asked)
    if let period = asked.options.grouping.flatMap({ Period($0) }), observation.isAvailable {
        observation.parts = period.windows(in: asked.window, asked.interpretation).map { name, window, isPartial in
            var part = observed(asked.ungrouped(window))
            (part.parts, part.isPartial) = ([], isPartial)
            return .init(name: name, observation: part)
        }
    }
    return observation
}

extension MeasureContext {
    /// The same end, and all that was before it; periods are looked at one by one.
    package var fromTheBeginning: MeasureContext {
        var options = options
        if options.grouping.flatMap({ Period($0) }) != nil { options.grouping = nil }
        let all = Window(from: min(window.from, CalendarDay(number: 0)), to: window.to)
        return MeasureContext(interpretation: interpretation, window: all, options: options, now: now)
    }

    /// The same question of one period.
    fileprivate func ungrouped(_ window: Window) -> MeasureContext {
        var options = options
        options.grouping = nil
        return MeasureContext(interpretation: interpretation, window: window, options: options, now: now)
    }
}

extension Observation {
    /// Told for the days that were asked for, whatever it was counted over.
    fileprivate mutating func stand(for asked: MeasureContext) {
        (window, options) = (asked.window, asked.options)
        for index in parts.indices { parts[index].observation.stand(for: asked) }
    }
}

/// The parts of a value of all histories together, of which rows have no share: each kind is measured by itself, and streams are not.
private func parts(
    of metric: some Metric, _ parts: [Observation.Part], _ histories: Histories, _ context: MeasureContext
) -> [Observation.Part] {
    guard context.options.grouping == .kind else { return [] }
    return parts.compactMap { part in
        guard let kind = WorkKind(rawValue: part.name) else { return nil }
        var options = context.options
        (options.grouping, options.kinds) = (nil, [kind])
        var alone = observe(
            metric, histories,
            MeasureContext(interpretation: context.interpretation, window: context.window, options: options, now: context.now))
        alone.parts = []
        return .init(name: part.name, observation: alone)
    }
}

/// Observes a measurement over a window; one measurement that is not a level serves every window.
package func observe(
    _ definition: MetricDefinition, _ measurement: Measurement, _ histories: Histories, _ context: MeasureContext
) -> Observation {
    var observation = Observation(definition, unit: definition.unit, window: context.window)
    observation.options = context.options
    observation.isNotOver = context.isNotOver
    guard case .rows(let rows) = measurement else {
        if case .unavailable(let reason) = measurement { observation.unavailableReason = reason }
        return observation
    }
    observation.unit = rows.unit
    if rows.subject != .items, rows.subject != .planLines, rows.subject != .planWork,
        context.options.kinds != nil || context.options.types != nil
    {
        observation.unavailableReason = "Commits, files and releases carry no work kind and no type, so they cannot be chosen by one."
        return observation
    }
    func unread(_ window: Window) -> UnreadDays? {
        UnreadDays(histories, rows.subject, window, context.interpretation, now: context.now)
    }
    let period = context.options.grouping.flatMap { Period($0) }
    observation.unread = unread(context.window)
    // A level belongs to the last instant of its window.
    if let unread = observation.unread, unread.isMost || rows.summary.isLevel && unread.isTooMany {
        observation.unavailableReason = unread.sentence
        // Some of the periods of a window may be known.
        guard period != nil else { return observation }
    } else {
        observation.summarise(rows, rows.positions(in: context.window), context)
    }
    func part(_ name: String, _ rows: MeasuredRows, _ positions: [Int], window: Window, isPartial: Bool = false) -> Observation.Part {
        let inner = MeasureContext(
            interpretation: context.interpretation, window: window, options: context.options, now: context.now)
        var partial = Observation(definition, unit: rows.unit, window: window)
        partial.unread = unread(window)
        if let unread = partial.unread, unread.isMost {
            partial.unavailableReason = unread.sentence
        } else {
            partial.summarise(rows, positions, inner)
        }
        (partial.isPartial, partial.isNotOver) = (isPartial, inner.isNotOver)
        return .init(name: name, observation: partial)
    }
    guard let grouping = context.options.grouping else {
        observation.parts = rows.parts.map { part($0.name, $0.rows, $0.rows.positions(in: context.window), window: context.window) }
        return observation
    }
    if let period {
        guard !rows.summary.isLevel else { return observation }
        let windows = period.windows(in: context.window, context.interpretation)
        observation.parts = zip(windows, rows.positions(inEachOf: windows.map(\.window))).map { period, positions in
            part(period.name, rows, positions, window: period.window, isPartial: period.isPartial)
        }
        return observation
    }
    var groups: [String: [Int]] = [:]
    for position in rows.positions(in: context.window) {
        groups[rows.group(position, isKind: grouping == .kind, histories), default: []].append(position)
    }
    observation.parts = groups.sorted { $0.key < $1.key }.map { part($0.key, rows, $0.value, window: context.window) }
    return observation
}

/// How many histories a metric looks at over the window of the context, why some have no value, and their oddities: what an
/// observation says, but for its parts and, where no oddity shows in it, its value.
package func count(_ metric: some Metric, _ histories: Histories, _ context: MeasureContext) -> Observation {
    var observation = Observation(metric.definition, unit: metric.definition.unit, window: context.window)
    let context = metric.definition.isCumulative ? context.fromTheBeginning : context
    switch metric.measure(histories, context.span == context.window ? context : context.over(context.window)) {
    case .unavailable(let reason): observation.unavailableReason = reason
    case .rows(let rows):
        let positions = rows.positions(in: context.window)
        if rows.summary.isMarked { observation.summarise(rows, positions, context) } else { observation.count(rows, positions) }
    }
    return observation
}

/// Observes rows at some positions, without parts.
package func observe(
    _ definition: MetricDefinition, _ rows: MeasuredRows, at positions: [Int], _ context: MeasureContext
) -> Observation {
    var observation = Observation(definition, unit: rows.unit, window: context.window)
    observation.options = context.options
    observation.summarise(rows, positions, context)
    return observation
}

/// Observes a measurement that is no level over windows of which none meets another, all at once: without parts.
///
/// - Complexity: O(rows + days of the windows) besides the summaries.
package func observe(
    _ definition: MetricDefinition, _ rows: MeasuredRows, over windows: [Window], _ context: MeasureContext
) -> [Observation] {
    zip(windows, rows.positions(inEachOf: windows)).map { window, positions in
        observe(
            definition, rows, at: positions,
            MeasureContext(interpretation: context.interpretation, window: window, options: context.options, now: context.now))
    }
}

extension MeasuredRows {
    /// The positions of rows that are no level, by the window of their end event; no window meets another.
    /// - Complexity: O(rows + days).
    package func positions(inEachOf windows: [Window]) -> PositionsByWindow {
        guard let first = windows.map(\.from.number).min(), let last = windows.map(\.to.number).max() else { return PositionsByWindow() }
        var windowOfDay = [Int](repeating: -1, count: Int(last - first))
        for (number, window) in windows.enumerated() {
            for day in window.from.number..<window.to.number { windowOfDay[Int(day - first)] = number }
        }
        return PositionsByWindow(windowCount: windows.count, rowCount: count) { row in
            let day = endDay[row].number
            return day >= first && day < last ? windowOfDay[Int(day - first)] : -1
        }
    }

    /// Positions of the rows whose end event is in the window; for a level, all.
    package func positions(in window: Window) -> [Int] {
        guard !summary.isLevel else { return Array(0..<count) }
        let days = window.from.number..<window.to.number
        return endDay.indices.filter { days.contains(endDay[$0].number) }
    }

    /// Name of the work kind or the stream that a row belongs to.
    fileprivate func group(_ position: Int, isKind: Bool, _ histories: Histories) -> String {
        let row = Int(index[position])
        let stream: String
        switch subject {
        case .items:
            if isKind { return histories.items.kind[row].rawValue }
            stream = histories.items.stream[row]
        case .deployments: stream = histories.deployments.service[row]
        case .incidents: stream = histories.incidents.service[row]
        default: stream = ""
        }
        if isKind { return "no work kind" }
        return stream.isEmpty ? "no stream" : stream
    }
}
