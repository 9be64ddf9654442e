/// All facts of a product, by family.
package struct FactTables: Sendable {
    package var batches: [FactFamily: FactBatches]
    /// Where the log stood when they were read.
    package var position = LogPosition()
    /// The last segment of which nothing counts any longer, and which is therefore not among the facts.
    package var lastSpentSegment: Int64 = 0

    package init(_ batches: [FactFamily: [FactBatch]] = [:]) {
        self.batches = batches.mapValues { FactBatches($0) }
    }

    package init(segments: [FactFamily: [FactSegment]], position: LogPosition, lastSpentSegment: Int64) {
        self.position = position
        self.lastSpentSegment = lastSpentSegment
        batches = segments.mapValues { FactBatches(parts: $0.map { FactBatches.Part.segment($0, of: nil) }) }
    }

    /// Reads every family from a log.
    package init(log: some FactLog) async throws {
        self = try await log.read(FactFamily.allCases)
    }

    /// The facts of the origins that `isCounted` lets through.
    package func filtered(_ isCounted: (String) -> Bool) -> FactTables {
        var result = self
        result.batches = batches.mapValues { $0.filtered(isCounted) }
        return result
    }

    package subscript(family: FactFamily) -> FactBatches { batches[family] ?? FactBatches([]) }

    /// Facts of some items only, by origin; an origin that is not named keeps all of its own.
    package func restricted(to items: [String: LiveItems]) -> FactTables {
        var result = self
        for (family, all) in batches where family.itemColumn != nil { result.batches[family] = all.restricted(to: items) }
        return result
    }
}

/// Where a log stands: what was recorded behind a position comes after it.
package struct LogPosition: Hashable, Sendable {
    package var lastSegment: Int64
    /// How often all facts of a source were taken back, and all facts erased.
    package var retractionCount: Int64

    package init(lastSegment: Int64 = 0, retractionCount: Int64 = 0) {
        self.lastSegment = lastSegment
        self.retractionCount = retractionCount
    }
}

/// Items of one origin that are looked at, by code; what was numbered later is one of them.
package struct LiveItems: Sendable {
    let isLive: [Bool]

    package init(_ isLive: [Bool]) {
        self.isLive = isLive
    }

    func contains(_ code: Int64) -> Bool { code >= isLive.count || isLive[Int(code)] }
}

/// Facts of one family, batch by batch in the order of recording. Stored ones are decoded on the way, so that a walk over
/// millions holds one segment at a time.
package struct FactBatches: Sequence, Sendable, ExpressibleByArrayLiteral {
    fileprivate enum Part: Sendable {
        case batch(FactBatch)
        case segment(FactSegment, of: LiveItems?)

        var origin: String {
            switch self {
            case .batch(let batch): batch.origin
            case .segment(let segment, _): segment.origin
            }
        }
    }

    private var parts: [Part]

    fileprivate init(parts: [Part]) {
        self.parts = parts
    }

    package init(_ batches: [FactBatch]) {
        parts = batches.map(Part.batch)
    }

    package init(arrayLiteral batches: FactBatch...) {
        self.init(batches)
    }

    package mutating func append(_ batch: FactBatch) { parts.append(.batch(batch)) }

    package var isEmpty: Bool { parts.isEmpty }
    package var first: FactBatch? { first { _ in true } }

    /// Origins in the order of their first facts.
    package var origins: [String] {
        var seen: Set<String> = []
        return parts.map(\.origin).filter { seen.insert($0).inserted }
    }

    package func filtered(_ isCounted: (String) -> Bool) -> FactBatches { FactBatches(parts: parts.filter { isCounted($0.origin) }) }

    package func of(_ origin: String) -> FactBatches { filtered { $0 == origin } }

    func restricted(to items: [String: LiveItems]) -> FactBatches {
        FactBatches(
            parts: parts.map { part in
                guard case .segment(let segment, _) = part else { return part }
                return .segment(segment, of: items[segment.origin])
            })
    }

    /// The stored ones, in the order of recording.
    package var segments: [FactSegment] {
        parts.compactMap { part in
            guard case .segment(let segment, _) = part else { return nil }
            return segment
        }
    }

    package struct Iterator: IteratorProtocol {
        fileprivate var parts: IndexingIterator<[Part]>

        package mutating func next() -> FactBatch? {
            while let part = parts.next() {
                switch part {
                case .batch(let batch): return batch
                case .segment(let segment, let items):
                    if let batch = segment.checked({ segment throws(SegmentDamage) in try segment.batch(of: items) }) { return batch }
                }
            }
            return nil
        }
    }

    /// Goes through the facts in order; `takes` may read a stored segment of all items in its own way, or else gets its batch.
    func forEach(
        takes: (FactSegment) throws(SegmentDamage) -> Bool, _ body: (FactBatch) -> Void
    ) {
        for part in parts {
            if case .segment(let segment, of: nil) = part, segment.checked(takes) { continue }
            for batch in FactBatches(parts: [part]) { body(batch) }
        }
    }

    package func makeIterator() -> Iterator { Iterator(parts: parts.makeIterator()) }
}

extension FactSegment {
    /// Reads what the log has checked: what it wrote can be read.
    fileprivate func checked<Result>(_ read: (FactSegment) throws(SegmentDamage) -> Result) -> Result {
        do throws(SegmentDamage) { return try read(self) } catch {
            preconditionFailure("A segment of \(family.rawValue) facts whose checksum holds cannot be read: \(error)")
        }
    }
}
