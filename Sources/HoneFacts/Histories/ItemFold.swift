/// Folds item facts and their transitions into columns.
struct ItemFold {
    let interpretation: Interpretation
    let now: Int64
    private(set) var result = ItemHistories()
    private var remarkCounts: [String: [String: Int]] = [:]

    /// Codes of the stages of an item that has only dates.
    private var requested: Int { result.mappedStageCount }
    private var started: Int { result.mappedStageCount + 1 }
    private var finished: Int { result.mappedStageCount + 2 }

    private let changed: ChangedPaths

    init(interpretation: Interpretation, changed: ChangedPaths, now: Int64) {
        self.interpretation = interpretation
        self.changed = changed
        self.now = now
        let mapped = interpretation.stages?.stages ?? []
        result.mappedStageCount = mapped.count
        result.commitment = interpretation.stages?.commitment ?? 0
        result.stages =
            mapped + [
                Stage(name: "Requested", kind: .backlog), Stage(name: "Started", kind: .active), Stage(name: "Finished", kind: .done),
            ]
    }

    var remarks: [Histories.Remark] {
        remarkCounts.flatMap { id, subjects in subjects.map { Histories.Remark(id: id, subject: $0, count: $1) } }
            .sorted { ($0.id, $0.subject) < ($1.id, $1.subject) }
    }

    mutating func remark(_ id: String, _ subject: String = "", _ count: Int = 1) {
        remarkCounts[id, default: [:]][subject, default: 0] += count
    }

    /// Adds the items of one origin. An item that one export describes and another gives transitions of is one item: its
    /// transitions say when it started and finished, and what one of the two leaves out the other fills in.
    mutating func add(_ batch: FactBatch, transitions: [FactBatch], blocks: [FactBatch], workLogs: [FactBatch]) {
        let table = ItemTable(batch)
        let names = table.keyByAlias
        let timelines = Timelines(transitions, names, interpretation, requested: table.requestedByKey)
        for (status, count) in timelines.unmapped { remark("unmapped-status", status, count) }
        for (status, count) in timelines.dateless { remark("transition-without-date", status, count) }
        if timelines.lacksStages { remark("no-stage-map") }
        let blocked = intervals(blocks, names)
        let worked = logged(workLogs, names)
        for rows in table.rowsByKey {
            let key = table.key[rows[0]]
            func text(_ column: TextColumn) -> String { rows.reversed().lazy.map { column[$0] }.first { !$0.isEmpty } ?? "" }
            func number(_ column: [Int64]) -> Int64 {
                rows.reversed().lazy.map { column[$0] }.first { $0 != Instant.missing } ?? Instant.missing
            }
            let (type, title, reason) = (text(table.type), text(table.title), text(table.reason))
            result.origin.append(batch.origin)
            result.key.append(key)
            result.type.append(type)
            result.stream.append(text(table.stream))
            result.title.append(title)
            result.reason.append(reason)
            result.found.append(text(table.found))
            let logged = number(table.logged)
            result.loggedSeconds.append(logged != Instant.missing ? logged : worked[key] ?? Instant.missing)
            result.estimatedSeconds.append(number(table.estimated))
            result.severity.append(text(table.severity))
            result.injectedPhase.append(text(table.injectedPhase))
            result.foundPhase.append(text(table.foundPhase))
            result.versions.append(text(table.versions))
            result.aliases.append(text(table.aliases))
            let labels = text(table.labels).split(separator: "\u{1f}").map(String.init)
            result.kind.append(
                interpretation.workKind(type: type, labels: labels, title: title, changed: changed.paths(ofItem: key)))
            // Without a stage map, the tracker's own dates are what there is (finished = resolved or closed).
            let hasDates = rows.contains { table.shape[$0] != "transitions" }
            let timeline = timelines.mapped[key] ?? []
            let isMapped = rows.contains { table.shape[$0] == "transitions" } || !timeline.isEmpty
            if isMapped, interpretation.stages != nil || !hasDates {
                addTransitions(
                    timeline, requestedAt: number(table.requestedAt), blocks: blocked[key] ?? [], reason: reason)
            } else {
                addDates(
                    number(table.requestedAt), number(table.startedAt), number(table.finishedAt), closings: timelines.closings[key] ?? [],
                    reason: reason)
            }
            result.visitOffsets.append(result.visits.count)
        }
    }

