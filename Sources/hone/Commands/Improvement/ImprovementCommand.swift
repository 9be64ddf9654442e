import ArgumentParser
import HoneFacts
import HoneLoop
import HoneStore
import HoneWorkflows

struct ImprovementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "improvement",
        abstract: "Improvements: noted, shaped, committed with a hypothesis, in force, measured, decided.",
        discussion: """
            From what hurts to whether it helped:
              hone note "review takes days"                  anyone, in ten seconds
              hone improvement shape 1 --kind process --stage Review
              hone improvement preview 1                     what the evidence could show
              hone improvement commit 1 \\
                --hypothesis "two reviewers a day will halve the wait" \\
                --expect "20-50 %" --guard reopen-rate       frozen from now on
              hone improvement start 1 --on 2026-03-02       people work in the new way
              hone improvement show 1                        twelve weeks later: the effect
              hone improvement decide 1 keep \\
                --reason "the wait is shorter, and nobody minds"
            A change of at most a day needs no hypothesis:
              hone improvement commit 1 --small --kind tool --cost-hours 4
            """,
        subcommands: [
            ImprovementList.self, ImprovementShow.self, ImprovementShapeStep.self, ImprovementPreview.self, ImprovementCommit.self,
            ImprovementStart.self, ImprovementDecide.self, ImprovementDecline.self, ImprovementPark.self, ImprovementEscalate.self,
            ImprovementDone.self, ImprovementStory.self, ImprovementEvidence.self,
        ])

    /// What changes improvements here.
    static func change() throws -> (workspace: Workspace, change: ChangeImprovements) {
        let workspace = try Workspace.current()
        return (workspace, ChangeImprovements(log: try workspace.openOrMakeStore(), now: workspace.now))
    }

    /// What effects are read from here.
    static func evidence(_ workspace: Workspace) async throws -> EffectEvidence {
        let evidence = try await workspace.evidence(from: workspace.openOrMakeStore())
        return EffectEvidence(evidence.histories, evidence.interpretation, evidence.product, now: evidence.now)
    }

    /// What was frozen, and, until people work in the new way, what could be seen.
    private static func say(_ terms: ImprovementTerms, of number: Int, isCommitted: Bool) {
        Console.say("  expected: \(ImprovementWords.expectation(terms)); guard \(ImprovementWords.name(terms.guarding))")
        guard isCommitted else { return }
        let unknown = "so far this series has too little past to say what it could show: hone improvement preview \(number)"
        Console.say("  \(ImprovementWords.visible(terms) ?? unknown)")
    }

    /// The number, the title and how it stands now.
    /// - Parameter briefs: what was asked about improvements, where this one may be committed.
    static func report(
        _ improvement: Improvement, _ workspace: Workspace, _ reading: ImprovementReading? = nil, briefs: BriefRecord = BriefRecord()
    ) {
        let zone = workspace.interpretation.zone
        let unfunded = BriefWords.unfunded(improvement, briefs, zone, on: workspace.today)
        let words = ImprovementWords(improvement, reading, zone, on: workspace.today, unfunded: unfunded)
        Console.say("Improvement \(improvement.number), \"\(improvement.title)\": \(words.standing)")
        switch improvement.state {
        case .committed(let committed): say(committed.terms, of: improvement.number, isCommitted: true)
        case .inForce(let now): say(now.terms, of: improvement.number, isCommitted: false)
        default: break
        }
        let isShaped = if case .shaped = improvement.state { true } else { false }
        if !words.next.isEmpty { Console.say("  > \(words.next)" + (isShaped ? " (without more it says what it takes)" : "")) }
    }
}

/// `NUMBER`, of an improvement.
struct ImprovementArgument: ParsableArguments {
    @Argument(help: "Number of the improvement, as hone improvement list shows it.")
    var number: Int
}
