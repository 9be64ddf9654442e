package import HoneFacts

/// Reads every source and stores what is new. A source that cannot be read does not stop the others; a store that fails does.
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
        /// What was odd when it was last read, where it has not changed since.
        package var earlier: [SourceOddity] = []

        /// Whether nothing could be used.
        package var isRefused: Bool { failure != nil || reading.diagnostics.contains { $0.severity == .refused } }

        /// Whether there were records, and every one of them was skipped.
        package var isUseless: Bool {
            count == AppendCount() && reading.recordCount > 0 && reading.diagnostics.contains { $0.severity == .skipped }
        }
    }

    /// - Parameter progress: called with a source's origin before it is read.
    /// - Throws: what the log throws, and cancellation.
    package func run(progress: @Sendable (String) -> Void = { _ in }) async throws -> [Outcome] {
        let known = Dictionary(try await log.cursors().map { ($0.origin, $0) }, uniquingKeysWith: { $1 })
        // What was read in another way is taken back first. Whoever shares facts with it reads anew too: some may have been its.
        var anew: Set<String> = []
        var notes: [String: String] = [:]
        for source in sources {
            guard let cursor = known[source.origin], source.readsAnew(since: cursor.position) else { continue }
            let count = try await log.retract(from: source.origin, recordedAt: now)
            anew.insert(source.factOrigin)
            guard count > 0 else { continue }
            notes[source.origin] =
                "Its settings have changed, so \(count) facts were taken back and read anew. Files imported beside it may have to be imported again."
        }
        var outcomes: [Outcome] = []
        for source in sources {
            progress(source.origin)
            var outcome = try await collect(source, since: anew.contains(source.factOrigin) ? nil : known[source.origin])
            if let note = notes[source.origin] { outcome.reading.notes.append(note) }
            outcomes.append(outcome)
        }
        return outcomes
    }

    private func collect(_ source: any FactSource, since known: SourceCursor?) async throws -> Outcome {
        let tally = Tally()
        do {
            let reading = try await source.facts(since: known?.position) { batches in
                do {
                    await tally.add(try await log.append(batches, from: source.origin, recordedAt: now, cursor: nil))
                } catch {
                    await tally.fail(error)
                    throw error
                }
            }
            // The cursor moves only after every batch is stored: a crash in between reads some facts again and adds none.
            let isUnread = reading.position == nil
            var oddities = isUnread ? known?.oddities ?? [] : SourceOddity.counted(reading.diagnostics)
            if !isUnread, reading.isPartial { oddities = SourceOddity.joined(known?.oddities ?? [], oddities) }
            if let position = reading.position ?? known?.position, !reading.diagnostics.contains(where: { $0.severity == .refused }) {
                let cursor = SourceCursor(origin: source.origin, position: position, readAt: now, oddities: oddities)
                do {
                    _ = try await log.append([], from: source.origin, recordedAt: now, cursor: cursor)
                } catch {
                    await tally.fail(error)
                    throw error
                }
            }
            return Outcome(
                origin: source.origin, count: await tally.count, reading: reading, earlier: isUnread ? known?.oddities ?? [] : [])
        } catch let error as CancellationError {
            throw error
        } catch {
            if let failure = await tally.failure { throw failure }
            return Outcome(origin: source.origin, count: await tally.count, reading: SourceReading(), failure: String(describing: error))
        }
    }

    private actor Tally {
        private(set) var count = AppendCount()
        /// What the log threw, whatever the source made of it.
        private(set) var failure: (any Error)?

        func add(_ more: AppendCount) { count += more }
        func fail(_ error: any Error) { failure = failure ?? error }
    }
}
