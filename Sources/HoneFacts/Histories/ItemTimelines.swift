/// The transitions of one origin, by item and oldest first.
///
/// Two walks over the facts: the first counts, the second puts each transition where the stays of its item will stand, with its
/// raw instant and its stage, so that nothing is kept twice.
struct ItemTimelines {
    /// A transition of which the tracker itself says whether it ends the item.
    struct Closing {
        let isDone: Bool
        /// Seconds since 1970.
        let at: Int64
        let raw: Int64
        let ordinal: Int64
    }

    /// Where each item's transitions end; while they are put, where the next one goes.
    var ends: [UInt32]
    /// Stays that an item with dates needs room for before its transitions.
    static let datedStays = 3
    private let hasDates: [Bool]
    /// Order of the transitions of one instant from `base` on; empty where all are zero.
    private var ordinal: [Int64] = []
    private var hasOrdinals = false
    private let base: Int
    let run: ItemKeys.Run?
    /// The ordinary ones of each segment, where it has no others; between the two walks.
    private var plain: [PlainTransitions?] = []
    /// Whether the transitions came in the order of time, in seconds: then each item's are in order as well.
    var isInOrder = true
    var newest = Int64.min
    /// The earliest raw instant that was put.
    var earliest = Int64.max
    private(set) var closings: [Int32: [Closing]] = [:]
    /// Statuses that no stage names, counted; empty where the stages speak of another tracker.
    private(set) var unmapped: [String: Int] = [:]
    /// How often each of them was entered, by day.
    private(set) var unmappedByDay: [String: [CalendarDay: Int]] = [:]
    private(set) var dateless: [String: Int] = [:]
    /// Whether there are transitions that only stages would give a meaning to.
    private(set) var lacksStages = false

    /// - Parameters:
    ///   - items: rows of the items of the origin.
    ///   - hasDates: which of these items have dates as well.
    ///   - requestedAt: when each item was requested: the date of the status that it was created in.
    ///   - visits: the stays of the items before them, behind which the transitions are put.
    /// - Complexity: O(transitions), and O(n log n) for the n transitions of an item where they are out of order.
    init(
        _ batches: FactBatches, _ keys: inout ItemKeys, items: Range<Int>, hasDates: [Bool], requestedAt: ItemNumbers,
        _ interpretation: Interpretation, into visits: inout ItemVisits
    ) {
        ends = [UInt32](repeating: 0, count: items.count)
        self.hasDates = hasDates
        base = visits.count
        run = keys.run(from: items.lowerBound)
        count(batches, &keys, items, requestedAt, interpretation)
        closings = closings.mapValues { $0.sorted { ($0.at, $0.ordinal) < ($1.at, $1.ordinal) } }
        var end = UInt32(base)
        for (item, isDated) in hasDates.enumerated() {
            let start = end + (isDated ? UInt32(Self.datedStays) : 0)
            end = start + ends[item]
            ends[item] = start
        }
        defer { plain = [] }
        guard end > base else { return }
        visits.resize(Int(end))
        if hasOrdinals { ordinal = [Int64](repeating: 0, count: Int(end) - base) }
        place(batches, &keys, items, requestedAt, interpretation, into: &visits)
        if isInOrder, !hasOrdinals { return }
        let zone = interpretation.zone
        visits.withColumns(narrow: { sort(zone, $0) }, wide: { sort(zone, $0) })
    }

    /// Where the transitions of an item stand, counted from the origin's first item.
    @inline(__always)
    func places(of item: Int) -> Range<Int> {
        (item == 0 ? base : Int(ends[item - 1])) + (hasDates[item] ? Self.datedStays : 0)..<Int(ends[item])
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
            stages = ItemTimelines.stages(of: status, interpretation)
            categories = category.values
        }

