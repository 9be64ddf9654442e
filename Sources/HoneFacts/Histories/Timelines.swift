/// The transitions of one origin, by item, oldest first.
struct Timelines {
    /// One transition, its status mapped to a stage.
    struct Entry {
        let stage: Int
        /// Seconds since 1970.
        let at: Int64
        let raw: Int64
        let ordinal: Int64
    }

    /// A transition of which the tracker itself says whether it ends the item.
    struct Closing {
        let isDone: Bool
        /// Seconds since 1970.
        let at: Int64
        let raw: Int64
        let ordinal: Int64
    }

    private(set) var mapped: [String: [Entry]] = [:]
    private(set) var closings: [String: [Closing]] = [:]
    /// Statuses that no stage names, counted; empty where the stages speak of another tracker.
    private(set) var unmapped: [String: Int] = [:]
    private(set) var dateless: [String: Int] = [:]
    /// Whether there are transitions that only stages would give a meaning to.
    private(set) var lacksStages = false

    /// - Parameters:
    ///   - names: an item's key by its other names.
    ///   - requested: when each item was requested: the date of the status that it was created in.
    /// - Complexity: O(transitions x log transitions).
    init(_ batches: [FactBatch], _ names: [String: String], _ interpretation: Interpretation, requested: [String: Int64]) {
        var (hasOwnWords, hasSteps) = (false, false)
        for batch in batches {
            let (item, status, category) = (batch.texts("item"), batch.texts("status"), batch.texts("category"))
            let (changedAt, ordinal) = (batch.integers("changed_at"), batch.integers("ordinal"))
            let stages = status.values.map { interpretation.stages?.code(ofStatus: $0) }
            for row in 0..<batch.count {
                let key = names[item[row]] ?? item[row]
                var raw = changedAt[row]
                // The status that an item was created in has its date from the item.
                if raw == Instant.missing, ordinal[row] == -1 { raw = requested[key] ?? Instant.missing }
                let (stage, tracker) = (stages[Int(status.codes[row])], category[row])
                if tracker.isEmpty { hasOwnWords = true }
                if tracker == "active" { hasSteps = true }
                guard stage != nil || !tracker.isEmpty else {
                    if interpretation.stages != nil { unmapped[status[row], default: 0] += 1 }
                    continue
                }
                guard raw != Instant.missing else {
                    dateless[status[row], default: 0] += 1
                    continue
                }
                let at = interpretation.zone.seconds(Instant(rawValue: raw))
                if let stage { mapped[key, default: []].append(Entry(stage: stage, at: at, raw: raw, ordinal: ordinal[row])) }
                if !tracker.isEmpty {
                    closings[key, default: []].append(Closing(isDone: tracker == "done", at: at, raw: raw, ordinal: ordinal[row]))
                }
                if stage == nil, interpretation.stages != nil { unmapped[status[row], default: 0] += 1 }
            }
        }
        lacksStages = interpretation.stages == nil && (hasOwnWords || hasSteps)
        // Where the tracker says itself what ends an item and no stage is its, the stages speak of another tracker.
        if mapped.isEmpty, !hasOwnWords { unmapped = [:] }
        mapped = mapped.mapValues { $0.sorted { ($0.at, $0.ordinal) < ($1.at, $1.ordinal) } }
        closings = closings.mapValues { $0.sorted { ($0.at, $0.ordinal) < ($1.at, $1.ordinal) } }
    }
}
