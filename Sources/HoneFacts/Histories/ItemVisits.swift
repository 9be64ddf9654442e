/// The stays of items in stages, as columns: those of one item stand together, oldest first.
package struct ItemVisits: Sendable {
    /// Stays of item `i` are those from `offsets[i]` to `offsets[i + 1]`.
    package private(set) var offsets: [UInt32] = [0]
    package internal(set) var stage: [UInt16] = []
    /// Seconds since 1970. A stay lasts until the next one of the same item.
    package internal(set) var enteredAt = CompactIntegers()

    package init() {}

    package var count: Int { enteredAt.count }

    /// A stay in one stage. Seconds since 1970; `leftAt` is nil while it lasts.
    package struct Visit: Sendable, Equatable {
        package var stage: Int
        package var enteredAt: Int64
        package var leftAt: Int64?
    }

    /// The stays of one item.
    package struct Stays: RandomAccessCollection {
        fileprivate let visits: ItemVisits
        package let startIndex: Int
        package let endIndex: Int

        package subscript(position: Int) -> Visit {
            Visit(
                stage: Int(visits.stage[position]), enteredAt: visits.enteredAt[position],
                leftAt: position + 1 < endIndex ? visits.enteredAt[position + 1] : nil)
        }
    }

    package func range(of item: Int) -> Range<Int> { Int(offsets[item])..<Int(offsets[item + 1]) }

    /// Seconds since 1970 at which an item's first stay began.
    func firstEntry(of item: Int) -> Int64? { offsets[item] < offsets[item + 1] ? enteredAt[Int(offsets[item])] : nil }

    package func stays(of item: Int) -> Stays {
        Stays(visits: self, startIndex: Int(offsets[item]), endIndex: Int(offsets[item + 1]))
    }

    /// The stage an item was in at an instant, or nil before it existed. Complexity: O(visits of the item).
    package func stage(of item: Int, atSeconds seconds: Int64) -> Int? {
        let range = range(of: item)
        var position = range.upperBound
        while position > range.lowerBound {
            position -= 1
            if enteredAt[position] <= seconds { return Int(stage[position]) }
        }
        return nil
    }

    /// Makes room for the ends of as many items' stays.
    mutating func reserveItems(_ size: Int) { offsets.reserveCapacity(size + 1) }

    /// Ends the stays of more items at some positions.
    mutating func close(at positions: [UInt32]) { offsets += positions }

    /// Items whose stays are here.
    package var itemCount: Int { offsets.count - 1 }

    /// Appends the stays of one more item, oldest first. Complexity: O(stays).
    package mutating func append(_ stays: [(stage: Int, enteredAt: Int64)]) {
        for stay in stays {
            stage.append(UInt16(stay.stage))
            enteredAt.append(stay.enteredAt, count: 1)
        }
        close(at: count)
    }

    /// Ends the stays of one more item at a position, from which those of the next one begin.
    mutating func close(at position: Int) { offsets.append(UInt32(position)) }

    /// Work on the columns themselves, in the width that the instants have.
    struct Columns<Number: FixedWidthInteger> {
        let stage: UnsafeMutableBufferPointer<UInt16>
        let enteredAt: UnsafeMutableBufferPointer<Number>
    }

    /// Whatever `narrow` or `wide` sets has to fit into the width it is given.
    mutating func withColumns<Result>(narrow: (Columns<UInt32>) -> Result, wide: (Columns<Int64>) -> Result) -> Result {
        stage.withUnsafeMutableBufferPointer { stage in
            enteredAt.withMemory(
                narrow: { narrow(Columns(stage: stage, enteredAt: $0)) }, wide: { wide(Columns(stage: stage, enteredAt: $0)) })
        }
    }

    mutating func resize(_ size: Int) {
        if size < count {
            stage.removeLast(count - size)
            enteredAt.removeLast(enteredAt.count - size)
        } else {
            if stage.isEmpty { stage = [UInt16](repeating: 0, count: size) }
            stage.append(contentsOf: repeatElement(0, count: size - stage.count))
            enteredAt.append(0, count: size - enteredAt.count)
        }
    }
}
