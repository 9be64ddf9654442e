/// A history of its own for each seed, as `git fast-import` reads it: files that come, change, move and go, folders in place of files,
/// modes, links, submodules, branches and merges.
struct MadeHistory {
    private var state: UInt64
    private var marks = 0
    private var minutes = 0
    private var files: [String: (mode: String, text: String)] = [:]
    private var isBegun = false

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private static let names = ["a", "a.b", "a-b", "a0", "ab", "b", "B", "caf\u{e9}", "two words", "z"]

    private mutating func path() -> String {
        (0...next(4)).map { _ in Self.names[next(Self.names.count)] }.joined(separator: "/")
    }

    /// What follows where the last stream ended.
    mutating func stream(commits: Int) -> [UInt8] {
        var text = ""
        for _ in 0..<commits {
            marks += 1
            minutes += 1
            text += "commit refs/heads/main\nmark :\(marks)\ncommitter Mary Doe <mary@example.org> \(1_700_000_000 + minutes * 60) +0000\n"
            text += "data 2\nc\n"
            if !isBegun, marks > 1 { text += "from refs/heads/main^0\n" }
            isBegun = true
            for _ in 0..<(1 + next(4)) { text += change() }
            text += "\n"
            if next(6) == 0, marks > 2 { text += merge() }
        }
        isBegun = false
        return Array(text.utf8)
    }

    /// A side branch from the last commit and its merge.
    private mutating func merge() -> String {
        let base = marks
        marks += 2
        minutes += 2
        func head(_ branch: String, _ mark: Int) -> String {
            "commit refs/heads/\(branch)\nmark :\(mark)\n"
                + "committer Mary Doe <mary@example.org> \(1_700_000_000 + (minutes + mark - marks) * 60) +0000\ndata 2\nm\n"
        }
        let file = "side/\(marks)"
        files[file] = ("100644", "side\n")
        return head("side\(marks)", marks - 1) + "from :\(base)\nM 100644 inline \(file)\ndata 5\nside\n\n"
            + head("main", marks) + "from :\(base)\nmerge :\(marks - 1)\nM 100644 inline \(file)\ndata 5\nside\n\n"
    }

    private mutating func change() -> String {
        let old = files.keys.sorted()
        let kind = next(10)
        if kind < 2, !old.isEmpty {
            let path = old[next(old.count)]
            files[path] = nil
            return "D \(path)\n"
        }
        if kind < 4, !old.isEmpty {
            let (from, to) = (old[next(old.count)], path())
            guard isFree(to), let file = files[from] else { return "" }
            let isChanged = next(2) == 0
            files[from] = nil
            return "D \(from)\n" + put(to, file.mode, isChanged ? file.text + "more\n" : file.text)
        }
        let path = kind < 7 && !old.isEmpty ? old[next(old.count)] : self.path()
        if files[path] == nil { clear(path) }
        let mode = ["100644", "100644", "100644", "100755", "120000", "160000"][next(6)]
        return put(path, mode, (0...next(12)).map { _ in "line \(next(1_000))\n" }.joined())
    }

    private mutating func put(_ path: String, _ mode: String, _ text: String) -> String {
        files[path] = (mode, text)
        if mode == "160000" {
            let sha = String(repeating: "0", count: 36) + String(1_000 + next(9_000))
            return "M 160000 \(sha) \(path)\n"
        }
        return "M \(mode) inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }

    private func isFree(_ path: String) -> Bool {
        files.keys.allSatisfy { $0 != path && !$0.hasPrefix(path + "/") && !path.hasPrefix($0 + "/") }
    }

    /// A file takes the place of a folder, and a folder that of a file.
    private mutating func clear(_ path: String) {
        for other in files.keys where other.hasPrefix(path + "/") || path.hasPrefix(other + "/") { files[other] = nil }
    }
}
