/// The transitions of one origin, by item and oldest first, as columns.
///
/// Two walks over the facts: the first counts, the second puts each transition in its place, so that nothing is kept twice.
struct ItemTimelines {
    /// A transition of which the tracker itself says whether it ends the item.
    struct Closing {
        let isDone: Bool
        /// Seconds since 1970.
        let at: Int64
        let raw: Int64
        let ordinal: Int64
    }

    /// Transitions of item `i` are those from `starts[i]` to `starts[i + 1]`.
    private(set) var starts: [UInt32]
    private(set) var raw: [Int64] = []
    private(set) var stage: [UInt16] = []
    /// Order of the transitions of one instant; empty where all are zero.
    private var ordinal: [Int64] = []
    private var hasOrdinals = false
    private(set) var closings: [Int32: [Closing]] = [:]
    /// Statuses that no stage names, counted; empty where the stages speak of another tracker.
    private(set) var unmapped: [String: Int] = [:]
    private(set) var dateless: [String: Int] = [:]
    /// Whether there are transitions that only stages would give a meaning to.
    private(set) var lacksStages = false

    /// - Parameters:
    ///   - items: rows of the items of the origin.
    ///   - requestedAt: when each item was requested: the date of the status that it was created in.
    /// - Complexity: O(transitions), and O(n log n) for the n transitions of an item where they are out of order.
    init(
        _ batches: FactBatches, _ keys: inout ItemKeys, items: Range<Int>, requestedAt: ItemNumbers, _ interpretation: Interpretation
    ) {
        starts = [UInt32](repeating: 0, count: items.count + 1)
        count(batches, &keys, items, requestedAt, interpretation)
        closings = closings.mapValues { $0.sorted { ($0.at, $0.ordinal) < ($1.at, $1.ordinal) } }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        let total = Int(starts[starts.count - 1])
        guard total > 0 else { return }
        raw = [Int64](repeating: 0, count: total)
        stage = [UInt16](repeating: 0, count: total)
        if hasOrdinals { ordinal = [Int64](repeating: 0, count: total) }
        place(batches, &keys, items, requestedAt, interpretation)
        sort(interpretation.zone)
    }

    /// A batch of transitions with what each of its texts means.
    private struct Steps {
        let batch: FactBatch
        let item, status, category: TextColumn
        let changedAt, ordinal: [Int64]
        /// Row of the item by code; -1 where no source describes it.
        let rows: [Int32]
        /// Stage by code of the status; -1 where no stage names it.
        let stages: [Int32]
        let categories: [String]

        init(_ batch: FactBatch, _ keys: inout ItemKeys, _ interpretation: Interpretation) {
            self.batch = batch
            (item, status, category) = (batch.texts("item"), batch.texts("status"), batch.texts("category"))
            (changedAt, ordinal) = (batch.integers("changed_at"), batch.integers("ordinal"))
            rows = keys.rows(of: item)
            stages = status.values.map { interpretation.stages?.code(ofStatus: $0).map(Int32.init) ?? -1 }
            categories = category.values
        }

        /// The instant of a transition; the status that an item was created in has its date from the item.
        @inline(__always)
        func raw(_ row: Int, _ owner: Int32, _ requestedAt: ItemNumbers) -> Int64 {
            let raw = changedAt[row]
            return raw == Instant.missing && ordinal[row] == -1 && owner >= 0 ? requestedAt[Int(owner)] : raw
        }
    }

    private mutating func count(
        _ batches: FactBatches, _ keys: inout ItemKeys, _ items: Range<Int>, _ requestedAt: ItemNumbers, _ interpretation: Interpretation
    ) {
        var (hasOwnWords, hasSteps, isMapped) = (false, false, false)
        for batch in batches {
            let steps = Steps(batch, &keys, interpretation)
            let isOwn = steps.categories.map(\.isEmpty)
            for row in 0..<batch.count {
                let owner = steps.rows[Int(steps.item.codes[row])]
                let stage = steps.stages[Int(steps.status.codes[row])]
                let raw = steps.raw(row, owner, requestedAt)
                if isOwn[Int(steps.category.codes[row])] {
                    hasOwnWords = true
                    if stage >= 0, raw != Instant.missing {
                        isMapped = true
                        if steps.ordinal[row] != 0 { hasOrdinals = true }
                        if owner >= 0 { starts[Int(owner) - items.lowerBound + 1] += 1 }
                    } else if stage >= 0 {
                        dateless[steps.status[row], default: 0] += 1
                    } else if interpretation.stages != nil {
                        unmapped[steps.status[row], default: 0] += 1
                    }
                    continue
                }
                let category = steps.categories[Int(steps.category.codes[row])]
                if category == "active" { hasSteps = true }
                guard raw != Instant.missing else {
                    dateless[steps.status[row], default: 0] += 1
                    continue
                }
                if stage >= 0 {
                    isMapped = true
                    if steps.ordinal[row] != 0 { hasOrdinals = true }
                    if owner >= 0 { starts[Int(owner) - items.lowerBound + 1] += 1 }
                } else if interpretation.stages != nil {
                    unmapped[steps.status[row], default: 0] += 1
                }
                guard owner >= 0 else { continue }
                let at = interpretation.zone.seconds(Instant(rawValue: raw))
                closings[owner, default: []].append(Closing(isDone: category == "done", at: at, raw: raw, ordinal: steps.ordinal[row]))
            }
        }
        lacksStages = interpretation.stages == nil && (hasOwnWords || hasSteps)
        // Where the tracker says itself what ends an item and no stage is its, the stages speak of another tracker.
        if !isMapped, !hasOwnWords { unmapped = [:] }
    }

    private mutating func place(
        _ batches: FactBatches, _ keys: inout ItemKeys, _ items: Range<Int>, _ requestedAt: ItemNumbers, _ interpretation: Interpretation
    ) {
        var next = starts
        for batch in batches {
            let steps = Steps(batch, &keys, interpretation)
            for row in 0..<batch.count {
                let owner = steps.rows[Int(steps.item.codes[row])]
                let code = steps.stages[Int(steps.status.codes[row])]
                guard owner >= 0, code >= 0 else { continue }
                let instant = steps.raw(row, owner, requestedAt)
                guard instant != Instant.missing else { continue }
                let place = Int(next[Int(owner) - items.lowerBound])
                next[Int(owner) - items.lowerBound] += 1
                raw[place] = instant
                stage[place] = UInt16(code)
                if hasOrdinals { ordinal[place] = steps.ordinal[row] }
            }
        }
    }

    /// Brings the transitions of each item into the order of time; those of one instant keep their order.
    private mutating func sort(_ zone: ZoneTable) {
        for item in 0..<(starts.count - 1) {
            let (start, end) = (Int(starts[item]), Int(starts[item + 1]))
            guard end - start > 1 else { continue }
            var isInOrder = true
            for place in (start + 1)..<end where raw[place - 1] >= raw[place] || (raw[place - 1] | raw[place]) & 1 == 1 {
                isInOrder = false
                break
            }
            if isInOrder { continue }
            let entries = (start..<end).map { place in
                (at: zone.seconds(Instant(rawValue: raw[place])), ordinal: ordinal.isEmpty ? 0 : ordinal[place], place: place)
            }
            let sorted = entries.sorted { ($0.at, $0.ordinal, $0.place) < ($1.at, $1.ordinal, $1.place) }
            let (rawThen, stageThen) = (sorted.map { raw[$0.place] }, sorted.map { stage[$0.place] })
            raw.replaceSubrange(start..<end, with: rawThen)
            stage.replaceSubrange(start..<end, with: stageThen)
        }
    }
}
