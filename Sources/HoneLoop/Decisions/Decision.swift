package import HoneFacts

/// What people said. Append-only: a decision is never edited, a later one answers it.
package struct Decision: Sendable, Equatable {
    package enum Verb: String, CaseIterable, Sendable {
        case addGoal = "add-goal"
        /// The goal `subject` is about the measure of the product that `text` names; without a name, about none any longer.
        case measureGoal = "measure-goal"
        /// The goal `subject` is met, was met and no longer is, or is given up; `reason` says why.
        case meetGoal = "meet-goal"
        case reopenGoal = "reopen-goal"
        case dropGoal = "drop-goal"
        case note
        case notAKPI = "not-a-kpi"
        /// The capability section of the page is empty on purpose, until the day `until`; `reason` says why.
        case leaveCapabilityEmpty = "leave-capability-empty"
        /// That is taken back; `reason` says why.
        case showCapability = "show-capability"
        /// A ceremony was held: `subject` is its kind and day.
        case holdCeremony = "hold-ceremony"
        /// A ceremony begins: `subject` is its kind and day.
        case openCeremony = "open-ceremony"
        /// A ceremony is left out on purpose, `reason` says why: `subject` is its kind and day.
        case skipCeremony = "skip-ceremony"
        /// A ceremony found an improvement: `subject` is its id, `text` its title, `until` the day it is due.
        case noteImprovement = "note-improvement"
        /// Another ceremony, on the day `until`, listed it again; `text` is `open` where it said that it is not done.
        case carryImprovement = "carry-improvement"
        /// It was done, on the day `until` where somebody says when.
        case finishImprovement = "finish-improvement"
        /// It will not be done: `reason` says why, `until` since when, where somebody says so.
        case dropImprovement = "drop-improvement"
        /// What the improvement `subject` is about: `details` are its shape.
        case shapeImprovement = "shape-improvement"
        /// The improvement `subject` is promised: `details` are its terms, frozen from now on.
        case commitImprovement = "commit-improvement"
        /// The improvement `subject` takes at most a day and is promised without a hypothesis; `details` are its shape.
        case commitSmall = "commit-small-improvement"
        /// Other terms for a promised improvement that is not in force: another version.
        case reviseImprovement = "revise-improvement"
        /// People work in the new way since the day `until`.
        case putInForce = "put-in-force"
        /// `text` is keep, adapt, drop or unmeasured; `details` hold the effect as it stood then, and what was learned.
        case decideImprovement = "decide-improvement"
        case decline
        /// Put off until the day `until`.
        case park
        /// Handed to the role `text`.
        case escalate
        /// The work item of the improvement `subject` is `text`; empty where there is none, which `reason` says why.
        case linkStory = "link-story"
        /// The person who decides is asked about the improvement `subject`: `text` says for what.
        case askBrief = "ask-brief"
        /// They answered: `text` is yes, not-now (until the day `until`) or no.
        case answerBrief = "answer-brief"
        /// A KPI is proposed: `subject` is its metric, `details` are its terms; the id of this decision is the id of the KPI.
        case proposeKPI = "propose-kpi"
        /// Somebody agreed to the KPI `subject`, with a mark that shows no name.
        case agree
        /// Something speaks against the KPI `subject`; nobody has to say who objects.
        case object
        /// The objection with the number `text` to the KPI `subject` is answered by `reason`.
        case resolve
        /// The KPI `subject` is agreed, in the version that `text` says.
        case ratify
        /// Other terms are proposed for the KPI `subject`.
        case reviseKPI = "revise-kpi"
        case retireKPI = "retire-kpi"
        /// The KPI `subject`, or the new version proposed for it, is not wanted.
        case rejectKPI = "reject-kpi"
        /// The metric of the KPI `subject` is looked at and is no KPI, until the day `until`.
        case watchKPI = "watch-kpi"
        /// A token was given out: `subject` is its mark, `role` what its holder does.
        case join
        case leave
        /// A health check was opened: `subject` is its id, `details` are its terms.
        case openHealthCheck = "open-health-check"
        /// The health check `subject` was closed on the day `until`: `details` are its results, without anybody's own answers.
        case closeHealthCheck = "close-health-check"
        /// So much capacity is kept for improvement work, in the unit `subject`, from the day `until` on.
        case setReserve = "set-reserve"
        /// Capacity of the reserve goes to other work in the period that the day `until` lies in; `reason` says why, `role` who decided.
        case raidReserve = "raid-reserve"
        /// The plan is what `details` says of its lines, and work is held against that: the first baseline.
        case setBaseline = "set-baseline"
        /// Another baseline holds from now on, for a reason.
        case rebaseline
        /// Somebody asked for data of people on the day `until`: `role` says who, `reason` what for. Nothing takes it back.
        case askedForPeopleData = "asked-for-people-data"
        /// A gate stands at the end of the phase `subject`: `text` is its name, `until` the day it is planned for, `details` its criteria.
        case addGate = "add-gate"
        /// The gate `subject` is planned for the day `until` instead, for a reason.
        case moveGate = "move-gate"
        /// The gate `subject` was opened on the day `until`: `details` is what its criteria were held against.
        case openGate = "open-gate"
        /// The gate `subject` was closed on the day `until`: `text` is the outcome, `details` are conditions and lessons.
        case closeGate = "close-gate"
        /// The gate `subject` is left out on purpose.
        case skipGate = "skip-gate"
        /// Decisions of others were brought in: `details` names the last entry of each other writer.
        case merge
    }

    /// Given by the log, the same in every store that holds the decision; empty before it is in one.
    package var id = ""
    package var verb: Verb
    /// Seconds since 1970.
    package var decidedAt: Int64
    /// Who: a role such as `team` or `product owner`, never a person.
    package var role: String
    /// What it is about: the kind of a goal, the id of a metric or of an improvement; may be empty.
    package var subject: String
    /// The goal's outcome sentence, the note, or what was decided.
    package var text: String
    package var reason: String
    /// The day it speaks of: the end of a choice, or what its verb says.
    package var until: CalendarDay?
    /// What else its verb says, by name.
    package var details: [String: String]

    package init(
        _ verb: Verb, decidedAt: Int64, role: String = "team", subject: String = "", text: String = "", reason: String = "",
        until: CalendarDay? = nil, details: [String: String] = [:]
    ) {
        self.verb = verb
        self.decidedAt = decidedAt
        self.role = role
        self.subject = subject
        self.text = text
        self.reason = reason
        self.until = until
        self.details = details
    }
}
