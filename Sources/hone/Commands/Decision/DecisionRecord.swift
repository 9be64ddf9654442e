import ArgumentParser
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneMetrics
import HoneStore

struct DecisionRecord: AsyncParsableCommand {
    enum Choice: String, CaseIterable, ExpressibleByArgument {
        case notAKPI = "not-a-kpi"
        case leaveCapabilityEmpty = "leave-capability-empty"
        case showCapability = "show-capability"
        case askedForPeopleData = "asked-for-people-data"

        /// Whether it holds until a day.
        var hasEnd: Bool { self == .notAKPI || self == .leaveCapabilityEmpty }
    }

    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record a decision that belongs to no other command.",
        discussion: """
            not-a-kpi: for now, no process KPI is wanted. leave-capability-empty: the
            section CAPABILITY of the scorecard stays empty and says so. show-capability
            takes that back. asked-for-people-data: somebody asked for numbers of people,
            as a role, and what for. Hone gives none; the record stays in hone decision
            list --practice. It judges nobody: there are good reasons to ask.

            Examples:
              hone decision record not-a-kpi --reason "too few releases to measure" \\
                --until 2027-03-01
              hone decision record leave-capability-empty --role "product owner" \\
                --reason "a prototype that ends in spring" --until 2027-03-01
              hone decision record show-capability --reason "the prototype goes on"
              hone decision record asked-for-people-data --role sponsor \\
                --reason "commits of each, for the yearly talks" --on 2026-11-20
            """)

    @Argument(help: "What was decided.")
    var choice: Choice

    @Option(name: .long, help: "Why, in a sentence.")
    var reason: String

    @Option(name: .long, help: "Until when it holds, YYYY-MM-DD; then it is asked again.")
    var until: String?

    @Option(name: .long, help: "When it was asked, YYYY-MM-DD; default: today. Only with asked-for-people-data.")
    var on: String?

    @Option(name: .long, help: "The metric it speaks of; without it, process KPIs as such. Only with not-a-kpi.")
    var metric: String?

    @Option(
        name: .long,
        help: "Who decided, or who asked: a role such as product or manager, never a name. Default: team, where somebody decided.")
    var role: String?

    func validate() throws {
        if choice.hasEnd, until == nil { throw ValidationError("--until says until when it holds, YYYY-MM-DD; then it is asked again.") }
        if !choice.hasEnd, until != nil { throw ValidationError("\(choice.rawValue) has no end, and so no --until.") }
        if on != nil, choice != .askedForPeopleData { throw ValidationError("--on goes with asked-for-people-data alone.") }
        if role == nil, choice == .askedForPeopleData { throw ValidationError("--role says who asked: a role, never a name.") }
        if metric != nil, choice != .notAKPI { throw ValidationError("--metric goes with not-a-kpi alone.") }
    }

    func run() async throws {
        let reason = reason.trimmed
        guard !reason.isEmpty else {
            throw Failure(.usage, "--reason needs a sentence: a choice without a reason cannot be looked at again.")
        }
        let workspace = try Workspace.current()
        let today = workspace.today
        let end = try until.map { try WindowArguments.day($0, "--until") }
        if let end, end <= today { throw Failure(.usage, "--until is \(end), which is not in the future.") }
        if let metric { _ = try MetricCommand.metric(metric) }
        let role = try RoleOption.known(role ?? "team", workspace)
        func decision(_ verb: Decision.Verb) -> Decision {
            Decision(verb, decidedAt: workspace.now, role: role, subject: metric ?? "", reason: reason, until: end)
        }
        let store = try workspace.openOrMakeStore()
        let until = end.map { " until \(DayText.day($0))" } ?? ""
        switch choice {
        case .notAKPI:
            try await store.take(decision(.notAKPI))
            Console.say("Recorded: no process KPI\(metric.map { " from \($0)" } ?? "")\(until): \(reason)")
        case .leaveCapabilityEmpty:
            try await store.take(decision(.leaveCapabilityEmpty))
            Console.say(
                "Recorded: the section CAPABILITY is empty\(until), decided by \(role): \(reason)\n"
                    + "Taken back by: hone decision record show-capability --reason \"...\"")
        case .showCapability:
            try await store.take([decision(.showCapability)]) { agreements in
                guard agreements.capability.inForce(on: today) != nil else {
                    throw Refusal("The section CAPABILITY is not empty by a decision, so there is none to take back.")
                }
            }
            Console.say("Recorded: the section CAPABILITY is no longer left empty, decided by \(role): \(reason)")
        case .askedForPeopleData:
            let day = try on.map { try WindowArguments.day($0, "--on") } ?? today
            guard day <= today else { throw Failure(.usage, "--on is \(day), which is still to come.") }
            // What is typed may hold an address, and none is kept.
            let masked = NameMask(KnownPeople()).masked(reason)
            try await store.take(Decision(.askedForPeopleData, decidedAt: workspace.now, role: role, reason: masked, until: day))
            Console.say("Recorded: numbers of people were asked for on \(DayText.day(day)), by \(role): \(masked)\nHone gives none.")
        }
    }
}
