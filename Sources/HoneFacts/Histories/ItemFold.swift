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
    private let rules: ItemLifeRules
    private var kinds: ItemKinds
    /// Whether a finished item with a reason counts as cancelled, by code of the reason.
    private var isCancelledReason: [Bool] = []
    /// The same for one without a reason.
    private let isCancelledWithout: Bool

    init(interpretation: Interpretation, changed: ChangedPaths, now: Int64) {
        self.interpretation = interpretation
        self.changed = changed
        self.now = now
        let mapped = interpretation.stages?.stages ?? []
        kinds = ItemKinds(interpretation)
        isCancelledWithout = interpretation.isCancelled(reason: "")
        rules = ItemLifeRules(interpretation, now: now)
        result.mappedStageCount = mapped.count
        result.commitment = rules.commitment
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
    mutating func add(_ batches: FactBatches, transitions: FactBatches, blocks: FactBatches, workLogs: FactBatches) {
        let first = result.count
        result.reserve(first + batches.rowCount)
        var table = ItemTable(result)
        for batch in batches { table.add(batch, to: &result) }
        let items = first..<result.count
        // Each item's stays are written over its transitions, so that none has to move; an item with dates needs three.
        var written = result.visits.count
        let timelines = ItemTimelines(
            transitions, &table.keys, items: items, hasDates: table.hasDates, requestedAt: result.requestedAt, interpretation,
            into: &result.visits)
        for (status, count) in timelines.unmapped { remark("unmapped-status", status, count) }
        for (status, days) in timelines.unmappedByDay { result.unmappedByDay[status, default: [:]].merge(days, uniquingKeysWith: +) }
        for (status, count) in timelines.dateless { remark("transition-without-date", status, count) }
        if timelines.lacksStages { remark("no-stage-map") }
        let blocked = intervals(blocks, &table.keys)
        addLogged(workLogs, &table.keys)
        noteCancelledReasons()
        result.kind += kinds.kinds(of: items, result, changed: changed)
        // Seconds are half of raw instants, and fit where those do; but a day of 1970 may begin before it, and now be far away.
        let isNarrow = result.requestedAt.isNarrow && timelines.earliest >= 4 * 86_400 && now < Int64(UInt32.max)
        if !isNarrow { result.visits.enteredAt.widen() }
        // Without a stage map, the tracker's own dates are what there is (finished = resolved or closed).
        func hasLife(_ item: Int) -> Bool {
            let hasDates = table.hasDates[item - first]
            let isMapped = table.hasSteps[item - first] || !timelines.places(of: item - first).isEmpty
            return isMapped && (interpretation.stages != nil || !hasDates)
        }
        result.reserveLives(items.upperBound)
        var item = first
        while item < items.upperBound {
            if hasLife(item) {
                let limit = min(items.upperBound, item + ItemLives.mostCount)
                let end = (item + 1..<limit).first { !hasLife($0) } ?? limit
                addLives(item..<end, timelines, first, blocked, &written)
                item = end
            } else {
                addDates(item, closings: timelines.closings[Int32(item)] ?? [], &written)
                result.visits.close(at: written)
                item += 1
            }
        }
        result.visits.resize(written)
    }

    private mutating func noteCancelledReasons() {
        for code in isCancelledReason.count..<result.reason.codeCount {
            isCancelledReason.append(interpretation.isCancelled(reason: result.reason.text(Int32(code))))
        }
    }

    private func isCancelled(_ item: Int) -> Bool {
        let code = result.reason.code(item)
        return code < 0 ? isCancelledWithout : isCancelledReason[Int(code)]
    }

    private mutating func addDates(_ item: Int, closings: [ItemTimelines.Closing], _ written: inout Int) {
        func seconds(_ raw: Int64) -> Int64? { raw == Instant.missing ? nil : rules.seconds(raw) }
        /// A date after now has not happened yet.
        func known(_ raw: Int64) -> Int64 { (seconds(raw) ?? .min) > now ? Instant.missing : raw }
        let dates = [result.requestedAt[item], result.startedAt[item], result.finishedAt[item]]
        for raw in dates where known(raw) != raw { remark("date-in-the-future") }
        let (requestedAt, startedAt, finishedAt) = (known(dates[0]), known(dates[1]), known(dates[2]))
        let isCancelled = finishedAt != Instant.missing && isCancelled(item)
        result.requestedAt[item] = requestedAt
        result.startedAt[item] = startedAt
        result.finishedAt[item] = isCancelled ? Instant.missing : finishedAt
        // The tracker's own dates say when it was finished; its closings only whether that was the first time.
        let happened = closings.filter { $0.at <= now }
        let firstClosing = happened.first { $0.isDone }
        let first = firstClosing.map { min($0.raw, finishedAt == Instant.missing ? $0.raw : finishedAt) } ?? finishedAt
        let isReopened = firstClosing.map { first in happened.contains { !$0.isDone && $0.at >= first.at } } ?? false
        result.firstFinishedAt[item] = isCancelled && !isReopened ? Instant.missing : first
        result.cancelledAt[item] = isCancelled ? finishedAt : Instant.missing
        result.isReopened.append(isReopened)
        result.hasClosings.append(firstClosing != nil)
        result.isReturned.append(false)
        result.hasTransitions.append(false)
        let end = seconds(finishedAt)
        let process = seconds(startedAt).map { max(0, (end ?? now) - $0) } ?? 0
        result.processSeconds[item] = process
        result.activeSeconds[item] = process
        func stay(_ stage: Int, _ at: Int64) {
            result.visits.stage[written] = UInt16(stage)
            result.visits.enteredAt[written] = at
            written += 1
        }
        if let at = seconds(requestedAt), at < (seconds(startedAt) ?? .max), at <= (end ?? .max) { stay(requested, at) }
        if let at = seconds(startedAt), at <= (end ?? .max) { stay(started, at) }
        if let end { stay(finished, end) }
    }

    private mutating func addLives(
        _ run: Range<Int>, _ timelines: ItemTimelines, _ first: Int, _ blocked: [Int32: [Range<Int64>]], _ written: inout Int
    ) {
        let (isCancelled, requestedAt) = (run.map(isCancelled), run.map { result.requestedAt[$0] })
        let (rules, now) = (rules, now)
        var lives = ItemLives(count: run.count, behind: written)
        func fill<Number>(_ visits: ItemVisits.Columns<Number>) -> [Number] {
            lives.columns { lives, columns in
                rules.roles.withUnsafeBufferPointer { roles in
                    for item in run {
                        var happened = timelines.places(of: item - first)
                        while let last = happened.last, rules.seconds(Int64(visits.enteredAt[last])) > now {
                            happened = happened.lowerBound..<last
                            lives.lateCount += 1
                        }
                        let place = item &- run.lowerBound
                        let life = ItemLife(
                            happened, requestedAt: CompactIntegers.number(requestedAt[place]),
                            blocks: blocked.isEmpty ? [] : blocked[Int32(item)] ?? [], isCancelledReason: isCancelled[place], rules,
                            roles, in: visits, at: lives.end)
                        lives.add(life, at: place, to: columns)
                    }
                }
            }
        }
        lives.numbers = result.visits.withColumns(narrow: { CompactIntegers(narrow: fill($0)) }, wide: { CompactIntegers(wide: fill($0)) })
        if lives.lateCount > 0 { remark("date-in-the-future", "", lives.lateCount) }
        result.add(lives, from: run.lowerBound)
        written = lives.end
    }

    private func intervals(_ batches: FactBatches, _ keys: inout ItemKeys) -> [Int32: [Range<Int64>]] {
        var intervals: [Int32: [Range<Int64>]] = [:]
        for batch in batches {
            let item = batch.texts("item")
            let rows = keys.rows(of: item)
            let (from, to) = (batch.integers("blocked_at"), batch.integers("unblocked_at"))
            for row in 0..<batch.count where from[row] != Instant.missing {
                let start = interpretation.zone.seconds(Instant(rawValue: from[row]))
                let end = to[row] == Instant.missing ? now : min(now, interpretation.zone.seconds(Instant(rawValue: to[row])))
                if start < end { intervals[rows[Int(item.codes[row])], default: []].append(start..<end) }
            }
        }
        return intervals
    }

    /// Seconds that were logged on each item, whoever logged them, where the item does not say so itself.
    private mutating func addLogged(_ batches: FactBatches, _ keys: inout ItemKeys) {
        var sums: [Int32: Int64] = [:]
        for batch in batches {
            let item = batch.texts("item")
            let rows = keys.rows(of: item)
            let seconds = batch.integers("seconds")
            for row in 0..<batch.count where seconds[row] != Instant.missing {
                let place = rows[Int(item.codes[row])]
                sums[place] = sums[place, default: 0].addingOrMost(seconds[row])
            }
        }
        for (item, sum) in sums where item >= 0 && result.loggedSeconds[Int(item)] == Instant.missing {
            result.loggedSeconds[Int(item)] = sum
        }
    }
}
