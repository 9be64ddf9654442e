package import HoneFacts

/// A product goal: an outcome, not an activity.
package struct Goal: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Keep it running.
        case run
        /// Make it better.
        case improve
        /// Move it toward the long-term vision.
        case vision
    }

    /// Id of the decision that added it; the same in every store, which its number need not be.
    package var id = ""
    /// 1 is the first goal ever added.
    package var number: Int
    package var kind: Kind
    package var outcome: String
    package var addedAt: Int64
    /// The number of the product that it is about, where somebody said which.
    package var measure: GoalMeasure? = nil
    package fileprivate(set) var state = GoalState.open(OpenGoal())

    /// Whether a decision about it is a step from where it stands.
    package func allows(_ decision: Decision) -> Bool { state.after(decision) != nil }
}

/// A recorded choice to have no process KPI, with its reason and its end.
package struct NotAKPI: Sendable, Equatable {
    /// The metric it speaks of; empty means process KPIs as such.
    package var metric: String
    package var reason: String
    package var until: CalendarDay
    package var decidedAt: Int64

    package func isInForce(on day: CalendarDay) -> Bool { day < until }
}

/// What the decisions add up to.
package struct Agreements: Sendable {
    /// All that were ever added; `currentGoals` are those that were not given up.
    package private(set) var goals: [Goal] = []
    package private(set) var notKPIs: [NotAKPI] = []
    /// Whether the capability section of the page is empty on purpose.
    package private(set) var capability = CapabilityChoice()
    /// Improvements that were ever noted, and ceremonies held.
    package private(set) var record = ImprovementRecord()
    /// What the person who decides was asked, and what they answered.
    package private(set) var briefs = BriefRecord()
    /// KPIs that were ever proposed, and who may agree to them.
    package private(set) var kpiRecord = KPIRecord()
    /// Health checks, with what may be seen of them.
    package private(set) var healthRecord = HealthRecord()
    /// What is kept for improvement work, since when, and when it went elsewhere.
    package private(set) var reserveRecord = ReserveRecord()
    /// When data of people was asked for, by what role, and what for.
    package private(set) var peopleDataQuestions: [PeopleDataQuestion] = []
    /// Baselines of the plan of a phased product, and its gates.
    package private(set) var plan = PlanRecord()
    package private(set) var gates = GateRecord()
    /// Ids of decisions that say what was not possible then, such as an agreement to something that had ended: they change nothing.
    package private(set) var setAside: [String] = []

    package var currentGoals: [Goal] { goals.filter { !$0.isDropped } }

    package var kpis: [KPI] { kpiRecord.kpis }

    package var improvements: [Improvement] { record.improvements }

    /// Notes that wait for an answer on a day, those of ceremonies aside: their ages stand with the ceremonies. One that was parked waits
    /// again after its day, wherever it came from.
    package func unanswered(on day: CalendarDay) -> [Improvement] {
        improvements.filter { improvement in
            let wasParked = if case .parked = improvement.state { true } else { false }
            return (improvement.listing == nil || wasParked) && improvement.isUnanswered(on: day)
        }
    }

    /// - Parameter decisions: in their order; one without an id has its place as one.
    package init(_ decisions: [Decision]) {
        for (place, decision) in decisions.enumerated() {
            let id = decision.id.isEmpty ? "\(place + 1)" : decision.id
            switch decision.verb {
            case .addGoal:
                guard let kind = Goal.Kind(rawValue: decision.subject) else {
                    setAside.append(id)
                    continue
                }
                goals.append(Goal(id: id, number: goals.count + 1, kind: kind, outcome: decision.text, addedAt: decision.decidedAt))
            case .measureGoal:
                let measure = GoalMeasure(decision)
                guard let place = goals.firstIndex(where: { $0.id == decision.subject && !$0.isDropped }),
                    measure != nil || decision.text.isEmpty
                else {
                    setAside.append(id)
                    continue
                }
                goals[place].measure = measure
            case .meetGoal, .reopenGoal, .dropGoal:
                guard let place = goals.firstIndex(where: { $0.id == decision.subject }), let next = goals[place].state.after(decision)
                else {
                    setAside.append(id)
                    continue
                }
                goals[place].state = next
            case .notAKPI:
                guard let until = decision.until else {
                    setAside.append(id)
                    continue
                }
                notKPIs.append(
                    NotAKPI(metric: decision.subject, reason: decision.reason, until: until, decidedAt: decision.decidedAt))
            case .leaveCapabilityEmpty, .showCapability:
                if !capability.take(decision) { setAside.append(id) }
            case .openCeremony, .holdCeremony, .skipCeremony, .note, .noteImprovement, .carryImprovement, .finishImprovement,
                .dropImprovement, .shapeImprovement,
                .commitImprovement, .commitSmall, .reviseImprovement, .putInForce, .decideImprovement, .decline, .park, .escalate,
                .linkStory:
                if !record.take(decision, id: id) { setAside.append(id) }
            case .askBrief, .answerBrief:
                let improvement = record.improvement(id: decision.subject)
                // Nothing is asked for what is over; what was asked before that may still be answered.
                let fits = decision.verb == .askBrief ? improvement?.isOpen ?? false : improvement != nil
                if !fits || !briefs.take(decision, improvement) { setAside.append(id) }
            case .proposeKPI, .agree, .object, .resolve, .ratify, .reviseKPI, .retireKPI, .rejectKPI, .watchKPI, .join, .leave:
                if !kpiRecord.take(decision, id: id) { setAside.append(id) }
            case .openHealthCheck, .closeHealthCheck:
                if !healthRecord.take(decision) { setAside.append(id) }
            case .setReserve, .raidReserve:
                if !reserveRecord.take(decision) { setAside.append(id) }
            case .askedForPeopleData:
                guard let question = PeopleDataQuestion(decision) else {
                    setAside.append(id)
                    continue
                }
                peopleDataQuestions.append(question)
            case .setBaseline, .rebaseline:
                if !plan.take(decision, id: id) { setAside.append(id) }
            case .addGate, .moveGate, .openGate, .closeGate, .skipGate:
                guard gates.take(decision, id: id) else {
                    setAside.append(id)
                    continue
                }
                if decision.verb == .closeGate { noteOutcome(of: decision, id: id) }
                if decision.verb == .skipGate { noteSkipping(of: decision, id: id) }
            case .merge: break
            }
        }
    }

    /// A closed gate is a ceremony that was held, and each condition it sets waits for an answer like any other note.
    private mutating func noteOutcome(of decision: Decision, id: String) {
        guard let gate = gates.gate(id: decision.subject), let closing = gate.closings.last else { return }
        let held = Ceremony(.gate, heldOn: closing.closedOn)
        _ = record.take(Decision(.holdCeremony, decidedAt: decision.decidedAt, subject: held.subject), id: id)
        for (place, condition) in closing.conditions.enumerated() {
            let text = GateClosing.note(condition, ofGate: gate.number)
            _ = record.take(Decision(.note, decidedAt: decision.decidedAt, text: text), id: "\(id) condition \(place + 1)")
        }
    }

    /// A gate that was skipped is a ceremony that was left out on purpose, on the day it was planned for.
    private mutating func noteSkipping(of decision: Decision, id: String) {
        guard let gate = gates.gate(id: decision.subject), let day = gate.plannedOn ?? decision.until else { return }
        let left = Ceremony(.gate, heldOn: day)
        _ = record.take(
            Decision(.skipCeremony, decidedAt: decision.decidedAt, role: decision.role, subject: left.subject, reason: decision.reason),
            id: id)
    }

    /// KPIs that hold on a day: agreed, and not expired.
    package func kpisInForce(on day: CalendarDay) -> [KPI] { kpis.filter { $0.active.map { $0.standing(on: day) != .expired } ?? false } }

    /// Metrics that are watched by a decision which holds on a day.
    package func watched(on day: CalendarDay) -> [WatchedKPI] { kpis.compactMap(\.watched).filter { day < $0.until } }

    package func goal(id: String) -> Goal? { goals.first { $0.id == id } }

    package func notKPIsInForce(on day: CalendarDay) -> [NotAKPI] { notKPIs.filter { $0.isInForce(on: day) } }
}
