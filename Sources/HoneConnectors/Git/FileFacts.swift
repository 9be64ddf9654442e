import HoneFacts

/// Files of HEAD's tree as facts: how long they are, how deeply indented, and in how many lines of comments they own up to a debt.
/// Their path is their id.
struct FileFacts {
    static let limit = 16_384
    /// Changes when the same files would be read differently by a newer version of this connector.
    static let reading = "files 3"

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

    /// Enough of a sha to see that a file has changed. A dash in front says that it is binary and no fact, a plus that its comments
    /// were looked at: a mark with neither was made before that was done, and its file is read again.
    static func mark(_ sha: String, isBinary: Bool = false, oldest: MarkerAges.Oldest? = nil) -> String {
        let age = oldest.map { "@\($0.seconds).\(String($0.text, radix: 16))" } ?? ""
        return (isBinary ? "-" : "+") + sha.prefix(12) + age
    }

    /// Whether a mark is one of contents with this sha.
    static func isMark(_ mark: String, of sha: String) -> Bool {
        let known = mark.prefix { $0 != "@" }
        return known == self.mark(sha) || known == self.mark(sha, isBinary: true)
    }

    /// Whether a mark says what was made of a file's comments.
    static func isCurrent(_ mark: String) -> Bool { mark.hasPrefix("+") || mark.hasPrefix("-") }

    /// The oldest comment with a marker word that a mark tells of.
    static func oldest(in mark: String) -> MarkerAges.Oldest? {
        let parts = mark.split(separator: "@").dropFirst().first?.split(separator: ".") ?? []
        guard parts.count == 2, let seconds = Int64(parts[0]), let text = UInt64(parts[1], radix: 16) else { return nil }
        return MarkerAges.Oldest(seconds: seconds, text: text)
    }

    /// A file that is as it was when it was last read.
    mutating func keep(_ path: String, mark: String) {
        current[path] = mark
        if mark.hasPrefix("-") { binaryCount += 1 }
    }

    mutating func addBinary(_ path: String, sha: String) { keep(path, mark: Self.mark(sha, isBinary: true)) }

    /// - Parameters:
    ///   - markers: nil where it is not known how comments are written in such a file.
    ///   - oldest: when the oldest of them came in; nil where that is not known, and where there are none.
    mutating func add(_ path: String, sha: String, _ shape: TextShape, markers: MarkerComments?, oldest: MarkerAges.Oldest? = nil) {
        keep(path, mark: Self.mark(sha, oldest: oldest))
        batch.append(row: [
            .text(path), .integer(shape.lineCount), .integer(shape.indentationSum), markers.map { .integer(Int64($0.count)) } ?? .unknown,
            .instant(oldest.map { Instant(seconds: $0.seconds) }),
        ])
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

    private static let pointer = Array("version https://git-lfs.github.com/spec/".utf8)

    /// Nil for a binary file, which to git is one with a NUL near its beginning, and for a pointer of Git LFS, which stands for one.
    /// Complexity: O(bytes).
    init?(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.prefix(8_000).contains(0), !bytes.starts(with: Self.pointer) else { return nil }
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
