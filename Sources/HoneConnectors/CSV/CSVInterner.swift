/// Gives equal texts one code, so that a text that stands in many rows is decoded and masked once.
///
/// Code 0 is "not known". Open addressing over the bytes; texts that are equal by Unicode's rules share a code.
struct CSVInterner {
    private(set) var texts: [String] = [""]
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var ends: [Int] = []
    private var arena: [UInt8] = []
    private var codes: [Int32] = []
    private var wide: [String: Int32] = [:]
    private let transform: @Sendable (String) -> String

    /// - Parameter transform: what becomes of a new text, for example its mask.
    init(_ transform: @escaping @Sendable (String) -> String = { $0 }) {
        self.transform = transform
        slots = [Int32](repeating: -1, count: 1_024)
    }

    /// The code of a range of bytes. Complexity: O(length).
    mutating func code(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int32 {
        if start == end { return 0 }
        let (hash, isWide) = Self.hash(bytes, start, end)
        let slot = slot(hash, bytes, start, end)
        if slots[slot] >= 0 { return codes[Int(slots[slot])] }
        let code = newCode(String(decoding: bytes[start..<end], as: UTF8.self), isWide)
        slots[slot] = Int32(hashes.count)
        hashes.append(hash)
        codes.append(code)
        arena += bytes[start..<end]
        ends.append(arena.count)
        if hashes.count * 2 > slots.count { grow() }
        return code
    }

    /// Whether a text came before.
    func contains(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return slots[slot(Self.hash(bytes, 0, bytes.count).hash, bytes, 0, bytes.count)] >= 0
    }

    /// FNV-1a, and whether a byte is beyond ASCII.
    private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (hash: UInt64, isWide: Bool) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var signs: UInt8 = 0
        for index in start..<end {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            signs |= bytes[index]
        }
        return (hash ^ hash >> 29, signs >= 0x80)
    }

    /// The slot of these bytes, or the free one where they belong.
    private func slot(_ hash: UInt64, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        let wrap = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & wrap
        while slots[slot] >= 0 {
            let entry = Int(slots[slot])
            if hashes[entry] == hash, isEqual(entry, bytes, start, end) { break }
            slot = (slot + 1) & wrap
        }
        return slot
    }

    private mutating func newCode(_ text: String, _ isWide: Bool) -> Int32 {
        if isWide, let known = wide[text] { return known }
        let code = Int32(texts.count)
        texts.append(transform(text))
        if isWide { wide[text] = code }
        return code
    }

    private func isEqual(_ entry: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let first = entry == 0 ? 0 : ends[entry - 1]
        guard ends[entry] - first == end - start else { return false }
        for offset in 0..<(end - start) where arena[first + offset] != bytes[start + offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let wrap = slots.count - 1
        for (entry, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & wrap
            while slots[slot] >= 0 { slot = (slot + 1) & wrap }
            slots[slot] = Int32(entry)
        }
    }
}
