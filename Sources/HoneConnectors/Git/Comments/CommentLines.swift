/// The comments of a text, line by line.
///
/// A scanner of a few rules and no parser: a quote opens a text only where it is closed in its line, so an apostrophe hides
/// nothing; expressions between slashes and documents within a text are not told apart.
struct CommentLines {
    private enum Place {
        case code
        case block(close: [UInt8])
        /// A text behind a quote that was written three times.
        case longText(quote: UInt8)
    }

    private let style: CommentStyle
    /// By byte: whether anything but code can begin with it.
    private var isBeginning = [Bool](repeating: false, count: 256)
    private var place = Place.code

    init(_ style: CommentStyle) {
        self.style = style
        let beginnings = (style.lines + style.blocks.map(\.open)).compactMap(\.first) + style.quotes + [UInt8(ascii: "\\")]
        for byte in beginnings { isBeginning[Int(byte)] = true }
    }

    /// Hands over what of each line is comment, a block that goes on over lines in as many pieces. Complexity: O(bytes).
    static func read(_ bytes: ArraySlice<UInt8>, _ style: CommentStyle, comment: (ArraySlice<UInt8>) -> Void) {
        var lines = CommentLines(style)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            lines.read(line: bytes[start..<end], comment: comment)
            start = end + 1
        }
    }

    private mutating func read(line: ArraySlice<UInt8>, comment: (ArraySlice<UInt8>) -> Void) {
        var position = line.startIndex
        while position < line.endIndex {
            switch place {
            case .block(let close):
                let end = Self.find(close, in: line[position...])
                comment(line[position..<(end ?? line.endIndex)])
                guard let end else { return }
                place = .code
                position = end + close.count
            case .longText(let quote):
                guard let end = Self.find([quote, quote, quote], in: line[position...]) else { return }
                place = .code
                position = end + 3
            case .code:
                guard isBeginning[Int(line[position])] else {
                    position += 1
                    continue
                }
                guard let next = step(line, position, comment) else { return }
                position = next
            }
        }
    }

    /// Goes on in code. Returns where; nil where the rest of the line is a comment.
    private mutating func step(_ line: ArraySlice<UInt8>, _ position: Int, _ comment: (ArraySlice<UInt8>) -> Void) -> Int? {
        let rest = line[position...]
        for block in style.blocks where rest.starts(with: block.open) {
            place = .block(close: block.close)
            return position + block.open.count
        }
        let isSetApart = !style.isSetApart || position == line.startIndex || Self.isBlank(line[position - 1])
        if isSetApart, style.lines.contains(where: rest.starts(with:)) {
            comment(rest)
            return nil
        }
        let byte = line[position]
        if byte == UInt8(ascii: "\\") { return position + 2 }
        guard style.quotes.contains(byte) else { return position + 1 }
        if style.hasLongTexts, rest.starts(with: [byte, byte, byte]) {
            place = .longText(quote: byte)
            return position + 3
        }
        return Self.end(ofText: rest) ?? position + 1
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    /// Behind the quote that closes the text which begins a slice; nil where its line does not close it.
    private static func end(ofText text: ArraySlice<UInt8>) -> Int? {
        var position = text.startIndex + 1
        while position < text.endIndex {
            if text[position] == UInt8(ascii: "\\") {
                position += 1
            } else if text[position] == text[text.startIndex] {
                return position + 1
            }
            position += 1
        }
        return nil
    }

    private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }
}
