/// The items of one origin that a scorecard looks at, each at a place of its own: a log numbers all items that ever were, and
/// what is kept must not grow with them.
package struct LiveItems: Sendable, Equatable {
    /// Code in the log's numbering by place: ascending, and behind `orderedCount` what was added later.
    package private(set) var codes: [Int32]
    package let orderedCount: Int
    private var later: [Int32: Int32] = [:]
    /// What stands for their keys, which nobody reads: the text of a place is not the item's key.
    package private(set) var keys = TextTable()

    /// - Parameters:
    ///   - codes: distinct, and ascending up to `orderedCount`.
    ///   - orderedCount: nil where all of them are.
    package init(_ codes: [Int32] = [], orderedCount: Int? = nil) {
        self.codes = codes
        self.orderedCount = orderedCount ?? codes.count
        for place in self.orderedCount..<codes.count { later[codes[place]] = Int32(place) }
        number()
    }

    package var count: Int { codes.count }

    /// -1 where the item is none of them. Complexity: O(log items).
    package func place(of code: Int64) -> Int32 {
        var (low, high) = (0, orderedCount)
        while low < high {
            let middle = (low + high) / 2
            if Int64(codes[middle]) < code { low = middle + 1 } else { high = middle }
        }
        if low < orderedCount, Int64(codes[low]) == code { return Int32(low) }
        return later.isEmpty ? -1 : later[Int32(truncatingIfNeeded: code)] ?? -1
    }

    /// The same of many codes. Complexity: O(codes + items), where the items are close together.
    func places(of many: [Int32]) -> [Int32] {
        guard let low = codes.min(), let high = codes.max() else { return many.map { _ in -1 } }
        let span = Int(high) - Int(low) + 1
        guard span < 64 * (codes.count + 1_024) else { return many.map { place(of: Int64($0)) } }
        var table = [Int32](repeating: -1, count: span)
        for (place, code) in codes.enumerated() { table[Int(code) - Int(low)] = Int32(place) }
        return many.map { $0 < low || $0 > high ? -1 : table[Int($0) - Int(low)] }
    }

    /// Gives those that have no place yet one. Complexity: O(items).
    package mutating func add(_ more: some Sequence<Int32>) {
        for code in more where place(of: Int64(code)) < 0 {
            later[code] = Int32(codes.count)
            codes.append(code)
        }
        number()
    }

    private mutating func number() {
        keys = TextTable(unreadCount: codes.count)
        keys.mark = TextTable.Mark()
    }

    package static func == (left: LiveItems, right: LiveItems) -> Bool {
        left.codes == right.codes && left.orderedCount == right.orderedCount
    }
}
