package import HoneFacts

/// The steps of an improvement, each state a type: a step is a method of the state that it starts from, and a state has no other way
/// to come about. What is not allowed cannot be written.
///
/// An improvement that nobody has begun can be turned down, put off or handed on.
package protocol EarlyImprovement: Sendable {
    /// What was said of it so far, which whoever has to answer still needs.
    var known: KnownOfImprovement { get }
}

/// Its shape and the terms that were frozen last, as far as there are any.
package struct KnownOfImprovement: Sendable, Equatable {
    package var shape: ImprovementShape? = nil
    package var terms: ImprovementTerms? = nil
}

extension EarlyImprovement {
    /// Nil without a reason: nothing noted disappears without one.
    package func declined(_ reason: String, at instant: Int64) -> DeclinedImprovement? {
        reason.isEmpty ? nil : DeclinedImprovement(reason: reason, on: nil, recordedAt: instant)
    }

    package func parked(_ reason: String, until: CalendarDay) -> ParkedImprovement? {
        reason.isEmpty ? nil : ParkedImprovement(reason: reason, until: until, known: known)
    }

    /// - Parameter role: who can answer it: a role, never a person.
    package func escalated(to role: String, _ reason: String) -> EscalatedImprovement? {
        reason.isEmpty || role.isEmpty ? nil : EscalatedImprovement(reason: reason, role: role, known: known)
    }
}

/// Something that can be given a shape: what hurts, where, and what it would take.
package protocol ShapeableImprovement: EarlyImprovement {}

extension ShapeableImprovement {
    package func shaped(_ shape: ImprovementShape) -> ShapedImprovement { ShapedImprovement(shape: shape) }

    /// A change of at most a day is done without a hypothesis, and so without an effect. Nil for a larger one.
    package func committedAsSmall(_ shape: ImprovementShape) -> SmallImprovement? {
        guard let hours = shape.costHours, hours <= SmallImprovement.mostHours else { return nil }
        return SmallImprovement(shape: shape)
    }
}

/// A sentence that somebody wrote down, and nothing else yet.
package struct NotedImprovement: ShapeableImprovement, Equatable {
    package init() {}

    package var known: KnownOfImprovement { KnownOfImprovement() }
}

/// What it is about is said; nobody has promised to do it.
package struct ShapedImprovement: ShapeableImprovement, Equatable {
    package let shape: ImprovementShape

    fileprivate init(shape: ImprovementShape) { self.shape = shape }

    package var known: KnownOfImprovement { KnownOfImprovement(shape: shape) }

    package func committed(_ terms: ImprovementTerms, at instant: Int64) -> CommittedImprovement {
        CommittedImprovement(shape: shape, versions: [.init(terms: terms, frozenAt: instant)])
    }
}

/// Promised, with a hypothesis that is frozen: other terms are another version, and every version stays readable.
package struct CommittedImprovement: EarlyImprovement, Equatable {
    package struct Version: Sendable, Equatable {
        package let terms: ImprovementTerms
        package let frozenAt: Int64
    }

    package let shape: ImprovementShape
    /// Oldest first, never empty.
    package let versions: [Version]
    package var terms: ImprovementTerms { versions[versions.count - 1].terms }
    package var known: KnownOfImprovement { KnownOfImprovement(shape: shape, terms: terms) }

    fileprivate init(shape: ImprovementShape, versions: [Version]) { (self.shape, self.versions) = (shape, versions) }

    package func revised(_ terms: ImprovementTerms, at instant: Int64) -> CommittedImprovement {
        CommittedImprovement(shape: shape, versions: versions + [.init(terms: terms, frozenAt: instant)])
    }

    /// - Parameter day: since when people work in the new way.
    package func inForce(on day: CalendarDay) -> InForceImprovement { InForceImprovement(committed: self, since: day) }
}

