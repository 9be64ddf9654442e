package import HoneFacts

/// The evidence of a gate: its criteria, each with what was read on the day it was opened.
package struct GateSheet: Sendable, Equatable {
    package let openedOn: CalendarDay
    /// The days that the numbers stand for.
    package let window: Window
    package let readings: [GateReading]

    package init(openedOn: CalendarDay, window: Window, readings: [GateReading]) {
        (self.openedOn, self.window, self.readings) = (openedOn, window, readings)
    }

    package func count(_ verdict: GateReading.Verdict) -> Int { readings.count { $0.verdict == verdict } }

    package var isMet: Bool { count(.met) == readings.count }

    /// `2 of 3 criteria met, 1 cannot be told`.
    package var sentence: String {
        let parts = [GateReading.Verdict.notMet, .unknown].filter { count($0) > 0 }.map { "\(count($0)) \($0.words)" }
        return (["\(count(.met)) of \(readings.count) criteria met"] + parts).joined(separator: ", ")
    }

    /// As a decision holds it.
    package var details: [String: String] {
        var details = ["from": window.from.description, "to": window.to.description]
        for (place, reading) in readings.enumerated() {
            details["read \(place + 1)"] = reading.recorded
            if !reading.why.isEmpty { details["why \(place + 1)"] = reading.why }
        }
        return details
    }

    /// Nil where a criterion has no reading.
    init?(_ details: [String: String], openedOn: CalendarDay, criteria: [GateCriterion]) {
        guard let from = details["from"].flatMap({ CalendarDay(iso: $0) }), let to = details["to"].flatMap({ CalendarDay(iso: $0) }) else {
            return nil
        }
        let readings = criteria.enumerated().compactMap { place, criterion in
            details["read \(place + 1)"].flatMap { GateReading(criterion, recorded: $0, why: details["why \(place + 1)"] ?? "") }
        }
        guard readings.count == criteria.count else { return nil }
        self.init(openedOn: openedOn, window: Window(from: from, to: to), readings: readings)
    }
}
