#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where the JSON objects of a file stand: one a line, the elements of one array, or one over the whole file.
struct GitHubLines {
    struct Piece: Hashable {
        /// 1-based; where the object begins.
        let line: Int
        let range: Range<Int>
    }

    private(set) var pieces: [Piece] = []

    /// Complexity: O(bytes).
    init(_ bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = bytes[start...].firstIndex(where: { !Self.isBlank($0) }) else { return }
        if bytes[first] == UInt8(ascii: "[") {
            readArray(bytes, from: first)
        } else if bytes[first...].prefix(while: { $0 != 10 }).last(where: { !Self.isBlank($0) }) != UInt8(ascii: "}") {
            // One object that is laid out over many lines.
            pieces = [Piece(line: 1 + bytes[..<first].count { $0 == 10 }, range: first..<bytes.count)]
        } else {
            readLines(bytes, from: start)
        }
    }

    private mutating func readLines(_ bytes: [UInt8], from start: Int) {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var (position, line) = (start, 1)
            while position < buffer.count {
                let newline = memchr(base + position, 10, buffer.count - position)
                let end = newline.map { UnsafeRawPointer($0) - base } ?? buffer.count
                if !buffer[position..<end].allSatisfy(Self.isBlank) { pieces.append(Piece(line: line, range: position..<end)) }
                position = end + 1
                line += 1
            }
        }
    }

    /// Splits at the commas between the elements, which are those outside of texts and of deeper brackets.
    private mutating func readArray(_ bytes: [UInt8], from start: Int) {
        var line = 1 + bytes[..<start].count { $0 == 10 }
        var (depth, isText, isEscaped) = (0, false, false)
        var element: (start: Int, line: Int)?
        func piece(_ end: Int) -> [Piece] { element.map { [Piece(line: $0.line, range: $0.start..<end)] } ?? [] }
        for position in start..<bytes.count {
            let byte = bytes[position]
            if byte == 10 { line += 1 }
            let isSeparator = !isText && depth == 1 && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"))
            if isSeparator {
                pieces += piece(position)
                element = nil
            } else if depth > 0, element == nil, !Self.isBlank(byte) {
                element = (position, line)
            }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = isText
            } else if byte == UInt8(ascii: "\"") {
                isText.toggle()
            } else if !isText, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
                depth += 1
            } else if !isText, byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                depth -= 1
            }
        }
        pieces += piece(bytes.count)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 || byte == 10 }
}
