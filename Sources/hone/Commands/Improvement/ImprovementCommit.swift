import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct ImprovementCommit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit", abstract: "Promise an improvement, and freeze what is believed and how it will be judged.",
        discussion: """
            Until it is in force, committing it again freezes other terms as the next
            version; every version stays readable.

            Examples:
              hone improvement commit 1 \\
                --hypothesis "two reviewers a day will halve the wait" \\
                --expect "20-50 %" --guard reopen-rate
              hone improvement commit 2 --metric change-fail-rate --hypothesis "..." \\
                --expect "5-10 points" --guard deployment-frequency
              hone improvement commit 3 --small --kind tool --cost-hours 4
            """)

    @OptionGroup var argument: ImprovementArgument
    @OptionGroup var terms: ImprovementTermOptions
    @OptionGroup var shape: ImprovementShapeOptions
    @OptionGroup var role: RoleOption

    @Flag(name: .long, help: "A change of at most a day: no hypothesis, and nothing is measured.")
    var small = false

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let known = try change.found(argument.number, agreements)
        let role = try role.known(workspace)
        if small {
            let shape = try await shape.shape(after: known.shape, agreements, workspace)
            let committed = try await change.commitSmall(argument.number, shape, role: role)
            ImprovementCommand.report(committed, workspace, briefs: agreements.briefs)
            return
        }
        var draft = try terms.draft(costHours: shape.costHours)
        draft.lacksKind = known.shape == nil && !shape.saysKind
        draft.said = shape.words
        // Until the kind is said, any will do to look at the rest.
        let old = draft.lacksKind ? ImprovementShape(kind: .other) : known.shape
        let said = shape.saysSomething ? try await shape.shape(after: old, agreements, workspace) : nil
        let committed = try await change.commit(
            argument.number, draft, shape: said, role: role, ImprovementCommand.evidence(workspace))
        ImprovementCommand.report(committed, workspace, briefs: agreements.briefs)
    }
}
