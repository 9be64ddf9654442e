package import HoneFacts

/// A gate that stands at the end of a phase and was not opened yet.
///
/// Each state is a type, and a step is a method of the state that it starts from: what is not allowed cannot be written. There is no
/// way to a `ClosedGate` but through an `OpenGate`, so no gate closes without its evidence.
package struct PlannedGate: Sendable, Equatable {
    package let plannedOn: CalendarDay?

    package func opened(_ sheet: GateSheet) -> OpenGate { OpenGate(sheet: sheet) }

    package func skipped(_ reason: String) -> SkippedGate { SkippedGate(reason: reason) }

    package func moved(to day: CalendarDay) -> PlannedGate { PlannedGate(plannedOn: day) }

    /// Whether its day is over and nobody opened it or said why not.
    package func isLapsed(on day: CalendarDay) -> Bool { plannedOn.map { $0 < day } ?? false }
}

/// A gate whose evidence lies on the table.
package struct OpenGate: Sendable, Equatable {
    package let sheet: GateSheet

    fileprivate init(sheet: GateSheet) {
        self.sheet = sheet
    }

    /// With the evidence of a later day.
    package func reopened(_ sheet: GateSheet) -> OpenGate { OpenGate(sheet: sheet) }

    package func closed(_ closing: GateClosing) -> ClosedGate { ClosedGate(sheet: sheet, closing: closing) }
}

/// A gate that was decided.
package struct ClosedGate: Sendable, Equatable {
    package let sheet: GateSheet
    package let closing: GateClosing

    fileprivate init(sheet: GateSheet, closing: GateClosing) {
        (self.sheet, self.closing) = (sheet, closing)
    }

    /// What was told to wait may come again; what went on does not come back. Nil for the latter.
    package func reopened(_ sheet: GateSheet) -> OpenGate? { closing.outcome == .noGo ? OpenGate(sheet: sheet) : nil }

    /// The day on which it comes again; nil for what went on.
    package func moved(to day: CalendarDay) -> PlannedGate? { closing.outcome == .noGo ? PlannedGate(plannedOn: day) : nil }
}

/// A gate that was left out on purpose.
package struct SkippedGate: Sendable, Equatable {
    package let reason: String

    fileprivate init(reason: String) {
        self.reason = reason
    }
}
