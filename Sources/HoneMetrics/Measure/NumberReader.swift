import HoneFacts

/// A column of numbers, opened for a walk over many of them: a look at one is a load here, and a call into another module there.
struct NumberReader {
    private let narrow: [UInt32]
    private let wide: [Int64]
    private let rest: Int64

    /// The same as `Instant.missing`, the least number of all.
    static let missing = Int64.min

    init(_ column: ItemNumbers) {
        (narrow, wide, rest) = (column.values.narrow, column.values.wide, column.rest)
    }

    init(_ numbers: CompactIntegers) {
        (narrow, wide, rest) = (numbers.narrow, numbers.wide, Self.missing)
    }

    @inline(__always)
    subscript(item: Int) -> Int64 {
        if !narrow.isEmpty { return narrow[item] == .max ? .min : Int64(narrow[item]) }
        return wide.isEmpty ? rest : wide[item]
    }
}

/// The dates of items that most metrics walk over.
struct ItemDates {
    let requestedAt, startedAt, finishedAt, cancelledAt, firstFinishedAt: NumberReader

    init(_ items: ItemHistories) {
        requestedAt = NumberReader(items.requestedAt)
        startedAt = NumberReader(items.startedAt)
        finishedAt = NumberReader(items.finishedAt)
        cancelledAt = NumberReader(items.cancelledAt)
        firstFinishedAt = NumberReader(items.firstFinishedAt)
    }
}
