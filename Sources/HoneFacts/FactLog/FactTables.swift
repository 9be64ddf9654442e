/// All facts of a product, by family.
package struct FactTables: Sendable {
    package var batches: [FactFamily: FactBatches]

    package init(_ batches: [FactFamily: [FactBatch]] = [:]) {
        self.batches = batches.mapValues { FactBatches($0) }
    }

    package init(segments: [FactFamily: [FactSegment]]) {
        batches = segments.mapValues { FactBatches(parts: $0.map(FactBatches.Part.segment)) }
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

/// Facts of one family, batch by batch in the order of recording. Stored ones are decoded on the way, so that a walk over
/// millions holds one segment at a time.
package struct FactBatches: Sequence, Sendable, ExpressibleByArrayLiteral {
    fileprivate enum Part: Sendable {
        case batch(FactBatch)
        case segment(FactSegment)

        var origin: String {
            switch self {
            case .batch(let batch): batch.origin
            case .segment(let segment): segment.origin
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

    package struct Iterator: IteratorProtocol {
        fileprivate var parts: IndexingIterator<[Part]>

        package mutating func next() -> FactBatch? {
            switch parts.next() {
            case nil: return nil
            case .batch(let batch): return batch
            case .segment(let segment):
                do throws(SegmentDamage) {
                    return try segment.batch()
                } catch {
                    // The log has checked the bytes: what it wrote can be read.
                    preconditionFailure("A segment of \(segment.family.rawValue) facts whose checksum holds cannot be read: \(error)")
                }
            }
        }
    }

    package func makeIterator() -> Iterator { Iterator(parts: parts.makeIterator()) }
}