    private mutating func addDates(
        _ requestedAt: Int64, _ startedAt: Int64, _ finishedAt: Int64, closings: [Timelines.Closing], reason: String
    ) {
        let zone = interpretation.zone
        func seconds(_ raw: Int64) -> Int64? { raw == Instant.missing ? nil : zone.seconds(Instant(rawValue: raw)) }
        /// A date after now has not happened yet.
        func known(_ raw: Int64) -> Int64 { (seconds(raw) ?? .min) > now ? Instant.missing : raw }
        for raw in [requestedAt, startedAt, finishedAt] where known(raw) != raw { remark("date-in-the-future") }
        let (requestedAt, startedAt, finishedAt) = (known(requestedAt), known(startedAt), known(finishedAt))
        let isCancelled = finishedAt != Instant.missing && interpretation.cancelledReasons.contains(reason.lowercased())
        result.requestedAt.append(requestedAt)
        result.startedAt.append(startedAt)
        result.finishedAt.append(isCancelled ? Instant.missing : finishedAt)
        // The tracker's own dates say when it was finished; its closings only whether that was the first time.
        let happened = closings.filter { $0.at <= now }
        let firstClosing = happened.first { $0.isDone }
        let first = firstClosing.map { min($0.raw, finishedAt == Instant.missing ? $0.raw : finishedAt) } ?? finishedAt
        let isReopened = firstClosing.map { first in happened.contains { !$0.isDone && $0.at >= first.at } } ?? false
        result.firstFinishedAt.append(isCancelled && !isReopened ? Instant.missing : first)
        result.cancelledAt.append(isCancelled ? finishedAt : Instant.missing)
        result.isReopened.append(isReopened)
        result.hasClosings.append(firstClosing != nil)
        result.isReturned.append(false)
        result.hasTransitions.append(false)
        result.blockedSeconds.append(0)
        let end = seconds(finishedAt)
        let process = seconds(startedAt).map { max(0, (end ?? now) - $0) } ?? 0
        result.processSeconds.append(process)
        result.activeSeconds.append(process)
        var entries: [(stage: Int, at: Int64)] = []
        if let at = seconds(requestedAt), at < (seconds(startedAt) ?? .max), at <= (end ?? .max) { entries.append((requested, at)) }
        if let at = seconds(startedAt), at <= (end ?? .max) { entries.append((started, at)) }
        if let end { entries.append((finished, end)) }
        append(entries)
    }

    private mutating func addTransitions(_ timeline: [Timelines.Entry], requestedAt: Int64, blocks: [Range<Int64>], reason: String) {
        let happened = timeline.filter { $0.at <= now }
        for _ in 0..<(timeline.count - happened.count) { remark("date-in-the-future") }
        let life = ItemLife(
            happened, requestedAt: requestedAt, blocks: blocks, map: interpretation.stages ?? StageMap([]),
            isCancelledReason: interpretation.cancelledReasons.contains(reason.lowercased()), zone: interpretation.zone, now: now)
        result.requestedAt.append(life.requestedAt)
        result.startedAt.append(life.startedAt)
        result.finishedAt.append(life.finishedAt)
        result.firstFinishedAt.append(life.firstFinishedAt)
        result.cancelledAt.append(life.cancelledAt)
        result.isReopened.append(life.isReopened)
        result.hasClosings.append(false)
        result.isReturned.append(life.isReturned)
        result.hasTransitions.append(true)
        result.activeSeconds.append(life.activeSeconds)
        result.processSeconds.append(life.processSeconds)
        result.blockedSeconds.append(life.blockedSeconds)
        append(life.entries.map { ($0.stage, $0.at) })
    }

    private mutating func append(_ entries: [(stage: Int, at: Int64)]) {
        for (index, entry) in entries.enumerated() {
            let next = index + 1 < entries.count ? entries[index + 1].at : nil
            result.visits.append(.init(stage: entry.stage, enteredAt: entry.at, leftAt: next))
        }
    }

    private func intervals(_ batches: [FactBatch], _ names: [String: String]) -> [String: [Range<Int64>]] {
        var intervals: [String: [Range<Int64>]] = [:]
        for batch in batches {
            let item = batch.texts("item")
            let (from, to) = (batch.integers("blocked_at"), batch.integers("unblocked_at"))
            for row in 0..<batch.count where from[row] != Instant.missing {
                let start = interpretation.zone.seconds(Instant(rawValue: from[row]))
                let end = to[row] == Instant.missing ? now : min(now, interpretation.zone.seconds(Instant(rawValue: to[row])))
                if start < end { intervals[names[item[row]] ?? item[row], default: []].append(start..<end) }
            }
        }
        return intervals
    }

    /// Seconds that were logged on each item, whoever logged them.
    private func logged(_ batches: [FactBatch], _ names: [String: String]) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for batch in batches {
            let (item, seconds) = (batch.texts("item"), batch.integers("seconds"))
            for row in 0..<batch.count where seconds[row] != Instant.missing {
                sums[names[item[row]] ?? item[row], default: 0] += seconds[row]
            }
        }
        return sums
    }
}
