/// The items of one origin that a scorecard looks at, each at a place of its own: a log numbers all items that ever were, and
/// what is kept must not grow with them.
package struct LiveItems: Sendable, Equatable {
    /// Code in the log's numbering by place: ascending, and behind `orderedCount` what was added later.
    package private(set) var codes: [Int32]
    package let orderedCount: Int
    private var later: [Int32: Int32] = [:]
    /// Places by code from the least one on, -1 where there is none; empty until many are asked for.
    private var table: [Int32] = []
    /// Instead of it, a bit for each code from the least one on, where the items are few and far between.
    private var marks: [UInt64] = []
    private var least: Int32 = 0
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

    /// The same items, for a look at many codes again and again. Complexity: O(items + codes between the least and the greatest).
    package func opened() -> LiveItems {
        guard let low = codes.min(), let high = codes.max(), case let span = Int(high) - Int(low) + 1 else { return self }
        var result = self
        result.least = low
        guard span < 64 * (codes.count + 1_024) else {
            result.marks = [UInt64](repeating: 0, count: span / 64 + 1)
            for code in codes { result.marks[Int(code &- low) / 64] |= 1 << UInt64(Int(code &- low) % 64) }
            return result
        }
        result.table = [Int32](repeating: -1, count: span)
        for (place, code) in codes.enumerated() { result.table[Int(code) - Int(low)] = Int32(place) }
        return result
    }

    /// Whether an item is one of them. Complexity: O(1) where it was opened, else O(log items).
    @inline(__always)
    func holds(_ code: Int64) -> Bool {
        let position = Int(code) &- Int(least)
        if !table.isEmpty { return position >= 0 && position < table.count && table[position] >= 0 }
        if !marks.isEmpty {
            return position >= 0 && position &>> 6 < marks.count && marks[position &>> 6] &>> UInt64(position & 63) & 1 == 1
        }
        return place(of: code) >= 0
    }

    /// Whether one of them may have a code from one to another. Complexity: O(log items).
    func mayHold(_ low: Int64, _ high: Int64) -> Bool {
        guard later.isEmpty else { return true }
        var (first, end) = (0, orderedCount)
        while first < end {
            let middle = (first + end) / 2
            if Int64(codes[middle]) < low { first = middle + 1 } else { end = middle }
        }
        return first < orderedCount && Int64(codes[first]) <= high
    }

    /// The places of many codes. Complexity: O(codes) where it was opened for that and the items are close together.
    func places(of many: [Int32]) -> [Int32] {
        if table.isEmpty { return many.map { place(of: Int64($0)) } }
        return many.map { code in
            let position = Int(code) - Int(least)
            return table.indices.contains(position) ? table[position] : -1
        }
    }

    /// Gives those that have no place yet one. Complexity: O(items).
    package mutating func add(_ more: some Sequence<Int32>) {
        for code in more where place(of: Int64(code)) < 0 {
            later[code] = Int32(codes.count)
            codes.append(code)
        }
        (table, marks) = ([], [])
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

extension LiveItems {
    /// The codes in few bytes: most are close to the one before.
    package var bytes: [UInt8] {
        var writer = SegmentWriter()
        writer.number(codes.count)
        codes.map(Int64.init).withUnsafeBufferPointer { IntegerCoding.write($0, to: &writer) }
        return writer.bytes
    }

    /// What `bytes` gave.
    package init(bytes: [UInt8], orderedCount: Int) throws(SegmentDamage) {
        var result: Result<[Int32], SegmentDamage> = .success([])
        bytes.withUnsafeBytes { bytes in
            var reader = SegmentReader(bytes)
            do throws(SegmentDamage) {
                let count = try reader.count(limit: Int(Int32.max))
                result = .success(try IntegerCoding.read(count, from: &reader, as: Int32.self).values)
            } catch {
                result = .failure(error)
            }
        }
        let codes = try result.get()
        guard (0...codes.count).contains(orderedCount) else { throw SegmentDamage(description: "more items are in order than there are") }
        self.init(codes, orderedCount: orderedCount)
    }
}