        /// The instant of a transition; the status that an item was created in has its date from the item.
        @inline(__always)
        func raw(_ row: Int, _ owner: Int32, _ requestedAt: ItemNumbers) -> Int64 {
            let raw = changedAt[row]
            return raw == Instant.missing && ordinal[row] == -1 && owner >= 0 ? requestedAt[Int(owner)] : raw
        }
    }

    /// Stages by code of a status; -1 where no stage names it.
    private static func stages(of status: TextColumn, _ interpretation: Interpretation) -> [Int32] {
        status.values.map { interpretation.stages?.code(ofStatus: $0).map(Int32.init) ?? -1 }
    }

    private mutating func count(
        _ batches: FactBatches, _ keys: inout ItemKeys, _ items: Range<Int>, _ requestedAt: ItemNumbers, _ interpretation: Interpretation
    ) {
        var (hasOwnWords, hasSteps, isMapped) = (false, false, false)
        batches.forEach { segment, live throws(SegmentDamage) in
            let found = try PlainTransitions(segment, of: live)
            plain.append(found)
            guard let found, case let stages = Self.stages(of: found.statuses, interpretation),
                try found.isEachStatus(in: stages.map { $0 >= 0 })
            else { return false }
            (hasOwnWords, isMapped) = (true, true)
            count(try owners(found, &keys, first: items.lowerBound))
            return true
        } _: { batch in
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
                        if owner >= 0 { ends[Int(owner) - items.lowerBound] += 1 }
                    } else if stage >= 0 {
                        dateless[steps.status[row], default: 0] += 1
                    } else if interpretation.stages != nil {
                        noteUnmapped(steps.status[row], raw, interpretation.zone)
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
                    if owner >= 0 { ends[Int(owner) - items.lowerBound] += 1 }
                } else if interpretation.stages != nil {
                    noteUnmapped(steps.status[row], raw, interpretation.zone)
                }
                guard owner >= 0 else { continue }
                let at = interpretation.zone.seconds(Instant(rawValue: raw))
                closings[owner, default: []].append(Closing(isDone: category == "done", at: at, raw: raw, ordinal: steps.ordinal[row]))
            }
        }
        lacksStages = interpretation.stages == nil && (hasOwnWords || hasSteps)
        // Where the tracker says itself what ends an item and no stage is its, the stages speak of another tracker.
        if !isMapped, !hasOwnWords { (unmapped, unmappedByDay) = ([:], [:]) }
    }

    private mutating func noteUnmapped(_ status: String, _ raw: Int64, _ zone: ZoneTable) {
        unmapped[status, default: 0] += 1
        if raw != Instant.missing { unmappedByDay[status, default: [:]][zone.day(Instant(rawValue: raw)), default: 0] += 1 }
    }

    private mutating func place(
        _ batches: FactBatches, _ keys: inout ItemKeys, _ items: Range<Int>, _ requestedAt: ItemNumbers,
        _ interpretation: Interpretation, into visits: inout ItemVisits
    ) {
        var segments = plain.makeIterator()
        batches.forEach { _, _ throws(SegmentDamage) in
            guard let found = segments.next() ?? nil, case let stages = Self.stages(of: found.statuses, interpretation),
                try found.isEachStatus(in: stages.map { $0 >= 0 }), let instants = try found.instants()
            else { return false }
            let steps = PlainSteps(
                owners: try owners(found, &keys, first: items.lowerBound), statuses: try found.statusCodes(), stages: stages,
                instants: instants)
            visits.withColumns(narrow: { place(steps, into: $0) }, wide: { place(steps, into: $0) })
            return true
        } _: { batch in
            let steps = Steps(batch, &keys, interpretation)
            isInOrder = false
            for row in 0..<batch.count {
                let owner = steps.rows[Int(steps.item.codes[row])]
                let code = steps.stages[Int(steps.status.codes[row])]
                guard owner >= 0, code >= 0 else { continue }
                let instant = steps.raw(row, owner, requestedAt)
                guard instant != Instant.missing else { continue }
                earliest = min(earliest, instant)
                let place = Int(ends[Int(owner) - items.lowerBound])
                ends[Int(owner) - items.lowerBound] += 1
                visits.enteredAt[place] = instant
                visits.stage[place] = UInt16(code)
                if hasOrdinals { ordinal[place - base] = steps.ordinal[row] }
            }
        }
    }

    /// Brings the transitions of each item into the order of time; those of one instant keep their order.
    private func sort<Number>(_ zone: ZoneTable, _ visits: ItemVisits.Columns<Number>) {
        for item in hasDates.indices {
            let places = places(of: item)
            guard places.count > 1 else { continue }
            var isInOrder = true
            var last = visits.enteredAt[places.lowerBound]
            for place in places.dropFirst() {
                let raw = visits.enteredAt[place]
                let isCreation = !ordinal.isEmpty && ordinal[place - base] == -1
                if last >= raw || (last | raw) & 1 == 1 || isCreation {
                    isInOrder = false
                    break
                }
                last = raw
            }
            if isInOrder { continue }
            let entries = places.map { place in
                (
                    at: zone.seconds(Instant(rawValue: Int64(visits.enteredAt[place]))),
                    ordinal: ordinal.isEmpty ? 0 : ordinal[place - base], place: place
                )
            }
            // The status that an item was created in comes before all moves, whatever day it says that it was created on.
            let firstMove = entries.filter { $0.ordinal != -1 }.map(\.at).min()
            func at(_ entry: (at: Int64, ordinal: Int64, place: Int)) -> Int64 {
                entry.ordinal == -1 ? min(entry.at, firstMove ?? entry.at) : entry.at
            }
            let sorted = entries.sorted { (at($0), $0.ordinal, $0.place) < (at($1), $1.ordinal, $1.place) }
            let stage = sorted.map { visits.stage[$0.place] }
            // One that says a later day stands with the first move.
            let first = sorted.first { $0.ordinal != -1 }
            let raw = sorted.map { visits.enteredAt[at($0) < $0.at ? first?.place ?? $0.place : $0.place] }
            for (index, place) in places.enumerated() { (visits.enteredAt[place], visits.stage[place]) = (raw[index], stage[index]) }
        }
    }
}
