/// A made-up history as a stream for `git fast-import`: files that are written, edited, renamed and deleted, and side
/// branches that are merged. The same seed gives the same commits, down to their hashes.
package struct RepositoryStream {
    private struct File {
        var path: String
        var lines: [String]
    }

    private let commits: Int
    private var numbers: SeededNumbers
    private var files: [File] = []
    private var mark = 0
    private var made = 0
    private var mainMark = 0
    /// 2021-01-04, a Monday.
    private var at = 1_609_750_800

    package init(commits: Int, seed: UInt64 = 7) {
        self.commits = commits
        numbers = SeededNumbers(seed: seed)
    }

    private static let words = [
        "order", "price", "basket", "return", "let", "guard", "total", "count", "customer", "stock", "value", "index", "if", "else",
        "invoice", "delivery", "address", "list", "report", "field", "entry", "amount", "key", "state",
    ]
    private static let folders = ["Sources/Shop", "Sources/Stock", "Sources/Pages", "Tests/Shop", "Documentation", "scripts"]

    /// Hands over the stream piece by piece.
    package mutating func write(to take: (String) throws -> Void) rethrows {
        while made < commits {
            var changes = ""
            if files.count < 30 || numbers.below(12) == 0 { changes += added() }
            if numbers.below(25) == 0 { changes += renamed() }
            if files.count > 60, numbers.below(40) == 0 { changes += deleted() }
            for _ in 0...numbers.below(4) { changes += edited() }
            try take(commit(on: "main", from: mainMark, message: "\(word()): \(word()) \(word())", changes: changes))
            mainMark = mark
            if made % 50 == 47, made + 2 <= commits { try writeSideBranch(to: take) }
        }
    }

    private mutating func writeSideBranch(to take: (String) throws -> Void) rethrows {
        let note = Self.inline("notes/side-\(made).txt", lines: (0..<20).map { _ in line() })
        let base = mainMark
        try take(commit(on: "side", from: base, message: "notes: \(word())", changes: note))
        try take(commit(on: "main", from: base, merging: mark, message: "Merge branch side", changes: note))
        mainMark = mark
    }

    private mutating func commit(on branch: String, from parent: Int, merging other: Int? = nil, message: String, changes: String) -> String
    {
        mark += 1
        made += 1
        at += 600 + numbers.below(14_400)
        let person = numbers.below(8)
        let who = "Person \(person) <person\(person)@example.org> \(at) +0000"
        let parents = (parent > 0 ? "from :\(parent)\n" : "") + (other.map { "merge :\($0)\n" } ?? "")
        let head = "commit refs/heads/\(branch)\nmark :\(mark)\nauthor \(who)\ncommitter \(who)\n"
        return head + "data \(message.utf8.count)\n\(message)\n\(parents)\(changes)\n"
    }

    private mutating func added() -> String {
        let path = "\(Self.folders[numbers.below(Self.folders.count)])/\(word())-\(made)-\(files.count).swift"
        files.append(File(path: path, lines: (0..<(20 + numbers.below(180))).map { _ in line() }))
        return Self.inline(path, lines: files[files.count - 1].lines)
    }

    private mutating func renamed() -> String {
        let chosen = numbers.below(files.count)
        let old = files[chosen].path
        files[chosen].path = "\(Self.folders[numbers.below(Self.folders.count)])/\(word())-moved-\(made)-\(chosen).swift"
        return "R \(old) \(files[chosen].path)\n"
    }

    private mutating func deleted() -> String {
        "D \(files.remove(at: numbers.below(files.count)).path)\n"
    }

    private mutating func edited() -> String {
        let chosen = numbers.below(files.count)
        for _ in 0...numbers.below(6) {
            let place = numbers.below(files[chosen].lines.count)
            switch numbers.below(4) {
            case 0: files[chosen].lines.insert(line(), at: place)
            case 1 where files[chosen].lines.count > 10: files[chosen].lines.remove(at: place)
            default: files[chosen].lines[place] = line()
            }
        }
        return Self.inline(files[chosen].path, lines: files[chosen].lines)
    }

    private mutating func word() -> String {
        Self.words[numbers.below(Self.words.count)]
    }

    private mutating func line() -> String {
        (0..<(3 + numbers.below(6))).map { _ in word() }.joined(separator: " ") + " \(numbers.below(10_000))"
    }

    private static func inline(_ path: String, lines: [String]) -> String {
        let content = lines.map { $0 + "\n" }.joined()
        return "M 100644 inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
    }
}
