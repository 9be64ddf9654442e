import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop
import HoneStore
import HoneWorkflows

struct KPICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpi", abstract: "KPIs as agreements between product and engineering: proposed, talked about, agreed, reviewed.",
        discussion: """
            A KPI is agreed when every member had three working days, at least half of
            them agreed, no objection is open, and both sides are among those who agreed
            where both exist. Until then no page shows a target for it. From then on it is
            called reached or not reached where all of the number's interval lies on one
            side of the target. Elsewhere it says on which side the number lies, and that
            it is too near to tell from chance.

            From nothing to an agreement:
              hone kpi token --role engineering      a token for each member, of both sides
              hone kpi propose cycle-time --goal 1 --target "<= 10 d" --guard reopen-rate \\
                --guard-bound "<= 5 %" \\
                --used-for "where we look first" --not-for "to judge people"
              hone kpi agree 1 --token TOKEN
              hone kpi ratify 1                      three working days later
            """,
        subcommands: [
            KPIPropose.self, KPIAgree.self, KPIObject.self, KPIResolve.self, KPIRatify.self, KPIRevise.self, KPIRetire.self,
            KPIReject.self, KPIWatch.self, KPIList.self, KPIShow.self, KPIToken.self,
        ])

    /// What changes KPIs here.
    static func change() throws -> (workspace: Workspace, change: ChangeKPIs) {
        let workspace = try Workspace.current()
        let store = try workspace.openOrMakeStore()
        let change = ChangeKPIs(
            log: store, product: workspace.configuration.product, interpretation: workspace.interpretation, digest: .unkeyed,
            now: workspace.now)
        return (workspace, change)
    }

    /// The number, the metric and how it stands now.
    static func report(_ kpi: KPI, _ workspace: Workspace, _ change: ChangeKPIs) async throws {
        let agreements = try await change.agreements()
        let words = KPIWords(kpi, agreements, workspace.interpretation, now: workspace.now)
        Console.say("KPI \(kpi.number), \(KPIWords.name(kpi.terms)): \(words.standing)")
        for sentence in words.missing { Console.say("  \(sentence)") }
        if kpi.proposal != nil, words.missing.isEmpty { Console.say("  Nothing is missing: hone kpi ratify \(kpi.number)") }
    }
}

extension KPICommand {
    /// Which numbers of what is proposed cannot be had from what was read here, and whether its target can be told from chance.
    static func tellMissing(_ kpi: KPI, _ workspace: Workspace) async throws {
        guard let terms = kpi.proposal?.terms else { return }
        let evidence = try await workspace.evidence(from: workspace.openOrMakeStore())
        let measure = MeasureKPI(evidence)
        for sentence in measure.missing(terms) + [measure.lookBack(terms)].compactMap(\.self) { Console.say("  \(sentence)") }
    }
}

/// `--role`: what somebody does for the product.
struct RoleOption: ParsableArguments {
    @Option(name: .long, help: "Who says so: a role such as product, engineering or manager, never a name.")
    var role = "team"

    func known(_ workspace: Workspace) throws -> String { try Self.known(role, workspace) }

    static func known(_ role: String, _ workspace: Workspace) throws -> String {
        let product = workspace.configuration.product
        if let role = Role.known(role.trimmed, of: product) { return role }
        throw Failure(
            .usage, "--role is a role, never a name. This one is not known; there are: \(Role.all(of: product).joined(separator: ", ")).")
    }
}

/// `--reason`, a sentence.
struct ReasonOption: ParsableArguments {
    @Option(name: .long, help: "Why, in a sentence.")
    var reason: String

    func validate() throws {
        guard !reason.trimmed.isEmpty else { throw ValidationError("--reason needs a sentence.") }
    }
}
