/// The lives of a run of items: found one after the other, and then written column by column.
struct ItemLives {
    /// Few enough for a processor's nearest cache but one.
    static let mostCount = 1_024

    private let count: Int
    /// Column after column, in the order in which `ItemHistories` takes them.
    var numbers = CompactIntegers()
    fileprivate private(set) var ends: [UInt32]
    fileprivate private(set) var isReopened: [Bool]
    fileprivate private(set) var isReturned: [Bool]
    /// Where the stays of the last one end.
    private(set) var end: Int
    /// Transitions that have not happened yet.
    var lateCount = 0

    /// - Parameter position: where the stays of the first one begin.
    init(count: Int, behind position: Int) {
        self.count = count
        end = position
        ends = [UInt32](repeating: 0, count: count)
        isReopened = [Bool](repeating: false, count: count)
        isReturned = isReopened
    }

    private static let columnCount = 8

    /// Makes the columns of as many lives, each of which has to be added.
    mutating func columns<Number>(_ fill: (inout ItemLives, UnsafeMutableBufferPointer<Number>) -> Void) -> [Number] {
        [Number](unsafeUninitializedCapacity: count * Self.columnCount) { columns, initializedCount in
            fill(&self, columns)
            initializedCount = count * Self.columnCount
        }
    }

    @inline(__always)
    mutating func add<Number>(_ life: ItemLife<Number>, at place: Int, to columns: UnsafeMutableBufferPointer<Number>) {
        var position = place
        func put(_ number: Number) {
            columns.initializeElement(at: position, to: number)
            position &+= count
        }
        put(life.requestedAt)
        put(life.startedAt)
        put(life.finishedAt)
        put(life.firstFinishedAt)
        put(life.cancelledAt)
        put(life.activeSeconds)
        put(life.processSeconds)
        put(life.blockedSeconds)
        if life.isReopened { isReopened[place] = true }
        if life.isReturned { isReturned[place] = true }
        end &+= life.visitCount
        ends[place] = UInt32(truncatingIfNeeded: end)
    }

    /// Places of a column's numbers.
    fileprivate func places(ofColumn column: Int) -> Range<Int> { column * count..<(column + 1) * count }
}

extension ItemHistories {
    /// Makes room for the lives of as many items.
    mutating func reserveLives(_ size: Int) {
        for flags in [\ItemHistories.isReopened, \.isReturned, \.hasClosings, \.hasTransitions] {
            self[keyPath: flags].reserveCapacity(size)
        }
        visits.reserveItems(size)
    }

    /// Takes in lives, the first of them that of an item whose row is given. Complexity: O(lives).
    mutating func add(_ lives: ItemLives, from first: Int) {
        var column = 0
        func set(_ numbers: WritableKeyPath<ItemHistories, ItemNumbers>) {
            self[keyPath: numbers].set(from: first, lives.numbers, lives.places(ofColumn: column))
            column += 1
        }
        set(\.requestedAt)
        set(\.startedAt)
        set(\.finishedAt)
        set(\.firstFinishedAt)
        set(\.cancelledAt)
        set(\.activeSeconds)
        set(\.processSeconds)
        set(\.blockedSeconds)
        isReopened += lives.isReopened
        isReturned += lives.isReturned
        let count = lives.ends.count
        hasClosings.append(contentsOf: repeatElement(false, count: count))
        hasTransitions.append(contentsOf: repeatElement(true, count: count))
        visits.close(at: lives.ends)
    }
}
