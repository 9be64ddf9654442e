package import HoneFacts
import HoneLoop

/// Reads every source and stores what is new. A source that cannot be read does not stop the others; a store that fails does.
package struct CollectFacts: Sendable {
    let log: any FactLog
    let sources: [any FactSource]
    /// Seconds since 1970.
    let now: Int64
    /// Whether all that is odd about a source that has not changed is told again, which takes another look at it.
    let tellsAll: Bool

    package init(log: any FactLog, sources: [any FactSource], now: Int64, tellsAll: Bool = false) {
        self.log = log
        self.sources = sources
        (self.now, self.tellsAll) = (now, tellsAll)
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
        // What was read in another way is taken back first. Whoever may share facts with it reads anew too: some may have been its. Whose
        // tracker it was before is not known, so that is everybody who has one.
        var (anew, isSharedAnew): (Set<String>, Bool) = ([], false)
        var notes: [String: String] = [:]
        for source in sources {
            guard let cursor = known[source.origin], source.readsAnew(since: cursor.position) else { continue }
            let count = try await log.retract(from: source.origin, recordedAt: now)
            anew.insert(source.origin)
            if !cursor.isOfRepository { isSharedAnew = true }
            guard count > 0 else { continue }
            notes[source.origin] =
                "Its settings have changed, so what was read by the old ones was taken back and read anew (\(CountText.counted(count, "fact"))). Files imported beside it may have to be imported again."
        }
        func isAnew(_ source: any FactSource) -> Bool {
            anew.contains(source.origin) || isSharedAnew && source.factOrigin != source.origin
        }
        var outcomes: [Outcome] = []
        for source in sources {
            progress(source.origin)
            var outcome = try await collect(source, since: isAnew(source) ? nil : known[source.origin])
            if let note = notes[source.origin] { outcome.reading.notes.append(note) }
            outcomes.append(outcome)
        }
        let cursors = try await log.cursors()
        for index in sources.indices {
            if let note = CollectionRemarks.oldFile(sources[index], cursors, now: now) { outcomes[index].reading.notes.append(note) }
        }
        return outcomes
    }

    private func collect(_ source: any FactSource, since known: SourceCursor?) async throws -> Outcome {
        let tally = CollectionTally(now: now)
        // Asked before it is read: who writes it meanwhile is believed the next time.
        let writtenAt = min(now, source.writtenAt ?? now)
        do {
            var reading = try await source.facts(since: known?.position) { batches in
                do {
                    let count = try await log.append(batches, from: source.origin, recordedAt: now, cursor: nil)
                    await tally.add(count, batches)
                } catch {
                    await tally.fail(error)
                    throw error
                }
            }
            let brought = await tally.brought
            reading.diagnostics += CollectionRemarks.of(brought, reading, known, source.origin)
            // The cursor moves only after every batch is stored: a crash in between reads some facts again and adds none.
            if let cursor = cursor(after: &reading, of: source.origin, known, brought, writtenAt: writtenAt) {
                do {
                    _ = try await log.append([], from: source.origin, recordedAt: now, cursor: cursor)
                } catch {
                    await tally.fail(error)
                    throw error
                }
            }
            var earlier = reading.position == nil ? known?.oddities ?? [] : []
            // A source of which only the news is looked at would be read from its beginning, for minutes.
            if tellsAll, !earlier.isEmpty, !reading.isPartial {
                let again = try await source.facts(since: nil) { _ in }.diagnostics
                earlier.removeAll { oddity in again.contains { $0.code == oddity.first.code } }
                // Values of the file are told by the sync that met them, once.
                reading.diagnostics += again.map { SourceOddity(first: $0, count: 1).first }
            }
            return Outcome(origin: source.origin, count: await tally.count, reading: reading, earlier: earlier)
        } catch let error as CancellationError {
            throw error
        } catch {
            if let failure = await tally.failure { throw failure }
            return Outcome(origin: source.origin, count: await tally.count, reading: SourceReading(), failure: String(describing: error))
        }
    }

    /// How far a source was read, with what is kept of the reading; nil where it was refused before it was ever read.
    /// - Parameters:
    ///   - reading: gets a note of facts that are no longer in the source.
    ///   - writtenAt: up to when the source speaks.
    private func cursor(
        after reading: inout SourceReading, of origin: String, _ known: SourceCursor?, _ brought: CollectionTally.Brought, writtenAt: Int64
    ) -> SourceCursor? {
        guard let position = reading.position ?? known?.position, !reading.diagnostics.contains(where: { $0.severity == .refused })
        else { return nil }
        var cursor = SourceCursor(
            origin: origin, position: position, readAt: now, oddities: known?.oddities ?? [], factCount: known?.factCount)
        // A cursor without kinds is of a store of before, which took every sync for a reading.
        cursor.readAt = known?.families == nil ? writtenAt : max(writtenAt, known?.readAt ?? writtenAt)
        (cursor.newestAt, cursor.families) = (known?.newestAt, known?.families)
        // A source that has not changed is as it was.
        guard reading.position != nil else { return cursor }
        cursor.families = brought.families.union(known?.families ?? [])
        let met = SourceOddity.counted(reading.diagnostics)
        guard !reading.isPartial else {
            cursor.oddities = SourceOddity.joined(cursor.oddities, met)
            return cursor
        }
        let kept = cursor.factCount.map { $0 + brought.added } ?? brought.seen
        (cursor.newestAt, cursor.oddities, cursor.factCount) = (brought.newestAt, met, kept)
        if kept > brought.seen {
            let leftOver = CollectionRemarks.leftOver(kept - brought.seen, of: origin)
            reading.notes.append("\(leftOver.first.message) hone doctor says what to do if it was corrected.")
            cursor.oddities.append(leftOver)
        }
        return cursor
    }
}
