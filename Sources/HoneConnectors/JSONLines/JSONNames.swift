internal import HoneFacts

/// What stands for a header in lines of objects: their keys, in the order in which they first come.
struct JSONNames {
    /// Keys that have to be found by their very names.
    private var missing: Set<[UInt8]>
    private var known: Set<[UInt8]> = []
    private(set) var all: [String] = []
    /// Lines that are objects.
    private(set) var objectCount = 0
    /// Whether there is a line that is not blank.
    private(set) var hasText = false
    private let wantsAll: Bool

    /// - Parameter wanted: nil where all keys are wanted.
    init(wanted: [String]?) {
        missing = Set((wanted ?? []).map { Array($0.utf8) })
        wantsAll = wanted == nil
    }

    /// Whether every key that is wanted was found, so that no further line can change what a name means; or there are too many.
    var isComplete: Bool { all.count >= CSVReader.widestRecord || !wantsAll && missing.isEmpty && objectCount > 0 }

    /// Looks at lines until it is complete; returns where the first line begins that it has not seen.
    /// - Parameter isAtEnd: whether the last line is whole although no line end stands behind it.
    /// - Complexity: O(bytes).
    mutating func look(_ bytes: [UInt8], from start: Int, isAtEnd: Bool) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var position = start
            while position < bytes.count, !isComplete {
                let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
                if end == bytes.count, !isAtEnd { break }
                look(UnsafeBufferPointer(rebasing: bytes[position..<end]))
                position = min(end + 1, bytes.count)
            }
            return position
        }
    }

    private mutating func look(_ line: UnsafeBufferPointer<UInt8>) {
        guard !JSONLinesReader.isBlank(line) else { return }
        hasText = true
        var members = JSONMembers(line, from: 0)
        var keys: [[UInt8]] = []
        while let member = members.next() {
            keys.append(
                member.isKeyEscaped
                    ? JSONText.unescaped(line, member.keyStart, member.keyEnd) : Array(line[member.keyStart..<member.keyEnd]))
        }
        guard members.isWhole, members.position == line.count else { return }
        objectCount += 1
        for key in keys where known.insert(key).inserted {
            all.append(String(decoding: key, as: UTF8.self))
            missing.remove(key)
        }
    }
}
