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
        let cursors = try await log.cursors()
        for index in sources.indices {
            if let note = oldFile(sources[index], cursors) { outcomes[index].reading.notes.append(note) }
        }
        return outcomes
    }

    /// Said of a file that was written weeks ago, where no other source has told more of its kinds of fact since.
    private func oldFile(_ source: any FactSource, _ cursors: [SourceCursor]) -> String? {
        guard source.writtenAt != nil, let cursor = cursors.first(where: { $0.origin == source.origin }) else { return nil }
        let days = (now - cursor.readAt) / 86_400
        let isNewest = cursors.allSatisfy { other in
            other.readAt <= cursor.readAt || cursor.families?.isDisjoint(with: other.families ?? []) == true
        }
        guard days >= Self.oldDays, isNewest else { return nil }
        return
            "It speaks up to \(ZoneTable.utc.day(atSeconds: cursor.readAt)), \(days) days ago: nothing is known of the days since. Export it anew."
    }

    /// A sheet of each week or each sprint is not old.
    private static let oldDays: Int64 = 15

    private func collect(_ source: any FactSource, since known: SourceCursor?) async throws -> Outcome {
        let tally = Tally(now: now)
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
            if case let count = await tally.overruledNumbers, count > 0 { reading.diagnostics.append(Self.overruled(count, source.origin)) }
            // The cursor moves only after every batch is stored: a crash in between reads some facts again and adds none.
            let (added, seen, newestAt) = await (tally.count.added - tally.takenBack, tally.seen, tally.newestAt)
            if reading.position != nil, !reading.isPartial, let newestAt, let before = known?.newestAt, newestAt < before - 86_400 {
                reading.diagnostics.append(Self.olderThanBefore(newestAt, before, source.origin))
            }
            if var cursor = cursor(after: &reading, of: source.origin, known, added: added, seen: seen) {
                // A cursor without kinds is of a store of before, which took every sync for a reading.
                cursor.readAt = known?.families == nil ? writtenAt : max(writtenAt, known?.readAt ?? writtenAt)
                cursor.newestAt = reading.position == nil || reading.isPartial ? known?.newestAt : newestAt
                let brought = await tally.families
                cursor.families = reading.position == nil ? known?.families : brought.union(known?.families ?? [])
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
    ///   - added: facts that were new to the log, less those that were taken back.
    ///   - seen: facts that were handed over.
    private func cursor(
        after reading: inout SourceReading, of origin: String, _ known: SourceCursor?, added: Int, seen: Int
    ) -> SourceCursor? {
        guard let position = reading.position ?? known?.position, !reading.diagnostics.contains(where: { $0.severity == .refused })
        else { return nil }
        var cursor = SourceCursor(
            origin: origin, position: position, readAt: now, oddities: known?.oddities ?? [], factCount: known?.factCount)
        // A source that has not changed is as it was.
        guard reading.position != nil else { return cursor }
        let met = SourceOddity.counted(reading.diagnostics)
        guard !reading.isPartial else {
            cursor.oddities = SourceOddity.joined(cursor.oddities, met)
            return cursor
        }
        let brought = cursor.factCount.map { $0 + added } ?? seen
        (cursor.oddities, cursor.factCount) = (met, brought)
        if brought > seen {
            let leftOver = Self.leftOver(brought - seen, of: origin)
            reading.notes.append("\(leftOver.first.message) hone doctor says what to do if it was corrected.")
            cursor.oddities.append(leftOver)
        }
        return cursor
    }

    /// Facts that an earlier reading brought and this one did not. They count on: many exports hold only what is recent.
    private static func leftOver(_ count: Int, of origin: String) -> SourceOddity {
        let (facts, are) = count == 1 ? ("1 fact", "is") : ("\(ValueText.grouped(count)) facts", "are")
        return SourceOddity(
            first: Diagnostic(
                .note, code: "no-longer-there", file: origin,
                message: "\(facts) of before \(are) no longer in it, and still count\(count == 1 ? "s" : "").",
                advice:
                    "That is right for an export of what is recent, and for a plan. If it was corrected: hone store forget '\(origin)', and read it again; what only earlier exports held is lost then."
            ),
            count: 1)
    }

    /// Two sheets with one measure of one day: whoever corrects the older one brings its other numbers back.
    private static func overruled(_ count: Int, _ origin: String) -> Diagnostic {
        let numbers = count == 1 ? "1 number differs" : "\(ValueText.grouped(count)) numbers differ"
        return Diagnostic(
            .note, code: "other-sheet", file: origin,
            message: "\(numbers) from what another sheet says of the same measure and day; the one that was read last counts.",
            advice: "Keep each number in one sheet, or give the measures different names.")
    }

    /// An export with what an earlier one said: items that were finished since are open again, and nobody did that.
    private static func olderThanBefore(_ newestAt: Int64, _ before: Int64, _ origin: String) -> Diagnostic {
        let (day, dayBefore) = (ZoneTable.utc.day(atSeconds: newestAt), ZoneTable.utc.day(atSeconds: before))
        return Diagnostic(
            .skipped, code: "older-than-before", file: origin,
            message: "Its newest date is \(day), and that of the reading before was \(dayBefore): an older export may lie in its place.",
            advice: "What it says of each item counts now. If it is older, put the newer one back and read it again.")
    }

    private actor Tally {
        /// Seconds since 1970.
        private let now: Int64
        /// The latest instant of an item that is not still to come.
        private(set) var newestAt: Int64?

        init(now: Int64) { self.now = now }

        private(set) var count = AppendCount()
        /// What the log threw, whatever the source made of it.
        private(set) var failure: (any Error)?

        /// Facts that were handed over, but for those that are taken back.
        private(set) var seen = 0
        private(set) var takenBack = 0
        private(set) var families: Set<FactFamily> = []

        func add(_ more: AppendCount, _ batches: [FactBatch]) {
            count += more
            seen += batches.reduce(0) { $0 + $1.liveCount }
            takenBack += batches.reduce(0) { $0 + $1.count - $1.liveCount }
            families.formUnion(batches.map(\.family))
            for batch in batches {
                let names = [FactFamily.item: ["requested_at", "started_at", "finished_at"], .transition: ["changed_at"]][batch.family]
                for name in names ?? [] { newestAt = batch.newest(name, until: now, newestAt) }
            }
        }

        /// Numbers that another sheet had said otherwise.
        var overruledNumbers: Int { families == [.measurement] ? count.overruled : 0 }

        func fail(_ error: any Error) { failure = failure ?? error }
    }
}

extension FactBatch {
    /// The latest instant of a column up to now, or the one before where that is later; seconds since 1970. Complexity: O(rows).
    fileprivate func newest(_ column: String, until now: Int64, _ before: Int64?) -> Int64? {
        // A raw instant is its seconds, doubled.
        let newest = integers(column).reduce(before.map { $0 << 1 } ?? .min) { $1 >> 1 <= now && $1 != Instant.missing ? max($0, $1) : $0 }
        return newest == .min ? nil : newest >> 1
    }
}
