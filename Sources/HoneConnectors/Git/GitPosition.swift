import HoneFacts

/// How far a repository was read, as text for the log's cursor. Names no person: tags stand in it by their masked ids.
struct GitPosition: Hashable, Sendable {
    /// Digest of everything that a sync looks at before it reads: where nothing changed there, there is nothing to read.
    var state: String
    /// Digest of how commits are read (mailmap, bots, salt, shallowness): where it changed, all is read again.
    var rules: String
    var head: String
    /// Tag ids with the commit each named.
    var tags: [String: String]

    private static let title = "hone-git 1"

    init(state: String, rules: String, head: String, tags: [String: String]) {
        self.state = state
        self.rules = rules
        self.head = head
        self.tags = tags
    }

    /// Nil for a text that this version did not write: then everything is read again.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines[0] == Self.title else { return nil }
        func value(_ line: Substring, _ name: String) -> String? {
            line.hasPrefix(name + " ") ? String(line.dropFirst(name.count + 1)) : nil
        }
        guard let state = value(lines[1], "state"), let rules = value(lines[2], "rules"), let head = value(lines[3], "head") else {
            return nil
        }
        var tags: [String: String] = [:]
        for line in lines.dropFirst(4) where !line.isEmpty {
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, parts[0] == "tag" else { return nil }
            tags[String(parts[2])] = String(parts[1])
        }
        self.init(state: state, rules: rules, head: head, tags: tags)
    }

    var text: String {
        var lines = [Self.title, "state " + state, "rules " + rules, "head " + head]
        lines += tags.sorted { $0.key < $1.key }.map { "tag \($0.value) \($0.key)" }
        return lines.joined(separator: "\n")
    }

    /// Commits whose ancestors were all read.
    var tips: Set<String> { Set(tags.values).union([head]).subtracting([""]) }
}
