/// Texts of items. Nothing is kept for a column that no source fills.
package struct ItemTexts: RandomAccessCollection, Sendable {
    /// Empty as long as `even` tells them.
    private var codes: [Int32] = []
    private var even = EvenCodes()
    private var table = TextTable()
    package private(set) var count = 0
    /// Items that there will be at most, where that is known.
    private var room = 0

    package init() {}

    package init(_ texts: [String]) {
        for text in texts { append(text) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(item: Int) -> String { text(code(item)) }

    package func isEmpty(_ item: Int) -> Bool { code(item) < 0 }

    /// Whether any item has one.
    package var isFilled: Bool { even.count > 0 || codes.contains { $0 >= 0 } }

    /// A number that equal texts share; -1 for an empty one.
    package func code(_ item: Int) -> Int32 { codes.isEmpty ? even[item] : codes[item] }

    /// Text by code.
    package func text(_ code: Int32) -> String { code < 0 ? "" : table[code] }

    /// Identity of the numbering that codes belong to, where a log gave it.
    var mark: TextTable.Mark? { table.mark }

    /// One more than the greatest code.
    package var codeCount: Int { table.count }

    package mutating func append(_ text: String) {
        resize(count + 1)
        if !text.isEmpty { set(table.code(adding: text), at: count - 1) }
    }

    /// Makes room for items whose text is not known yet.
    mutating func resize(_ size: Int) {
        if !codes.isEmpty, size > codes.count { codes.append(contentsOf: repeatElement(-1, count: size - codes.count)) }
        count = size
    }

    /// Makes room for items whose number is not known yet.
    mutating func reserve(_ size: Int) { room = size }

    private mutating func open() {
        guard codes.isEmpty else { return }
        codes.reserveCapacity(Swift.max(count, room))
        for item in 0..<even.count { codes.append(even[item]) }
        codes.append(contentsOf: repeatElement(-1, count: count - even.count))
    }

    private mutating func set(_ code: Int32, at item: Int) {
        if codes.isEmpty, even.take(code, at: item) { return }
        open()
        codes[item] = code
    }

    /// Gives the items of `rows` a text.
    mutating func merge(_ text: String, _ rows: [Int32]) {
        let code = table.code(adding: text)
        for row in rows { set(code, at: Int(row)) }
    }

    /// Gives the items of `rows` the texts of a column where they are known; a later row goes before an earlier one.
    mutating func merge(_ column: TextColumn, _ rows: [Int32]) {
        let other = column.table
        // Nobody knows anything.
        if other.count == 1, other.isEmpty(0) { return }
        if table.count == 0 { table = other }
        if let mark = table.mark, mark === other.mark {
            // One log numbers both; it may have grown in between.
            if other.count > table.count { table = other }
            var isKnown = [Bool](repeating: false, count: 0)
            if other.count < 65_536 { isKnown = (0..<Int32(other.count)).map { !other.isEmpty($0) } }
            func hasText(_ code: Int32) -> Bool { isKnown.isEmpty ? !other.isEmpty(code) : isKnown[Int(code)] }
            var next = 0
            if codes.isEmpty {
                while next < column.codes.count, !hasText(column.codes[next]) || even.take(column.codes[next], at: Int(rows[next])) {
                    next += 1
                }
            }
            if next == column.codes.count { return }
            open()
            codes.withUnsafeMutableBufferPointer { codes in
                for row in next..<column.codes.count where hasText(column.codes[row]) { codes[Int(rows[row])] = column.codes[row] }
            }
        } else {
            for row in 0..<column.count where !column.isEmpty(row) { set(table.code(adding: column[row]), at: Int(rows[row])) }
        }
    }
}

/// Codes of the first items, where they are all one, as those of an origin are, or each is one more than the one before, as those of
/// keys are: two numbers for all of them.
private struct EvenCodes {
    private(set) var count = 0
    private var first: Int32 = 0
    /// From one item to the next: 0 or 1.
    private var step: Int32 = 0

    /// -1 behind these items.
    @inline(__always)
    subscript(item: Int) -> Int32 { item < count ? first &+ step &* Int32(truncatingIfNeeded: item) : -1 }

    /// Takes the code of the item behind these, or that of one of them once more; false where it is another.
    mutating func take(_ code: Int32, at item: Int) -> Bool {
        guard item >= count else { return self[item] == code }
        guard item == count else { return false }
        switch count {
        case 0: first = code
        case 1 where code == first || code == first &+ 1: step = code &- first
        case 1: return false
        default: guard code == first &+ step &* Int32(truncatingIfNeeded: item) else { return false }
        }
        count += 1
        return true
    }
}

/// Whole numbers of items, for example raw instants. Nothing is kept for a column that no source fills.
package struct ItemNumbers: RandomAccessCollection, Sendable {
    package private(set) var values = CompactIntegers()
    /// What an item has until something is known of it.
    package let rest: Int64
    package private(set) var count = 0

    package init(rest: Int64 = Instant.missing) {
        self.rest = rest
    }

    package init(_ numbers: [Int64]) {
        rest = Instant.missing
        values = CompactIntegers(numbers)
        count = numbers.count
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    @inlinable package subscript(item: Int) -> Int64 {
        @inline(__always) get { values.isEmpty ? rest : values[item] }
        @usableFromInline set {
            if values.isEmpty {
                guard newValue != rest else { return }
                values = CompactIntegers(repeating: rest, count: count)
            }
            values[item] = newValue
        }
    }

    /// Whether any item has one.
    package var isFilled: Bool { values.hasOther(than: rest, at: values.indices) }

    /// The least and the greatest of the numbers that are not missing; nil where there is none. Complexity: O(numbers).
    package var bounds: (least: Int64, greatest: Int64)? {
        guard values.isEmpty, count > 0, rest != Instant.missing else { return values.bounds }
        return (rest, rest)
    }

    /// Whether each number has four bytes.
    var isNarrow: Bool { values.isNarrow }

    /// Sets the numbers of as many items from one on as some places of other numbers have.
    mutating func set(from first: Int, _ others: CompactIntegers, _ places: Range<Int>) {
        if values.isEmpty {
            guard others.hasOther(than: rest, at: places) else { return }
            values = CompactIntegers(repeating: rest, count: count)
        }
        values.set(from: first, others, places)
    }

    mutating func resize(_ size: Int) {
        if !values.isEmpty, size > values.count { values.append(rest, count: size - values.count) }
        count = size
    }

    /// Gives the items of `rows` the numbers of a column where they are known; a later row goes before an earlier one.
    mutating func merge(_ column: [Int64], _ rows: [Int32]) {
        for (row, number) in column.enumerated() where number != Instant.missing { self[Int(rows[row])] = number }
    }
}
