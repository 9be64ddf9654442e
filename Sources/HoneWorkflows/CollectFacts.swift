package import HoneFacts

/// Reads every source and stores what is new. A source that fails does not stop the others.
package struct CollectFacts: Sendable {
    let log: any FactLog
    let sources: [any FactSource]
    /// Seconds since 1970.
    let now: Int64

    package init(log: any FactLog, sources: [any FactSource], now: Int64) {
        self.log = log
        self.sources = sources
        self.now = now
    }

    /// What one source brought.
    package struct Outcome: Sendable {
        package var origin: String
        package var count: AppendCount
        package var reading: SourceReading
        /// Set when the source could not be read to its end; what came before is stored.
        package var failure: String?

        /// Whether nothing could be used.
        package var isRefused: Bool { failure != nil || reading.diagnostics.contains { $0.severity == .refused } }

        /// Whether there were records, and every one of them was skipped.
        package var isUseless: Bool {
            count == AppendCount() && reading.recordCount > 0 && reading.diagnostics.contains { $0.severity == .skipped }
        }
    }

    /// - Parameter progress: called with a source's origin before it is read.
    package func run(progress: @Sendable (String) -> Void = { _ in }) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        let known = try await log.cursors()
        for source in sources {
            progress(source.origin)
            outcomes.append(await collect(source, since: known.first { $0.origin == source.origin }?.position))
        }
        return outcomes
    }

    private func collect(_ source: any FactSource, since position: String?) async -> Outcome {
        let tally = Tally()
        do {
            let reading = try await source.facts(since: position) { batches in
                await tally.add(try await log.append(batches, recordedAt: now, cursor: nil))
            }
            // The cursor moves only after every batch is stored: a crash in between reads some facts again and adds none.
            if let position = reading.position ?? position, !reading.diagnostics.contains(where: { $0.severity == .refused }) {
                _ = try await log.append(
                    [], recordedAt: now, cursor: SourceCursor(origin: source.origin, position: position, readAt: now))
            }
            return Outcome(origin: source.origin, count: await tally.count, reading: reading)
        } catch {
            return Outcome(origin: source.origin, count: await tally.count, reading: SourceReading(), failure: String(describing: error))
        }
    }

    private actor Tally {
        private(set) var count = AppendCount()

        func add(_ more: AppendCount) { count += more }
    }
}
