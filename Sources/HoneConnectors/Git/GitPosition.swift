import HoneFacts

/// How far a repository was read, as text for the log's cursor. Names no person: tags stand in it by their masked ids, people by
/// keyed hashes.
struct GitPosition: Hashable, Sendable {
    /// Digest of everything that a sync looks at before it reads: where nothing changed there, there is nothing to read.
    var state: String
    /// Digest of how commits are read (mailmap, bots, salt, shallowness): where it changed, all is read again.
    var rules: String
    var head: String
    /// Tag ids with the commit each named.
    var tags: [String: String]
    /// Paths of HEAD's files, with marks that change when a file does.
    var files: [String: String]
    /// Which lines are not counted.
    var uncounted = Uncounted()
    /// Whom the history knows; nil where an earlier version of this program read it.
    var people: PeopleTraces?

    /// What was read by its names alone.
    struct Uncounted: Hashable, Sendable {
        /// Commits that were left for later.
        var deferredCount = 0
        /// Where any were left for later: commits of which no ancestor was.
        var countedTips: Set<String> = []
        /// Whether the files of HEAD were left for later as well.
        var isTreeDeferred = false
        /// Commits whose files are not in the clone.
        var absentCount = 0

        fileprivate static let names = ["deferred", "counted", "tree", "absent"]

        /// Takes a line of a position apart from its name.
        fileprivate mutating func take(_ name: String, _ text: String) {
            switch name {
            case "deferred": deferredCount = Int(text) ?? 0
            case "absent": absentCount = Int(text) ?? 0
            case "counted": countedTips.insert(text)
            default: isTreeDeferred = true
            }
        }

        fileprivate var lines: [String] {
            (deferredCount > 0 ? ["deferred \(deferredCount)"] + countedTips.sorted().map { "counted " + $0 } : [])
                + (isTreeDeferred ? ["tree later"] : []) + (absentCount > 0 ? ["absent \(absentCount)"] : [])
        }

        var isNothingDeferred: Bool { deferredCount == 0 && !isTreeDeferred }
        var count: Int { deferredCount + absentCount }
    }

    static let title = "hone-git 1"

    /// What stands in front of a position while a look at the repository's files tells that nothing is new and nothing is to be said.
    private static func mark(_ refFiles: String) -> String { "refs \(refFiles)\n" }

    /// Whether a position was noted while the repository's files were as they are.
    static func stands(_ text: String, at refFiles: String) -> Bool { text.hasPrefix(mark(refFiles)) }

    /// A position with the state of the repository's files noted, in place of an earlier one.
    static func text(_ text: String, at refFiles: String?) -> String { (refFiles.map(mark) ?? "") + withoutMark(text) }

    private static func withoutMark(_ text: String) -> Substring {
        text.hasPrefix("refs ") ? text.drop { $0 != "\n" }.dropFirst() : text[...]
    }

    init(
        state: String, rules: String, head: String, tags: [String: String], files: [String: String] = [:],
        uncounted: Uncounted = Uncounted(), people: PeopleTraces? = nil
    ) {
        self.state = state
        self.rules = rules
        self.head = head
        self.tags = tags
        self.files = files
        self.uncounted = uncounted
        self.people = people
    }

    /// Nil for a text that this version did not write: then everything is read again.
    /// - Parameter isWhole: whether people, tags and files are wanted too, which are most of the text.
    init?(_ text: String, isWhole: Bool = true) {
        // Bytes, not characters: a path may begin with an accent that would melt into the space before it.
        let lines = Self.withoutMark(text).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count >= 4, lines[0].elementsEqual(Self.title.utf8) else { return nil }
        func value(_ line: Substring.UTF8View, _ name: String) -> String? {
            line.starts(with: (name + " ").utf8) ? String(Substring(line.dropFirst(name.utf8.count + 1))) : nil
        }
        guard let state = value(lines[1], "state"), let rules = value(lines[2], "rules"), let head = value(lines[3], "head") else {
            return nil
        }
        var (tags, files, people): ([String: String], [String: String], PeopleTraces?) = ([:], [:], nil)
        var rest = lines.dropFirst(4)
        var uncounted = Uncounted()
        while let line = rest.first, let name = Uncounted.names.first(where: { line.starts(with: ($0 + " ").utf8) }) {
            uncounted.take(name, value(line, name) ?? "")
            rest.removeFirst()
        }
        if isWhole, let line = rest.first, let traces = value(line, "people") {
            people = PeopleTraces(traces)
            rest.removeFirst()
        }
        for line in rest where isWhole && !line.isEmpty {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return nil }
            let mark = String(Substring(parts[1]))
            switch String(Substring(parts[0])) {
            case "tag": tags[String(Substring(parts[2]))] = mark
            case "file": files[Self.unescaped(parts[2])] = mark
            default: return nil
            }
        }
        self.init(state: state, rules: rules, head: head, tags: tags, files: files, uncounted: uncounted, people: people)
    }

    private static let (newline, backslash) = (UInt8(ascii: "\n"), UInt8(ascii: "\\"))

    /// A path may hold a line break, and a position has one entry a line.
    private static func escaped(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 == newline || $0 == backslash }) else { return path }
        let bytes = path.utf8.flatMap { $0 == newline ? Array("\\n".utf8) : $0 == backslash ? [backslash, backslash] : [$0] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ text: Substring.UTF8View) -> String {
        guard text.contains(backslash) else { return String(Substring(text)) }
        var plain: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == backslash, let next = rest.popFirst() {
                plain.append(next == backslash ? backslash : newline)
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    var text: String {
        var lines = [Self.title, "state " + state, "rules " + rules, "head " + head] + uncounted.lines
        lines += people.map { ["people " + $0.text] } ?? []
        lines += tags.sorted { $0.key < $1.key }.map { "tag \($0.value) \($0.key)" }
        lines += files.sorted { $0.key < $1.key }.map { "file \($0.value) \(Self.escaped($0.key))" }
        return lines.joined(separator: "\n")
    }

    /// Commits whose ancestors were all read.
    var tips: Set<String> { Set(tags.values).union([head]).subtracting([""]) }

    /// Commits whose ancestors were all read with their lines.
    var countedTips: Set<String> { uncounted.deferredCount > 0 ? uncounted.countedTips : tips }
}
