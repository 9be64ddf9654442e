/// The members of one JSON object on one line, in their order and strictly by RFC 8259. Every value is checked; none is decoded.
///
/// Source: RFC 8259, https://www.rfc-editor.org/rfc/rfc8259
struct JSONMembers {
    enum Kind {
        /// A string that is written as it reads.
        case text
        /// A string with escapes in it.
        case escapedText
        /// A number, `true` or `false`.
        case word
        case null
        case nested
    }

    /// Where the key and the value stand; strings without their quotes.
    struct Member {
        let keyStart: Int
        let keyEnd: Int
        let isKeyEscaped: Bool
        let kind: Kind
        let start: Int
        let end: Int
    }

    /// Objects and lists inside each other; more are not read.
    static let deepest = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Behind what was read.
    private(set) var position: Int
    private var isOpen: Bool
    private var isFirst = true
    /// Whether the object came to its end without a fault.
    private(set) var isWhole = false

    /// - Parameter bytes: valid UTF-8.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        position = start
        isOpen = true
        skipSpaces()
        isOpen = take(UInt8(ascii: "{"))
    }

    /// The next member; nil at the end of the object and at a fault.
    @inline(__always)
    mutating func next() -> Member? {
        guard isOpen else { return nil }
        skipSpaces()
        if isFirst || take(UInt8(ascii: ",")) {
            if isFirst, take(UInt8(ascii: "}")) { return close(true) }
            isFirst = false
            skipSpaces()
            return member() ?? close(false)
        }
        return close(take(UInt8(ascii: "}")))
    }

    @inline(__always)
    private mutating func member() -> Member? {
        let keyStart = position + 1
        guard let isKeyEscaped = string() else { return nil }
        let keyEnd = position - 1
        skipSpaces()
        guard take(UInt8(ascii: ":")) else { return nil }
        skipSpaces()
        let start = position
        guard let kind = value(depth: 1) else { return nil }
        let inset = kind == .text || kind == .escapedText ? 1 : 0
        return Member(
            keyStart: keyStart, keyEnd: keyEnd, isKeyEscaped: isKeyEscaped, kind: kind, start: start + inset, end: position - inset)
    }

    private mutating func close(_ isWhole: Bool) -> Member? {
        isOpen = false
        self.isWhole = isWhole
        if isWhole { skipSpaces() }
        return nil
    }

    /// What kind of value was passed; nil at a fault.
    @inline(__always)
    private mutating func value(depth: Int) -> Kind? {
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""): return string().map { $0 ? .escapedText : .text }
        case UInt8(ascii: "{"), UInt8(ascii: "["): return skipNested(depth: depth) ? .nested : nil
        case UInt8(ascii: "t"): return skip("true") ? .word : nil
        case UInt8(ascii: "f"): return skip("false") ? .word : nil
        case UInt8(ascii: "n"): return skip("null") ? .null : nil
        default: return skipNumber() ? .word : nil
        }
    }

    /// Passes a string and says whether it has escapes; nil where it is none.
    @inline(__always)
    private mutating func string() -> Bool? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        var isEscaped = false
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return isEscaped }
            if byte < 32 { return nil }
            if byte == UInt8(ascii: "\\") {
                guard skipEscape() else { return nil }
                isEscaped = true
            }
        }
        return nil
    }

    /// Behind a backslash.
    private mutating func skipEscape() -> Bool {
        guard position < bytes.count else { return false }
        position += 1
        switch bytes[position - 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return true
        case UInt8(ascii: "u"):
            guard let unit = JSONText.unit(bytes, position) else { return false }
            position += 4
            guard unit & 0xF800 == 0xD800 else { return true }
            // Half of a pair means nothing without the other.
            guard unit < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let low = JSONText.unit(bytes, position),
                low & 0xFC00 == 0xDC00
            else { return false }
            position += 4
            return true
        default: return false
        }
    }

    private mutating func skipNested(depth: Int) -> Bool {
        guard depth < Self.deepest else { return false }
        let isObject = bytes[position] == UInt8(ascii: "{")
        let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        position += 1
        skipSpaces()
        if take(close) { return true }
        while true {
            if isObject {
                guard string() != nil else { return false }
                skipSpaces()
                guard take(UInt8(ascii: ":")) else { return false }
                skipSpaces()
            }
            guard value(depth: depth + 1) != nil else { return false }
            skipSpaces()
            if take(close) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
            skipSpaces()
        }
    }

    private mutating func skipNumber() -> Bool {
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")), skipDigits() == 0 { return false }
        if take(UInt8(ascii: ".")), skipDigits() == 0 { return false }
        guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return true }
        if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
        return skipDigits() > 0
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- 48 < 10 { position += 1 }
        return position - start
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { letters in letters.allSatisfy { take($0) } }
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// A line feed ends the line and with it the object.
    @inline(__always)
    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 || bytes[position] == 13 { position += 1 }
    }
}
