internal import HoneFacts

/// Gives equal texts one code, so that a text that stands in many rows is decoded and masked once. Code 0 is "not known".
struct CSVInterner {
    private var table = TextTable([""])
    /// What became of each text; empty where texts stay as they are.
    private var changed: [String] = []
    private let transform: (@Sendable (String) -> String)?
    private let mark = TextTable.Mark()

    /// - Parameter transform: what becomes of a new text, for example its mask.
    init(_ transform: (@Sendable (String) -> String)? = nil) {
        self.transform = transform
        if transform != nil { changed = [""] }
    }

    var count: Int { table.count }

    mutating func makeRoom(times: Double) { table.makeRoom(times: times) }

    /// What became of the text of a code.
    subscript(code: Int32) -> String { transform == nil ? table[code] : changed[Int(code)] }

    /// All of them by code. Complexity: O(bytes).
    var texts: [String] { transform == nil ? table.texts : changed }

    /// The code of a text in UTF-8. Complexity: O(length).
    @inline(__always)
    mutating func code(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let code = table.code(adding: bytes)
        if let transform, Int(code) == changed.count { changed.append(transform(table[code])) }
        return code
    }

    mutating func code(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int32 {
        bytes.withUnsafeBufferPointer { code(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// The codes of many texts, each from one number of `ranges` to the next. Complexity: O(bytes of the texts).
    mutating func codes(
        _ ranges: UnsafeBufferPointer<UInt32>, of bytes: UnsafeBufferPointer<UInt8>, into codes: UnsafeMutableBufferPointer<Int32>
    ) {
        // What stays as it is are keys: there are many, and they come with a number.
        if transform == nil { return table.codes(adding: ranges, of: bytes, into: codes) }
        for row in codes.indices {
            codes[row] = code(UnsafeBufferPointer(rebasing: bytes[Int(ranges[row &* 2])..<Int(ranges[row &* 2 &+ 1])]))
        }
    }

    /// Whether a text came before.
    func contains(_ text: String) -> Bool {
        var copy = table
        return copy.code(of: text) != nil
    }

    /// A column of facts with the texts that it names, and not many others. Complexity: O(codes + texts named).
    func column(_ codes: ArraySlice<Int32>, _ scratch: inout CSVPlaces) -> TextColumn {
        guard transform != nil else { return unchanged(codes, &scratch) }
        let (numbers, named) = scratch.number(codes, below: count)
        var own = TextTable([""])
        var places: [Int32] = [0]
        for code in named { places.append(own.code(adding: changed[Int(code)])) }
        return TextColumn(codes: numbers.map { places[Int($0)] }, table: own)
    }

    /// Of texts that stay as they are another code is another text. Those that came last stand in the table one after the other, whether a
    /// row names them or not: most rows of a log speak of them, and none of these is looked for.
    private func unchanged(_ codes: ArraySlice<Int32>, _ scratch: inout CSVPlaces) -> TextColumn {
        var own = TextTable([""])
        guard let last = codes.max(), last > 0 else { return TextColumn(codes: Array(codes), table: own) }
        let first = Self.firstOfRecent(codes, last: last)
        own.append(new: table, from: first, through: last)
        var places = codes.map { $0 &- first &+ 1 }
        let older = places.indices.filter { places[$0] < 1 }
        let (numbers, named) = scratch.number(older.map { codes[codes.startIndex + $0] }[...], below: count)
        own.append(new: table, named)
        for (row, number) in zip(older, numbers) { places[row] = number == 0 ? 0 : number + last - first + 1 }
        return TextColumn(codes: places, table: own, readerCodes: ReaderCodes(mark: mark, recent: first...last, older: named))
    }

    /// Where the texts begin that count as those that came last: there are as many as rows, or a quarter of them where few rows speak of
    /// others, so that what is copied stays in a processor's caches.
    private static func firstOfRecent(_ codes: ArraySlice<Int32>, last: Int32) -> Int32 {
        let near = last - Int32(codes.count / 4)
        let least = max(1, codes.min() ?? 1)
        let isNear = codes.reduce(into: 0) { $0 += $1 < near ? 1 : 0 } < codes.count / 16
        return max(least, isNear ? near : last - Int32(codes.count))
    }
}

/// Scratch space: the number of a code in the column that is being made; 0 where it has none.
struct CSVPlaces {
    private var numbers: [Int32] = []

    /// The numbers of codes in the order in which they come first, from 1 on and 0 for code 0, and the codes by number less one.
    /// Complexity: O(codes), and once O(count).
    mutating func number(_ codes: ArraySlice<Int32>, below count: Int) -> (numbers: [Int32], named: [Int32]) {
        if numbers.count < count { numbers.append(contentsOf: repeatElement(0, count: count - numbers.count)) }
        var named: [Int32] = []
        let result = numbers.withUnsafeMutableBufferPointer { numbers in
            codes.map { code -> Int32 in
                if numbers[Int(code)] == 0, code != 0 {
                    named.append(code)
                    numbers[Int(code)] = Int32(named.count)
                }
                return numbers[Int(code)]
            }
        }
        for code in named { numbers[Int(code)] = 0 }
        return (result, named)
    }
}
