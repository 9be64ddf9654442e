internal import HoneFacts

/// Gives equal texts one code, so that a text that stands in many rows is decoded and masked once. Code 0 is "not known".
struct CSVInterner {
    private var table = TextTable([""])
    /// What became of each text; empty where texts stay as they are.
    private var changed: [String] = []
    private let transform: (@Sendable (String) -> String)?
    private var recent = CSVRecentTexts()

    /// - Parameter transform: what becomes of a new text, for example its mask.
    init(_ transform: (@Sendable (String) -> String)? = nil) {
        self.transform = transform
        if transform != nil { changed = [""] }
    }

    var count: Int { table.count }

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
        _ ranges: UnsafeBufferPointer<Int>, of bytes: UnsafeBufferPointer<UInt8>, into codes: UnsafeMutableBufferPointer<Int32>
    ) {
        // What stays as it is are keys: there are many, and they come with a number.
        if transform == nil { return table.codes(adding: ranges, of: bytes, into: codes) }
        let raw = UnsafeRawBufferPointer(bytes)
        for row in codes.indices {
            let (start, end) = (ranges[row &* 2], ranges[row &* 2 &+ 1])
            guard let text = CSVRecentTexts.Text(raw, start, end) else {
                codes[row] = start == end ? 0 : code(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                continue
            }
            let known = recent.code(text)
            codes[row] = known
            guard known < 0 else { continue }
            codes[row] = code(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            recent.keep(codes[row], text)
        }
    }

    /// Whether a text came before.
    func contains(_ text: String) -> Bool {
        var copy = table
        return copy.code(of: text) != nil
    }

    /// A column of facts with only the texts that it names. Complexity: O(codes + texts named).
    func column(_ codes: ArraySlice<Int32>, _ places: inout CSVPlaces) -> TextColumn {
        var own = TextTable([""])
        places.begin(count)
        let local = codes.map { code in
            let known = places[code]
            if code == 0 || known >= 0 { return max(0, known) }
            let place: Int32
            if transform == nil {
                // Another code is another text.
                place = Int32(own.count)
                own.append(new: table, code)
            } else {
                place = own.code(adding: changed[Int(code)])
            }
            places[code] = place
            return place
        }
        return TextColumn(codes: local, table: own)
    }
}

/// Scratch space: the place of a code in the column that is being made.
struct CSVPlaces {
    private var places: [Int32] = []
    private var used: [Int32] = []

    /// Forgets the last column. Complexity: O(codes that it named).
    mutating func begin(_ count: Int) {
        for code in used { places[Int(code)] = -1 }
        used.removeAll(keepingCapacity: true)
        if places.count < count { places.append(contentsOf: repeatElement(-1, count: count - places.count)) }
    }

    /// Negative where it has none.
    subscript(code: Int32) -> Int32 {
        get { places[Int(code)] }
        set {
            places[Int(code)] = newValue
            used.append(code)
        }
    }
}
