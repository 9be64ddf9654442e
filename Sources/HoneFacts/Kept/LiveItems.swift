/// The items of one origin that a scorecard looks at, each at a place of its own: a log numbers all items that ever were, and
/// what is kept must not grow with them.
package struct LiveItems: Sendable, Equatable {
    /// Code in the log's numbering by place: ascending, and behind `orderedCount` what was added later.
    package private(set) var codes: [Int32]
    package let orderedCount: Int
    private var later: [Int32: Int32] = [:]
    /// Places by code from the least one on, -1 where there is none; empty until many are asked for, and where the items are few and
    /// far between.
    private var table: [Int32] = []
    private var least: Int32 = 0
    /// Their codes, where many are asked for.
    private var marks: CodeMarks?
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
        return Int32(exactly: code).flatMap { later[$0] } ?? -1
    }

    /// The same items, for a look at many codes again and again. Complexity: O(items + codes between the least and the greatest).
    package func opened() -> LiveItems {
        guard let low = codes.min(), let high = codes.max(), case let span = Int(high) - Int(low) + 1 else { return self }
        var result = self
        result.marks = CodeMarks(codes)
        guard span < 64 * (codes.count + 1_024) else { return result }
        result.least = low
        result.table = [Int32](repeating: -1, count: span)
        for (place, code) in codes.enumerated() { result.table[Int(code) - Int(low)] = Int32(place) }
        return result
    }

    /// Which of many codes are items' ones, with their positions. Complexity: O(codes) where they were opened, else O(codes x log items).
    func find(in many: UnsafeBufferPointer<Int64>, _ found: (_ position: Int, _ code: Int32) -> Void) {
        if let marks { return marks.find(in: many, found) }
        for (position, code) in many.enumerated() where place(of: code) >= 0 { found(position, Int32(truncatingIfNeeded: code)) }
    }

    /// Whether one of them may have a code from one to another. Complexity: O(1) where they were opened, else O(log items).
    func mayHold(_ low: Int64, _ high: Int64) -> Bool {
        if let marks { return marks.mayHold(low, high) }
        guard later.isEmpty else { return true }
        var (first, end) = (0, orderedCount)
        while first < end {
            let middle = (first + end) / 2
            if Int64(codes[middle]) < low { first = middle + 1 } else { end = middle }
        }
        return first < orderedCount && Int64(codes[first]) <= high
    }

    /// The places of many codes. Complexity: O(codes) where they were opened and are close together.
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
        (table, marks) = ([], nil)
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
