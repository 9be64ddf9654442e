/// A path as git prints it for people: renames with an arrow, unusual bytes in quotes.
///
/// `dir/{old => new}/file`, `old => new`, `"tab\there"`. A file whose own name holds ` => ` cannot be told from a rename.
struct GitPrintedPath {
    private(set) var path: ArraySlice<UInt8>
    /// Where the file was before; empty where it was not renamed.
    private(set) var oldPath: ArraySlice<UInt8> = []

    private static let arrow = Array(" => ".utf8)
    private static let quote = UInt8(ascii: "\"")
    private static let slash = UInt8(ascii: "/")

    init(_ bytes: ArraySlice<UInt8>) {
        guard let middle = ByteSearch.occurrences(of: Self.arrow, in: bytes).first else {
            path = Self.unquoted(bytes)
            return
        }
        let behind = middle + Self.arrow.count
        if bytes.first != Self.quote, let open = bytes[..<middle].lastIndex(of: UInt8(ascii: "{")),
            let close = bytes[behind...].firstIndex(of: UInt8(ascii: "}"))
        {
            let (lead, rest) = (bytes[..<open], bytes[(close + 1)...])
            oldPath = Self.joined(lead, bytes[(open + 1)..<middle], rest)
            path = Self.joined(lead, bytes[behind..<close], rest)
        } else {
            oldPath = Self.unquoted(bytes[..<middle])
            path = Self.unquoted(bytes[behind...])
        }
    }

    /// Where a folder came or went, nothing stands between two slashes, and they are one.
    private static func joined(_ lead: ArraySlice<UInt8>, _ middle: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isDoubled = middle.isEmpty && rest.first == slash && (lead.isEmpty || lead.last == slash)
        return lead + middle + (isDoubled ? rest.dropFirst() : rest)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
        UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]

    /// Takes the quotes away and the escapes in them: `\t`, `\"` and bytes of three octal digits.
    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count > 1, bytes.first == quote, bytes.last == quote else { return bytes }
        var plain: [UInt8] = []
        var rest = bytes.dropFirst().dropLast()
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                plain.append(byte)
                continue
            }
            let digits = ([next] + rest.prefix(2)).filter { (48...55).contains($0) }
            if digits.count == 3 {
                plain.append(digits.reduce(UInt8(0)) { $0 &* 8 &+ ($1 - 48) })
                rest = rest.dropFirst(2)
            } else {
                plain.append(escapes[next] ?? next)
            }
        }
        return plain[...]
    }
}
