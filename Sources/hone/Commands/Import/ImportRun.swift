import HoneFacts
import HoneStore
import HoneWorkflows

/// Reads some sources once into the store and says what they brought: what every import does.
struct ImportRun {
    let workspace: Workspace
    let isVerbose: Bool

    /// - Parameter sources: made with the digest of the store's salt.
    func run(_ sources: (HoneFacts.Digest) throws -> [any FactSource]) async throws {
        let store = try workspace.openOrMakeStore()
        let digest = try await workspace.digest(for: store)
        let outcomes = try await CollectFacts(log: store, sources: sources(digest), now: workspace.now, tellsAll: isVerbose).run {
            Console.progress("reading \($0)")
        }
        Console.endProgress()
        try OutcomeReport(outcomes, isVerbose: isVerbose).print()
    }
}
