/// Runs of build pipelines that ended, as columns in the order of their ends. Instants are raw values.
package struct BuildHistories: Sendable {
    package private(set) var key: [String] = []
    package private(set) var pipeline: [String] = []
    package private(set) var outcome: [RunOutcome] = []
    package private(set) var startedAt: [Int64] = []
    package private(set) var finishedAt: [Int64] = []
    package var count: Int { key.count }

    package init() {}

    /// Complexity: O(builds x log builds).
    init(_ batches: FactBatches, _ zone: ZoneTable, now: Int64) {
        var entries: [(at: Int64, pipeline: String, key: String, status: String, startedAt: Int64)] = []
        for batch in batches {
            let (finished, started) = (batch.integers("finished_at"), batch.integers("started_at"))
            let (keys, pipelines, statuses) = (batch.texts("key"), batch.texts("pipeline"), batch.texts("status"))
            for row in 0..<batch.count
            where Instant.isPlausible(finished[row]) && zone.seconds(Instant(rawValue: finished[row])) <= now {
                entries.append((finished[row], pipelines[row], keys[row], statuses[row], started[row]))
            }
        }
        for entry in entries.sorted(by: { ($0.at, $0.pipeline, $0.key) < ($1.at, $1.pipeline, $1.key) }) {
            key.append(entry.key)
            pipeline.append(entry.pipeline)
            outcome.append(RunOutcome(entry.status))
            startedAt.append(entry.startedAt)
            finishedAt.append(entry.at)
        }
    }
}
