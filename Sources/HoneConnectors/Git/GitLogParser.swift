/// Cuts the stream of one `git log -z` into commits and their files, byte by byte.
///
/// A commit is the byte 1, then eight fields that end with NUL each; its files follow, each an entry that ends with NUL (three of
/// them for a rename). Texts may hold any byte but NUL, so only the count of NULs says where a field is.
struct GitLogParser {
    static let format =
        "--format=%x01%H%x00%P%x00%aN%x00%aE%x00%at%x00%ct%x00%s%x00%b"
    private static let fieldCount = 8
    private static let mark: UInt8 = 1

    private enum Expected {
        case field(Int)
        case entry
        case oldPath, newPath
    }

    private var pending: [UInt8] = []
    private var expected = Expected.entry
    private var record = GitRecord()
    private var change = GitFileChange(path: "", oldPath: "", added: nil, deleted: nil)
    /// Commits that are whole.
    private(set) var records: [GitRecord] = []
    /// Bytes that fit no place, which no known git prints.
    private(set) var strangeCount = 0

    mutating func takeRecords() -> [GitRecord] {
        defer { records.removeAll(keepingCapacity: true) }
        return records
    }

    mutating func read(_ piece: [UInt8]) {
        var start = 0
        var position = 0
        while let end = piece[position...].firstIndex(of: 0) {
            if pending.isEmpty {
                take(piece[start..<end])
            } else {
                pending += piece[start..<end]
                let whole = pending
                pending.removeAll(keepingCapacity: true)
                take(whole[...])
            }
            start = end + 1
            position = start
        }
        pending += piece[start...]
    }

    /// Tells the parser that nothing follows; true where the stream ended between two commits.
    mutating func finish() -> Bool {
        guard pending.isEmpty || pending == [UInt8(ascii: "\n")], case .entry = expected else { return false }
        close()
        return true
    }

    private mutating func close() {
        if !record.sha.isEmpty { records.append(record) }
        record = GitRecord()
    }

    private mutating func take(_ token: ArraySlice<UInt8>) {
        switch expected {
        case .field(let index):
            takeField(index, token)
            expected = index + 1 < Self.fieldCount ? .field(index + 1) : .entry
        case .oldPath:
            change.oldPath = record.text(token)
            expected = .newPath
        case .newPath:
            change.path = record.text(token)
            record.changes.append(change)
            expected = .entry
        case .entry:
            var entry = token
            if entry.first == UInt8(ascii: "\n") { entry = entry.dropFirst() }
            if entry.first == Self.mark { begin(entry.dropFirst()) } else { takeEntry(entry) }
        }
    }

    private mutating func begin(_ sha: ArraySlice<UInt8>) {
        close()
        takeField(0, sha)
        expected = .field(1)
    }

    private mutating func takeField(_ index: Int, _ bytes: ArraySlice<UInt8>) {
        switch index {
        case 0: record.sha = record.text(bytes)
        case 1: record.parents = record.text(bytes)
        case 2: record.authorName = record.text(bytes)
        case 3: record.authorMail = record.text(bytes)
        case 4: record.authoredAt = ByteNumber.parse(bytes)
        case 5: record.committedAt = ByteNumber.parse(bytes)
        case 6: record.subject = record.text(bytes)
        default: record.body = Array(bytes)
        }
    }

    /// `added TAB deleted TAB path`, dashes for a binary file, no path before a rename; or an entry of `--raw`.
    private mutating func takeEntry(_ entry: ArraySlice<UInt8>) {
        if entry.first == UInt8(ascii: ":") {
            let isRename = entry.last.map { (48...57).contains($0) } ?? false
            change = GitFileChange(path: "", oldPath: "", added: nil, deleted: nil)
            expected = isRename ? .oldPath : .newPath
            return
        }
        let tab = UInt8(ascii: "\t")
        guard let first = entry.firstIndex(of: tab), let second = entry[(first + 1)...].firstIndex(of: tab) else {
            if !entry.isEmpty { strangeCount += 1 }
            return
        }
        change = GitFileChange(
            path: "", oldPath: "", added: ByteNumber.parse(entry[..<first]), deleted: ByteNumber.parse(entry[(first + 1)..<second]))
        let path = entry[(second + 1)...]
        if path.isEmpty {
            expected = .oldPath
        } else {
            change.path = record.text(path)
            record.changes.append(change)
        }
    }
}

/// A decimal number in bytes.
enum ByteNumber {
    /// Nil for anything but digits with an optional sign.
    static func parse(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? bytes.dropFirst() : bytes
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var value: Int64 = 0
        for byte in digits {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        return isNegative ? -value : value
    }
}