/// People work in the new way, and its windows run. There is no way back to other terms.
package struct InForceImprovement: Sendable, Equatable {
    package let committed: CommittedImprovement
    package let since: CalendarDay
    package var terms: ImprovementTerms { committed.terms }

    fileprivate init(committed: CommittedImprovement, since: CalendarDay) { (self.committed, self.since) = (committed, since) }

    /// Whether the terms were frozen when weeks of the new way could be seen already, so that they may fit what was seen.
    package func isInHindsight(_ zone: ZoneTable) -> Bool {
        zone.day(atSeconds: committed.versions[committed.versions.count - 1].frozenAt).week > since.week
    }

    /// Nil without a reason, and for an answer other than unmeasured where no look was due yet.
    package func decided(_ answer: ImprovementAnswer, _ given: DecidedImprovement.Grounds) -> DecidedImprovement? {
        guard !given.reason.isEmpty, answer == .unmeasured || given.effect != nil else { return nil }
        return DecidedImprovement(answer: answer, grounds: given, inForce: self, shape: committed.shape)
    }
}

/// A change of at most a day, promised without a hypothesis.
package struct SmallImprovement: EarlyImprovement, Equatable {
    /// A working day.
    package static let mostHours = 8.0

    package let shape: ImprovementShape

    fileprivate init(shape: ImprovementShape) { self.shape = shape }

    package var known: KnownOfImprovement { KnownOfImprovement(shape: shape) }

    package func inForce(on day: CalendarDay) -> SmallImprovementInForce { SmallImprovementInForce(shape: shape, since: day) }
}

/// A small change that people work with. Nothing was agreed to measure, so the only answer is unmeasured.
package struct SmallImprovementInForce: Sendable, Equatable {
    package let shape: ImprovementShape
    package let since: CalendarDay

    fileprivate init(shape: ImprovementShape, since: CalendarDay) { (self.shape, self.since) = (shape, since) }

    package func unmeasured(_ given: DecidedImprovement.Grounds) -> DecidedImprovement? {
        given.reason.isEmpty ? nil : DecidedImprovement(answer: .unmeasured, grounds: given, inForce: nil, shape: shape)
    }
}

/// What people decided about an improvement that was in force.
package struct DecidedImprovement: Sendable, Equatable {
    package struct Grounds: Sendable, Equatable {
        package let reason: String
        /// The machine's result as it stood then; it is never the decision.
        package let effect: RecordedEffect?
        /// What the team learned; may be empty.
        package let learned: String
        package let costHours: Double?
        package let decidedAt: Int64

        package init(reason: String, effect: RecordedEffect?, learned: String, costHours: Double?, decidedAt: Int64) {
            (self.reason, self.effect, self.learned) = (reason, effect, learned)
            (self.costHours, self.decidedAt) = (costHours, decidedAt)
        }
    }

    package let answer: ImprovementAnswer
    package let grounds: Grounds
    /// Nil for a small change, which has no terms.
    package let inForce: InForceImprovement?
    package let shape: ImprovementShape

    fileprivate init(answer: ImprovementAnswer, grounds: Grounds, inForce: InForceImprovement?, shape: ImprovementShape) {
        (self.answer, self.grounds, self.inForce, self.shape) = (answer, grounds, inForce, shape)
    }
}

/// People's answer to an effect. For a product experiment keep, adapt and drop are called persevere, pivot and stop.
package enum ImprovementAnswer: String, Sendable, CaseIterable {
    case keep, adapt, drop, unmeasured
}

/// Turned down.
package struct DeclinedImprovement: Sendable, Equatable {
    /// Empty only where the notes of a ceremony give none.
    package let reason: String
    /// Nil where nobody says when.
    package let on: CalendarDay?
    /// Seconds since 1970.
    package let recordedAt: Int64
}

/// Put off until a day, from which on it waits for an answer again.
package struct ParkedImprovement: ShapeableImprovement, Equatable {
    package let reason: String
    package let until: CalendarDay
    package let known: KnownOfImprovement
}

/// Handed to a role that can answer it.
package struct EscalatedImprovement: ShapeableImprovement, Equatable {
    package let reason: String
    package let role: String
    package let known: KnownOfImprovement
}

/// Somebody says that it is done; nothing was agreed to measure, as with the notes of a ceremony.
package struct DoneImprovement: Sendable, Equatable {
    /// Nil where nobody says when.
    package let on: CalendarDay?
    /// When that was recorded, in seconds since 1970: the latest instant at which it can have happened.
    package let recordedAt: Int64
}
