import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementShapeStep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shape", abstract: "Say what an improvement is about: its kind, the stage it touches, what hurts, what it may cost.",
        discussion: """
            Examples:
              hone improvement shape 1 --kind process --stage Review \\
                --hurts "changes wait days for a review" --cost-hours 12
              hone improvement shape 2 --kind refactoring --area "Sources/Billing/**" \\
                --goal 1
              hone improvement shape 3 --experiment --goal 2 \\
                --hurts "nobody finishes the sign-up"
            """)

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var shape: ImprovementShapeOptions
    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let old = try change.found(argument.number, agreements).shape
        let said = try await shape.shape(after: old, agreements, workspace)
        let shaped = try await change.shape(argument.number, said, role: role.known(workspace))
        ImprovementCommand.report(shaped, workspace)
    }
}

/// What an improvement is about, all of it optional but the kind.
struct ImprovementShapeOptions: ParsableArguments {
    @Option(
        name: .long, help: "The kind of work: refactoring, legacy-bug, process, tool or other.",
        transform: { text in
            guard let kind = WorkKind(rawValue: text) else {
                throw ValidationError("There is no kind '\(text)': refactoring, legacy-bug, process, tool or other.")
            }
            return kind
        })
    var kind: WorkKind?

    @Flag(name: .long, help: "A bet on the product instead: what people answer is persevere, pivot or stop.")
    var experiment = false

    @Option(name: .long, help: "What it changes: technical or organisational.")
    var scope: ImprovementShape.Scope?

    @Option(name: .long, help: "The stage from idea to product that it touches.")
    var stage: String?

    @Option(name: .long, help: "What hurts now, in a sentence.")
    var hurts: String?

    @Option(name: .long, help: "Number of the goal it serves.")
    var goal: Int?

    @Option(name: .long, help: "Where its time comes from: reserve, brief, phase-budget or product.")
    var funding: ImprovementShape.Funding?

    @Option(name: .long, help: "What it may take, in hours of work.")
    var costHours: Double?

    @Option(name: .long, help: "The code whose interest it pays off, such as \"Sources/Billing/**\".")
    var area: String?

    var saysKind: Bool { kind != nil || experiment }

    /// The options as they were given, for an example that repeats them.
    var words: [String] {
        let texts = [("--stage", stage), ("--hurts", hurts), ("--area", area)].compactMap { name, text in
            text.map { "\(name) \(ImprovementDraft.quoted($0))" }
        }
        return (kind.map { ["--kind \($0.rawValue)"] } ?? []) + (experiment ? ["--experiment"] : [])
            + (scope.map { ["--scope \($0.rawValue)"] } ?? []) + texts + (goal.map { ["--goal \($0)"] } ?? [])
            + (funding.map { ["--funding \($0.rawValue)"] } ?? []) + (costHours.map { ["--cost-hours \(ValueText.short($0))"] } ?? [])
    }

    /// Whether anything but the cost is given, which belongs to the terms as well.
    var saysSomething: Bool {
        kind != nil || experiment || scope != nil || stage != nil || hurts != nil || goal != nil || funding != nil || area != nil
    }

    func shape(after old: ImprovementShape?, _ agreements: Agreements, _ workspace: Workspace) async throws -> ImprovementShape {
        if kind != nil, experiment { throw Failure(.usage, "Give --kind or --experiment, not both.") }
        let allowed: [WorkKind] = [.refactoring, .legacyBug, .process, .tool, .other]
        guard experiment || kind != nil || old != nil else {
            throw Failure(.usage, ImprovementDraft.kindQuestion)
        }
        if let kind, !allowed.contains(kind) {
            throw Failure(
                .usage, "--kind \(kind.rawValue) is not improvement work; there are: \(allowed.map(\.rawValue).joined(separator: ", ")).")
        }
        if let costHours, !ImprovementShape.costs.contains(costHours) {
            throw Failure(.usage, "--cost-hours is a number of hours up to a million, such as 12.")
        }
        let goalID = try goal.map { number in
            guard let goal = agreements.currentGoals.first(where: { $0.number == number }) else {
                throw Failure(.usage, "There is no goal \(number); hone goal list shows them all.")
            }
            return goal.id
        }
        var touched = old?.stage ?? ""
        if let stage { touched = try await Self.stage(stage, workspace) }
        return ImprovementShape(
            kind: experiment ? nil : kind ?? old?.kind, scope: scope ?? old?.scope ?? .technical, stage: touched,
            hurts: hurts?.trimmed ?? old?.hurts ?? "",
            goal: goalID ?? old?.goal ?? "", funding: funding ?? old?.funding ?? (experiment ? .product : .reserve),
            costHours: costHours ?? old?.costHours, area: area?.trimmed ?? old?.area ?? "")
    }

    /// The stage as the product names it; the phases of a phased one are those of hone.yaml, its plan and its gates.
    private static func stage(_ name: String, _ workspace: Workspace) async throws -> String {
        let today = workspace.today
        var phases = workspace.interpretation.phases
        if workspace.configuration.product.lifeCycle(on: today) == .phased {
            let evidence = try await workspace.evidence(from: workspace.openOrMakeStore())
            phases =
                PhasedBuilder(
                    evidence.histories, evidence.interpretation, evidence.agreements, asOf: evidence.today, now: evidence.now
                ).names
        }
        let stages = (workspace.interpretation.stages?.stages ?? []).map(\.name) + phases + Stage.Group.allCases.map(\.rawValue)
        if let stage = stages.first(where: { $0.lowercased() == name.trimmed.lowercased() }) { return stage }
        throw Failure(.usage, "There is no stage '\(name)'. There are: \(stages.joined(separator: ", ")).")
    }
}

extension ImprovementShape.Scope: ExpressibleByArgument {}
extension ImprovementShape.Funding: ExpressibleByArgument {}
