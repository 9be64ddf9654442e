import HoneFacts

/// Files of HEAD's tree as facts: how long they are and how deeply indented. Their path is their id.
struct FileFacts {
    static let limit = 16_384

    let origin: String
    private var batch: FactBatch
    /// What the log knows once the facts are stored: paths with what `mark` makes of their contents.
    private(set) var current: [String: String] = [:]
    private(set) var binaryCount = 0

    init(origin: String) {
        self.origin = origin
        batch = FactBatch(byColumns: .file, origin: origin)
    }

    var isFull: Bool { batch.count >= Self.limit }

    /// The facts collected, as one group; nothing where there are none.
    mutating func take() -> [FactBatch] {
        defer { batch = FactBatch(byColumns: .file, origin: origin) }
        return batch.isEmpty ? [] : [batch]
    }

    /// Enough of a sha to see that a file has changed; a dash in front says that it is binary and no fact.
    static func mark(_ sha: String, isBinary: Bool = false) -> String { (isBinary ? "-" : "") + sha.prefix(12) }

    /// A file that is as it was when it was last read.
    mutating func keep(_ path: String, mark: String) {
        current[path] = mark
        if mark.hasPrefix("-") { binaryCount += 1 }
    }

    mutating func add(_ path: String, sha: String, content: ArraySlice<UInt8>) {
        guard let shape = TextShape(content) else {
            keep(path, mark: Self.mark(sha, isBinary: true))
            return
        }
        keep(path, mark: Self.mark(sha))
        batch.append(row: [.text(path), .integer(shape.lineCount), .integer(shape.indentationSum)])
    }

    /// Takes back what was a fact and is none any more: the file is gone, renamed, binary, too large or out of reach.
    mutating func retract(known: [String: String]) {
        func isFact(_ mark: String?) -> Bool { mark.map { !$0.hasPrefix("-") } ?? false }
        for (path, mark) in known.sorted(by: { $0.key < $1.key }) where isFact(mark) && !isFact(current[path]) {
            batch.append(isRetracted: true, texts: ["path": path])
        }
    }
}

/// Length and indentation of a text.
struct TextShape {
    /// Lines that hold more than white space.
    private(set) var lineCount: Int64 = 0
    /// Levels of indentation of those lines, added up: a tab is one, four spaces are one, and the rest of a line's spaces none.
    private(set) var indentationSum: Int64 = 0

    /// Nil for a binary file, which to git is one with a NUL near its beginning. Complexity: O(bytes).
    init?(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.prefix(8_000).contains(0) else { return nil }
        bytes.withUnsafeBufferPointer { bytes in
            var (tabs, spaces, isBlank): (Int64, Int64, Bool) = (0, 0, true)
            for byte in bytes {
                if byte == UInt8(ascii: "\n") {
                    (tabs, spaces, isBlank) = (0, 0, true)
                } else if isBlank {
                    switch byte {
                    case UInt8(ascii: "\t"): tabs += 1
                    case UInt8(ascii: " "): spaces += 1
                    case 11...13: break
                    default:
                        isBlank = false
                        lineCount += 1
                        indentationSum += tabs + spaces / 4
                    }
                }
            }
        }
    }
}
