import HoneFacts
import HoneStore
import HoneWorkflows

/// What `hone sync` does.
struct SyncRun {
    var isVerbose = false
    var namesOnly = false

    func run() async throws {
        let workspace = try Workspace.current()
        let (outcomes, preparesPage) = try await collect(workspace)
        Console.endProgress()
        for notice in workspace.notices { Console.error("  \(notice)") }
        try OutcomeReport(outcomes, isVerbose: isVerbose).print()
        guard preparesPage else { return }
        Console.progress("making the scorecard")
        await workspace.prepareScorecard()
        Console.endProgress()
    }

    /// What the sources brought, and whether the page of it can be made ahead. The store ends here, with all that it holds in memory for
    /// writing.
    private func collect(_ workspace: Workspace) async throws -> (outcomes: [CollectFacts.Outcome], preparesPage: Bool) {
        let store = try workspace.openOrMakeStore()
        let digest = try await workspace.digest(for: store)
        let sources = try workspace.sources(digest: digest, namesOnly: namesOnly)
        if sources.isEmpty {
            Console.say("hone.yaml names no source, so there is nothing to read. Add one, for example git: . or csv: export.csv")
        }
        let outcomes = try await CollectFacts(log: store, sources: sources, now: workspace.now, tellsAll: isVerbose).run { origin in
            Console.progress("reading \(origin)")
        }
        guard outcomes.contains(where: { $0.count.added + $0.count.changed > 0 }) else { return (outcomes, false) }
        // What was brought is told in any case.
        let contents = (try? await store.contents()) ?? []
        let families = contents.filter { $0.rows > 0 }.compactMap { FactFamily(rawValue: $0.name) }
        return (outcomes, KeptScorecard<Store>.isKept(of: Set(families)))
    }
}
