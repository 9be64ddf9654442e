/// Distinct texts, each known by a code: its place in the order of first appearance.
///
/// Texts that are equal by Unicode's rules share a code. One buffer holds all of them. Keys that end with a number are found by
/// it, all others by open addressing over tags of 32 bits, so that a million keys cost little memory and no allocation each.
package struct TextTable: Sendable {
    /// UTF-8 of all texts, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private(set) var ends: [UInt32] = []
    private var numbered = NumberedTexts()
    /// The high half of the hash and the code plus one, of texts that are not in `numbered`; 0 is free. A text's slot follows from
    /// the high bits of its hash, so that a larger table is made without the texts.
    private var slots: [UInt64] = []
    private var slotShift: UInt64 = 64
    /// How many slots are taken.
    private var hashedCount = 0
    /// Texts in slots that were asked for last, as there: events come in the order of time, and a table of a million keys is too
    /// large for a processor's caches.
    private var recent: [UInt64] = []
    private static let recentCount = 65_536
    /// Texts with signs beyond ASCII, which may be equal and have different bytes.
    private var wide: [String: Int32] = [:]
    /// How many texts, from the first on, can be found.
    private var indexedCount = 0
    /// Tables that a log handed out together and that number texts alike carry the same mark.
    package var mark: Mark?

    /// Identity of a numbering.
    package final class Mark: Sendable {
        package init() {}
    }

    package init() {}

    package init(_ texts: [String]) {
        for text in texts { _ = code(adding: text) }
    }

    /// A table of which nobody reads a text: each stands as a question mark.
    package init(unreadCount: Int) {
        bytes = [UInt8](repeating: UInt8(ascii: "?"), count: unreadCount)
        ends = (0..<UInt32(unreadCount)).map { $0 + 1 }
    }

    package var count: Int { ends.count }

    package func range(_ code: Int32) -> Range<Int> {
        let position = Int(code)
        return (position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])
    }

    package subscript(code: Int32) -> String { String(decoding: bytes[range(code)], as: UTF8.self) }

    package func isEmpty(_ code: Int32) -> Bool { range(code).isEmpty }

    /// Hands over a text in UTF-8.
    package func withBytes<Result>(_ code: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(code)])) }
    }

    /// All texts in the order of their codes. Complexity: O(bytes).
    package var texts: [String] { (0..<Int32(count)).map { self[$0] } }

    /// The code of a text, which is added where it is new. Complexity: O(length).
    package mutating func code(adding text: String) -> Int32 {
        var text = text
        return text.withUTF8 { code(adding: $0) }
    }

    /// The code of a text in UTF-8, which is added where it is new. Complexity: O(length).
    package mutating func code(adding text: UnsafeBufferPointer<UInt8>) -> Int32 {
        if text.isEmpty, ends.first == 0 { return 0 }
        if indexedCount < ends.count { index() }
        guard let number = TextNumber(text), let position = numbered.position(adding: number, textCount: ends.count) else {
            return hashed(adding: text)
        }
        return code(adding: text, at: position)
    }

    /// The code of a text whose number has a position.
    private mutating func code(adding text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int32 {
        let code = numbered[position]
        if code >= 0 { return code }
        let known = numbered.isPartial ? hashed(of: text, TextHash.hash(text)) : nil
        numbered[position] = known ?? Int32(ends.count)
        return known ?? append(text)
    }

    /// The codes of many texts of `bytes`, each from one number of `ranges` to the next; new ones are added. What of them has to
    /// be fetched from memory is asked for at once. Complexity: O(their length).
    package mutating func codes(
        adding ranges: UnsafeBufferPointer<UInt32>, of bytes: UnsafeBufferPointer<UInt8>, into codes: UnsafeMutableBufferPointer<Int32>
    ) {
        if indexedCount < ends.count { index() }
        func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: bytes[Int(ranges[row &* 2])..<Int(ranges[row &* 2 &+ 1])])
        }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: codes.count) { positions in
            for row in codes.indices {
                positions[row] = TextNumber(text(row)).flatMap { numbered.position(adding: $0, textCount: ends.count) } ?? -1
            }
            numbered.codes(at: UnsafeBufferPointer(positions), into: codes)
            for row in codes.indices where codes[row] < 0 {
                codes[row] = positions[row] < 0 ? hashed(adding: text(row)) : code(adding: text(row), at: positions[row])
            }
        }
    }

    /// The codes of texts of another table; new ones are added. Complexity: O(their length).
    package mutating func codes(adding other: TextTable, _ codes: [Int32]) -> [Int32] {
        if let found = codesOfFew(adding: other, codes) { return found }
        var ranges: [UInt32] = []
        ranges.reserveCapacity(codes.count * 2)
        for code in codes {
            let range = other.range(code)
            ranges.append(UInt32(truncatingIfNeeded: range.lowerBound))
            ranges.append(UInt32(truncatingIfNeeded: range.upperBound))
        }
        return [Int32](unsafeUninitializedCapacity: codes.count) { result, count in
            result.initialize(repeating: 0)
            other.bytes.withUnsafeBufferPointer { bytes in
                ranges.withUnsafeBufferPointer { self.codes(adding: $0, of: bytes, into: result) }
            }
            count = codes.count
        }
    }

    private mutating func hashed(adding text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = TextHash.hash(text)
        let place = Int(truncatingIfNeeded: hash) & (Self.recentCount - 1)
        if !recent.isEmpty, (recent[place] ^ hash) >> 32 == 0 {
            let code = Int32(truncatingIfNeeded: recent[place] & 0xffff_ffff) - 1
            if code >= 0, isText(code, text) { return code }
        }
        let code = hashed(of: text, hash) ?? add(text, hash)
        if hashedCount > Self.recentCount / 2 {
            if recent.isEmpty { recent = [UInt64](repeating: 0, count: Self.recentCount) }
            recent[place] = Self.slot(hash, code: code)
        }
        return code
    }

    private func isText(_ code: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(code)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBytes { Self.isEqual($0, range.lowerBound, UnsafeRawBufferPointer(text)) }
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
        if Self.hasOtherSpellings(text) {
            let string = String(decoding: text, as: UTF8.self)
            if let known = wide[string] { return known }
            wide[string] = Int32(ends.count)
        }
        put(hash, code: Int32(ends.count))
        return append(text)
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        indexedCount = ends.count
        return Int32(ends.count - 1)
    }

    /// The code of a text, or nil where it is not there. Complexity: O(length), and once O(texts).
    package mutating func code(of text: String) -> Int32? {
        if indexedCount < ends.count { index() }
        var copy = text
        return copy.withUTF8(found) ?? (wide.isEmpty ? nil : wide[text])
    }

    /// The code of a text among those that can be found by their bytes.
    func found(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
        if let number = TextNumber(text), let position = numbered.position(of: number), numbered[position] >= 0 {
            return numbered[position]
        }
        return hashed(of: text, TextHash.hash(text))
    }

    /// Makes room for so many times the texts there are.
    package mutating func makeRoom(times: Double) {
        bytes.reserveCapacity(Int(Double(bytes.count) * times))
        ends.reserveCapacity(Int(Double(ends.count) * times))
    }

    /// How many texts the next look-up has to make ones that can be found.
    var unindexedCount: Int { ends.count - indexedCount }

    /// Appends texts that are known to be new, one after the other. Complexity: O(their length).
    package mutating func append(new texts: [UInt8], ends more: [UInt32]) {
        let start = UInt32(bytes.count)
        bytes += texts
        ends.append(contentsOf: more.lazy.map { start + $0 })
    }

    /// Appends a text that is known to be new. Complexity: O(length), and the same again at the next look-up.
    package mutating func append(new text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
    }

    /// Appends texts of another table from one code to another, all of them new here. Complexity: O(their length).
    package mutating func append(new other: TextTable, from first: Int32, through last: Int32) {
        let texts = other.range(first).lowerBound..<other.range(last).upperBound
        let start = UInt32(bytes.count) &- UInt32(texts.lowerBound)
        bytes.append(contentsOf: other.bytes[texts])
        ends.append(contentsOf: other.ends[Int(first)...Int(last)].lazy.map { $0 &+ start })
    }

    /// Appends texts of another table that are known to be new. Complexity: O(their length).
    package mutating func append(new other: TextTable, _ codes: [Int32]) {
        bytes.reserveCapacity(bytes.count + codes.reduce(0) { $0 + other.range($1).count })
        ends.reserveCapacity(ends.count + codes.count)
        other.bytes.withUnsafeBufferPointer { texts in
            for code in codes { append(new: UnsafeBufferPointer(rebasing: texts[other.range(code)])) }
        }
    }

    /// The code of a text among those with a slot.
    private func hashed(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32? {
        guard hashedCount > 0 else { return nil }
        return slots.withUnsafeBufferPointer { slots in
            ends.withUnsafeBufferPointer { ends in
                bytes.withUnsafeBytes { bytes in
                    var slot = Int(truncatingIfNeeded: hash >> slotShift)
                    while slots[slot] != 0 {
                        let entry = slots[slot]
                        if (entry ^ hash) >> 32 == 0 {
                            let code = Int(truncatingIfNeeded: entry & 0xffff_ffff) &- 1
                            let start = code == 0 ? 0 : Int(ends[code &- 1])
                            if Int(ends[code]) &- start == text.count, Self.isEqual(bytes, start, UnsafeRawBufferPointer(text)) {
                                return Int32(truncatingIfNeeded: code)
                            }
                        }
                        slot = (slot &+ 1) & (slots.count &- 1)
                    }
                    return nil
                }
            }
        }
    }

    @inline(__always)
    private static func isEqual(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while offset &+ 8 <= text.count {
            let (left, right) = (
                bytes.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self),
                text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            )
            if left != right { return false }
            offset &+= 8
        }
        while offset < text.count {
            if bytes[start &+ offset] != text[offset] { return false }
            offset &+= 1
        }
        return true
    }

    /// Makes the texts that were appended without a look ones that can be found.
    private mutating func index() {
        bytes.withUnsafeBufferPointer { own in
            for code in indexedCount..<ends.count {
                let text = UnsafeBufferPointer(rebasing: own[range(Int32(code))])
                if let number = TextNumber(text), let position = numbered.position(adding: number, textCount: ends.count) {
                    if numbered[position] < 0 { numbered[position] = Int32(code) }
                } else {
                    put(TextHash.hash(text), code: Int32(code))
                    if Self.hasOtherSpellings(text) { wide[String(decoding: text, as: UTF8.self)] = Int32(code) }
                }
            }
        }
        indexedCount = ends.count
    }

    private mutating func put(_ hash: UInt64, code: Int32) {
        if slots.count * 3 < hashedCount * 4 + 48 { grow() }
        Self.put(Self.slot(hash, code: code), &slots, slotShift)
        hashedCount += 1
    }

    private static func put(_ entry: UInt64, _ slots: inout [UInt64], _ shift: UInt64) {
        var slot = Int(truncatingIfNeeded: entry >> shift)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = entry
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: max(64, slots.count * 2))
        let shift = UInt64(64 - larger.count.trailingZeroBitCount)
        for entry in slots where entry != 0 { Self.put(entry, &larger, shift) }
        (slots, slotShift) = (larger, shift)
    }

    private static func slot(_ hash: UInt64, code: Int32) -> UInt64 { (hash >> 32) << 32 | UInt64(code + 1) }
}
