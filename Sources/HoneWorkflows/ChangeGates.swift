package import HoneFacts
package import HoneLoop
import HoneMetrics

/// The steps of a gate: added to a phase, moved to another day, opened with its evidence, closed with an outcome, or skipped on purpose.
///
/// What is recorded always fits: the same code decides here and when the log is read again.
package struct ChangeGates: Sendable {
    let log: any DecisionLog
    let product: Product
    let interpretation: Interpretation
    /// Seconds since 1970.
    let now: Int64

    package init(log: any DecisionLog, product: Product, interpretation: Interpretation, now: Int64) {
        (self.log, self.product, self.interpretation, self.now) = (log, product, interpretation, now)
    }

    package var today: CalendarDay { interpretation.zone.day(atSeconds: now) }

    /// The 12 weeks that end today.
    package var usualWindow: Window { .last(84, until: today) }

    package func agreements() async throws -> Agreements { Agreements(try await log.decisions()) }

    /// - Parameters:
    ///   - phase: one of those that the plan or hone.yaml names, where they name any.
    ///   - name: nil is the phase's own.
    ///   - criteria: as `GateCriterion` reads them.
    package func add(
        phase: String, name: String?, criteria: [String], plannedOn: CalendarDay?, role: String, in evidence: Evidence
    ) async throws -> Gate {
        try refuseElsewhere()
        func names(_ agreements: Agreements) -> [String] {
            PhasedBuilder(evidence.histories, interpretation, agreements, asOf: today, now: now).names
        }
        let phase = names(evidence.agreements).first { PhasedBuilder.isSame($0, phase) } ?? phase
        // A gate before this one names no phase that others have to be of.
        let known = names(Agreements([]))
        guard known.isEmpty || known.contains(phase) else {
            throw Refusal(["There is no phase '\(phase)'. The plan and hone.yaml know: \(known.joined(separator: ", "))."])
        }
        guard !criteria.isEmpty else {
            throw Refusal([
                "--criterion says what must be so, such as \"defect-removal-effectiveness >= 85 %\"; it may be given more than once."
            ])
        }
        let read = try criteria.map { try GateCriterion($0) }
        let decision = Decision(
            .addGate, decidedAt: now, role: role, subject: phase, text: name ?? "\(phase) gate", until: plannedOn,
            details: Gate.details(read))
        let earlier = Set(try await agreements().gates.gates.map(\.id))
        try await log.take(decision)
        // The log has one order everywhere, in which what was just recorded need not be the last.
        let found = try await agreements().gates.gates.last { gate in
            !earlier.contains(gate.id) && gate.phase == decision.subject && gate.name == decision.text && gate.criteria == read
        }
        guard let found else { throw Refusal(["The gate was not taken."]) }
        return found
    }

    /// Lays out the evidence: each criterion against its metric over a window.
    ///
    /// - Parameter window: nil is the usual one.
    package func open(_ number: Int, window: Window?, role: String, in evidence: Evidence) async throws -> Gate {
        try refuseElsewhere()
        let gate = try await found(number)
        let window = window ?? usualWindow
        let show = ShowMetric(evidence)
        let readings = gate.criteria.map { criterion in
            GateReading(
                criterion,
                Catalogue.metric(criterion.metric).map {
                    show.observation($0, window: window, options: MetricOptions(), withRows: false).observation
                })
        }
        let sheet = GateSheet(openedOn: today, window: window, readings: readings)
        return try await take(
            Decision(.openGate, decidedAt: now, role: role, subject: gate.id, until: today, details: sheet.details), gate)
    }

    package func close(_ number: Int, _ closing: GateClosing) async throws -> Gate {
        try refuseElsewhere()
        let gate = try await found(number)
        return try await take(
            Decision(
                .closeGate, decidedAt: now, role: closing.role, subject: gate.id, text: closing.outcome.rawValue, reason: closing.reason,
                until: closing.closedOn, details: closing.details), gate)
    }

    package func skip(_ number: Int, role: String, reason: String) async throws -> Gate {
        let gate = try await found(number)
        return try await take(Decision(.skipGate, decidedAt: now, role: role, subject: gate.id, reason: reason, until: today), gate)
    }

    /// What was planned first stays in the log and in the words of the gate.
    package func move(_ number: Int, to day: CalendarDay, role: String, reason: String) async throws -> Gate {
        let gate = try await found(number)
        if day < today { throw Refusal(["--on is \(day), which is over."]) }
        if gate.plannedOn == day { throw Refusal(["Gate \(number) (\(gate.name)) is planned for \(day) already."]) }
        return try await take(Decision(.moveGate, decidedAt: now, role: role, subject: gate.id, reason: reason, until: day), gate)
    }

    package func found(_ number: Int) async throws -> Gate {
        if let gate = try await agreements().gates.gates.first(where: { $0.number == number }) { return gate }
        throw Refusal(["There is no gate \(number); hone gate list shows them all."])
    }

    private func refuseElsewhere() throws(Refusal) {
        if let reason = product.lifeCycle(on: today).reasonAgainstPlans { throw Refusal([reason]) }
    }

    private func take(_ decision: Decision, _ gate: Gate) async throws -> Gate {
        try await log.take([decision]) {
            var record = $0.gates
            guard record.take(decision, id: "") else { throw Self.refusal(record.gate(id: gate.id) ?? gate, decision.verb) }
        }
        return try await agreements().gates.gate(id: gate.id) ?? gate
    }

    /// Why a step is none in this state.
    private static func refusal(_ gate: Gate, _ verb: Decision.Verb) -> Refusal {
        let name = "Gate \(gate.number) (\(gate.name))"
        switch (gate.state, verb) {
        case (.planned, .closeGate):
            return Refusal(["\(name) was not opened yet, so nobody has seen its evidence: hone gate open \(gate.number)"])
        case (.open, .moveGate):
            return Refusal([
                "\(name) is open, so it is not moved any longer: hone gate close \(gate.number) --outcome no-go, then hone gate move \(gate.number), says when it comes again"
            ])
        case (.open, .skipGate):
            return Refusal(["\(name) is open, so it is not skipped any longer: hone gate close \(gate.number)"])
        case (.closed(let closed), .openGate), (.closed(let closed), .moveGate):
            return Refusal([
                "\(name) was closed with \(closed.closing.outcome.rawValue). Only a no-go comes again; add another gate."
            ])
        case (.closed, _): return Refusal(["\(name) is closed. What was decided stays: hone gate show \(gate.number)"])
        case (.skipped, _): return Refusal(["\(name) was skipped on purpose. Add another one: hone gate add \"\(gate.phase)\""])
        default: return Refusal(["\(name) cannot take this step from where it stands: hone gate show \(gate.number)"])
        }
    }
}
