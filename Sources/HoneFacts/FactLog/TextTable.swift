/// Distinct texts, each known by a code: its place in the order of first appearance.
///
/// Texts that are equal by Unicode's rules share a code. One buffer holds all of them, and a lookup is open addressing over tags
/// of 32 bits, so that a million keys cost tens of megabytes and no allocation each.
package struct TextTable: Sendable {
    /// UTF-8 of all texts, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private(set) var ends: [UInt32] = []
    /// The high half of the hash and the code plus one; 0 is free. Empty until the first lookup.
    private var slots: [UInt64] = []
    /// Texts that were asked for last, as in `slots`: events come in the order of time, and a table of a million keys is too large
    /// for a processor's caches.
    private var recent: [UInt64] = []
    private static let recentCount = 65_536
    /// Texts with signs beyond ASCII, which may be equal and have different bytes.
    private var wide: [String: Int32] = [:]
    /// How many texts were looked at for such signs.
    private var lookedAt = 0
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

    /// All texts in the order of their codes. Complexity: O(bytes).
    package var texts: [String] { (0..<Int32(count)).map { self[$0] } }

    /// The code of a text, which is added where it is new. Complexity: O(length).
    package mutating func code(adding text: String) -> Int32 {
        var text = text
        return text.withUTF8 { code(adding: $0) }
    }

    /// The code of a text in UTF-8, which is added where it is new. Complexity: O(length).
    package mutating func code(adding text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = TextHash.hash(text)
        let place = Int(truncatingIfNeeded: hash >> 20) & (Self.recentCount - 1)
        if !recent.isEmpty, (recent[place] ^ hash) >> 32 == 0 {
            let code = Int32(truncatingIfNeeded: recent[place] & 0xffff_ffff) - 1
            if code >= 0, isText(code, text) { return code }
        }
        let code = code(adding: text, hash)
        if ends.count > Self.recentCount / 2 {
            if recent.isEmpty { recent = [UInt64](repeating: 0, count: Self.recentCount) }
            recent[place] = Self.slot(hash, code: Int(code))
        }
        return code
    }

    private func isText(_ code: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(code)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBytes { Self.isEqual($0, range.lowerBound, UnsafeRawBufferPointer(text)) }
    }

    private mutating func code(adding text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
        if slots.count * 3 < ends.count * 4 + 48 { grow() }
        let slot = slot(of: text, hash)
        if slots[slot] != 0 { return Int32(truncatingIfNeeded: slots[slot] & 0xffff_ffff) - 1 }
        if text.contains(where: { $0 >= 0x80 }) {
            let string = String(decoding: text, as: UTF8.self)
            if let known = wide[string] { return known }
            wide[string] = Int32(ends.count)
        }
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        lookedAt = ends.count
        slots[slot] = Self.slot(hash, code: ends.count - 1)
        return Int32(ends.count - 1)
    }

    /// The code of a text of another table, which is added where it is new. Complexity: O(length).
    package mutating func code(adding other: TextTable, _ code: Int32) -> Int32 {
        other.bytes.withUnsafeBufferPointer { bytes in
            self.code(adding: UnsafeBufferPointer(rebasing: bytes[other.range(code)]))
        }
    }

    /// The code of a text, or nil where it is not there. Complexity: O(length), and once O(texts).
    package mutating func code(of text: String) -> Int32? {
        if slots.isEmpty { grow() }
        var copy = text
        let slot = copy.withUTF8 { self.slot(of: $0, TextHash.hash($0)) }
        if slots[slot] != 0 { return Int32(truncatingIfNeeded: slots[slot] & 0xffff_ffff) - 1 }
        return wide.isEmpty ? nil : wide[text]
    }

    /// Appends a text that is known to be new, as a log reads it back. Complexity: O(length).
    mutating func append(new text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
        slots = []
    }

    /// Takes the last texts out again. Complexity: O(texts) at the next lookup.
    package mutating func removeLast(_ number: Int) {
        guard number > 0 else { return }
        for code in (count - number)..<count where !wide.isEmpty { wide[self[Int32(code)]] = nil }
        lookedAt = min(lookedAt, count - number)
        ends.removeLast(number)
        recent = []
        bytes.removeLast(bytes.count - Int(ends.last ?? 0))
        slots = []
    }

    /// The slot of a text, or the free one where it belongs.
    @inline(__always)
    private func slot(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        slots.withUnsafeBufferPointer { slots in
            ends.withUnsafeBufferPointer { ends in
                bytes.withUnsafeBytes { bytes in
                    let wrap = slots.count &- 1
                    var slot = Int(truncatingIfNeeded: hash) & wrap
                    while slots[slot] != 0 {
                        let entry = slots[slot]
                        if (entry ^ hash) >> 32 == 0 {
                            let place = Int(truncatingIfNeeded: entry & 0xffff_ffff) &- 1
                            let start = place == 0 ? 0 : Int(ends[place &- 1])
                            if Int(ends[place]) &- start == text.count, Self.isEqual(bytes, start, UnsafeRawBufferPointer(text)) { break }
                        }
                        slot = (slot &+ 1) & wrap
                    }
                    return slot
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

    private mutating func grow() {
        var size = max(64, slots.count)
        while size < ends.count * 2 + 32 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        bytes.withUnsafeBufferPointer { own in
            var start = 0
            for (code, end) in ends.enumerated() {
                let text = UnsafeBufferPointer(rebasing: own[start..<Int(end)])
                let hash = TextHash.hash(text)
                var slot = Int(truncatingIfNeeded: hash) & (size - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
                slots[slot] = Self.slot(hash, code: code)
                if code >= lookedAt, text.contains(where: { $0 >= 0x80 }) { wide[String(decoding: text, as: UTF8.self)] = Int32(code) }
                start = Int(end)
            }
        }
        lookedAt = ends.count
    }

    private static func slot(_ hash: UInt64, code: Int) -> UInt64 { (hash >> 32) << 32 | UInt64(code + 1) }
}
