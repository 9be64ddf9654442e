/// All facts of a product, by family.
package struct FactTables: Sendable {
    package var batches: [FactFamily: FactBatches]
    /// Where the log stood when they were read.
    package var position = LogPosition()

    package init(_ batches: [FactFamily: [FactBatch]] = [:]) {
        self.batches = batches.mapValues { FactBatches($0) }
    }

    init(batches: [FactFamily: FactBatches]) {
        self.batches = batches
    }

    /// - Parameter live: where not nil, only facts of these items, by origin.
    package init(segments: [FactFamily: [FactSegment]], position: LogPosition, of live: [String: LiveItems]? = nil) {
        self.position = position
        batches = segments.mapValues { segments in
            FactBatches(
                parts: segments.map { segment in
                    FactBatches.Part.segment(segment, of: live.map { $0[segment.origin] ?? LiveItems() })
                })
        }
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
}

/// Where a log stands: what was recorded behind a position comes after it.
package struct LogPosition: Hashable, Sendable {
    package var lastSegment: Int64
    /// How often all facts of a source were taken back, and all facts erased.
    package var retractionCount: Int64
    /// Codes of items below this one were in use.
    package var itemCodeCount: Int
    /// Facts with an id of their source that a later version took the place of; such a version may speak of another item.
    package var supersededIDCount: Int

    package init(lastSegment: Int64 = 0, retractionCount: Int64 = 0, itemCodeCount: Int = 0, supersededIDCount: Int = 0) {
        (self.lastSegment, self.retractionCount) = (lastSegment, retractionCount)
        (self.itemCodeCount, self.supersededIDCount) = (itemCodeCount, supersededIDCount)
    }
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

    package var batchCount: Int { parts.count }

    /// Facts, those that count no longer too. Complexity: O(batches).
    var rowCount: Int {
        parts.reduce(0) { sum, part in
            switch part {
            case .batch(let batch): sum + batch.count
            case .segment(let segment, _): sum + segment.checked({ segment throws(SegmentDamage) in try segment.rowCount() })
            }
        }
    }

    package var first: FactBatch? { first { _ in true } }

    /// Origins in the order of their first facts.
    package var origins: [String] {
        var seen: Set<String> = []
        return parts.map(\.origin).filter { seen.insert($0).inserted }
    }

    /// The first and the last batches, each with so many facts and a batch at most; all of them where there are no more.
    /// Complexity: O(batches).
    package func ends(ofRows rowCount: Int) -> FactBatches {
        func count(_ parts: some Sequence<Part>) -> Int {
            var rows = 0
            return parts.prefix { part in
                defer { rows += FactBatches(parts: [part]).rowCount }
                return rows < rowCount
            }.count
        }
        let (first, last) = (count(parts), count(parts.reversed()))
        return first + last >= parts.count ? self : FactBatches(parts: Array(parts.prefix(first) + parts.suffix(last)))
    }

    mutating func append(_ segment: FactSegment, of live: LiveItems?) { parts.append(.segment(segment, of: live)) }

    /// The same facts, those that are stored of some items only, by origin.
    func of(_ live: [String: LiveItems]) -> FactBatches {
        FactBatches(
            parts: parts.map { part in
                guard case .segment(let segment, _) = part else { return part }
                return .segment(segment, of: live[segment.origin] ?? LiveItems())
            })
    }

    /// Whether other rows of a stored segment count no longer than these, by segment.
    func differs(from superseded: [Int64: [UInt8]]) -> Bool {
        parts.contains { part in
            guard case .segment(let segment, _) = part else { return false }
            return segment.superseded != superseded[segment.sequence] ?? []
        }
    }

    /// The same segments, of which these rows count no longer.
    func superseded(_ rows: [Int64: [UInt8]]) -> FactBatches {
        FactBatches(
            parts: parts.map { part in
                guard case .segment(let segment, of: let live) = part else { return part }
                return .segment(segment.superseded(rows[segment.sequence] ?? []), of: live)
            })
    }

    package func filtered(_ isCounted: (String) -> Bool) -> FactBatches { FactBatches(parts: parts.filter { isCounted($0.origin) }) }

    package func of(_ origin: String) -> FactBatches { filtered { $0 == origin } }

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

    /// Goes through the facts in order; `takes` may read a stored segment in its own way, or else gets its batch.
    func forEach(
        takes: (FactSegment, LiveItems?) throws(SegmentDamage) -> Bool, _ body: (FactBatch) -> Void
    ) {
        for part in parts {
            if case .segment(let segment, of: let items) = part,
                segment.checked({ segment throws(SegmentDamage) in try takes(segment, items) })
            {
                continue
            }
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
