package import HoneFacts

/// Observes a metric over the window of the context.
package func observe(_ metric: some Metric, _ histories: Histories, _ context: MeasureContext) -> Observation {
    observe(metric.definition, metric.measure(histories, context), histories, context)
}

/// Observes a measurement over a window; one measurement that is not a level serves every window.
package func observe(
    _ definition: MetricDefinition, _ measurement: Measurement, _ histories: Histories, _ context: MeasureContext
) -> Observation {
    switch measurement {
    case .unavailable(let reason):
        var observation = Observation(definition, unit: definition.unit, window: context.window)
        observation.unavailableReason = reason
        return observation
    case .rows(let rows):
        let inWindow = rows.positions(in: context.window)
        var observation = Observation(definition, unit: rows.unit, window: context.window)
        observation.summarise(rows, inWindow, context)
        for part in rows.parts {
            var partial = Observation(definition, unit: part.rows.unit, window: context.window)
            partial.summarise(part.rows, part.rows.positions(in: context.window), context)
            observation.parts.append(.init(name: part.name, observation: partial))
        }
        if let grouping = context.options.grouping {
            observation.parts = groups(rows, inWindow, by: grouping, histories, context).map { name, positions in
                var partial = Observation(definition, unit: rows.unit, window: context.window)
                partial.summarise(rows, positions, context)
                return .init(name: name, observation: partial)
            }
        }
        return observation
    }
}

/// Positions of the rows by group, named, in the order of the names.
private func groups(
    _ rows: MeasuredRows, _ positions: [Int], by grouping: MetricOptions.Grouping, _ histories: Histories, _ context: MeasureContext
) -> [(String, [Int])] {
    var groups: [String: [Int]] = [:]
    for position in positions {
        let name: String
        switch grouping {
        case .month: name = String(rows.endDay[position].description.prefix(7))
        case .iteration:
            let number = context.interpretation.iteration(of: rows.endDay[position])
            name = context.interpretation.firstDay(ofIteration: number).description
        case .kind: name = rows.subject == .items ? histories.items.kind[rows.index[position]].rawValue : "no work kind"
        case .stream:
            let stream = rows.subject == .items ? histories.items.stream[rows.index[position]] : ""
            name = stream.isEmpty ? "no stream" : stream
        }
        groups[name, default: []].append(position)
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}

extension MeasuredRows {
    /// Positions of the rows whose end event is in the window; for a level, all.
    package func positions(in window: Window) -> [Int] {
        summary.isLevel ? Array(0..<count) : (0..<count).filter { window.contains(endDay[$0]) }
    }
}
