import HoneStatistics

/// The sample product's git history, as a stream for `git fast-import`: a branch and a merge for each change, tags now and then.
struct DemoRepository {
    private var stream = ""
    private var mark = 0
    /// Lines of each file as they stand.
    private var files: [[String]]
    private var generator = SeededGenerator(seed: DemoSimulation.seed + 2)
    private static let names = ["checkout", "basket", "search", "invoice", "seller", "login", "mail", "stock", "price", "tax"]

    init(_ changes: [DemoChanges.Change], _ simulation: DemoSimulation) {
        files = Self.names.map { ["module \($0) {", "}"] }
        let start = simulation.sprints[0]
        commit("Begin the shop", author: "azure", at: start - 30 * DemoSimulation.day, from: nil, merging: nil, edits: Array(files.indices))
        var main = mark
        var pending: [(at: Int64, change: DemoChanges.Change?)] = changes.compactMap { change in change.mergedAt.map { ($0, change) } }
        // Work that is in no list.
        for week in 0..<Int64(DemoSimulation.sprintCount * 2) { pending.append((start + week * 7 * DemoSimulation.day + 7_200, nil)) }
        var nextTag = start + 21 * DemoSimulation.day
        var version = 1
        for event in pending.filter({ $0.at <= simulation.now }).sorted(by: { $0.at < $1.at }) {
            while nextTag < event.at {
                tag("v1.\(version)", on: main, at: nextTag)
                version += 1
                nextTag += 21 * DemoSimulation.day
            }
            guard let change = event.change else {
                let subject = generator.index(below: 3) == 0 ? "Rename variables for clarity" : "Update the notes"
                commit(subject, author: person(), at: event.at, from: main, merging: nil, edits: [generator.index(below: files.count)])
                main = mark
                continue
            }
            var tip = main
            let count = 1 + generator.index(below: 3)
            for part in 0..<count {
                let opened = change.openedAt - Int64(count - part) * 5_400
                commit(
                    "\(change.item.key) \(change.item.title)\(part > 0 ? ", part \(part + 1)" : "")", author: change.author, at: opened,
                    from: tip, merging: nil, edits: [module(), module()])
                tip = mark
            }
            commit(
                "Merge pull request #\(change.number) from example/\(change.item.key)-work", author: change.author, at: event.at,
                from: main, merging: tip, edits: [])
            main = mark
        }
        stream += "reset refs/heads/main\nfrom :\(main)\n\n"
    }

    /// The whole stream.
    var text: String { stream + "done\n" }

    private mutating func person() -> String { DemoSimulation.people[generator.index(below: DemoSimulation.people.count)] }

    /// Some modules are worked on more than others.
    private mutating func module() -> Int { min(generator.index(below: files.count), generator.index(below: files.count)) }

    private mutating func commit(_ subject: String, author: String, at: Int64, from: Int?, merging: Int?, edits: [Int]) {
        mark += 1
        stream += "commit refs/heads/work\nmark :\(mark)\n"
        for role in ["author", "committer"] { stream += "\(role) \(author) <\(author)@example.org> \(at) +0000\n" }
        stream += Self.data(subject)
        if let from { stream += "from :\(from)\n" }
        if let merging { stream += "merge :\(merging)\n" }
        // A merge takes over what its branch made of the files.
        for file in Set(merging == nil ? edits : Array(files.indices)).sorted() {
            if merging == nil, from != nil { edit(file) }
            stream += "M 100644 inline src/\(Self.names[file]).txt\n" + Self.data(files[file].joined(separator: "\n") + "\n")
        }
        stream += "\n"
    }

    private mutating func edit(_ file: Int) {
        let place = 1 + generator.index(below: files[file].count - 1)
        let depth = 1 + min(generator.index(below: 5), generator.index(below: 5))
        files[file].insert(String(repeating: "    ", count: depth) + "step \(mark)", at: place)
        if files[file].count > 30, generator.index(below: 3) == 0 {
            files[file].remove(at: 1 + generator.index(below: files[file].count - 2))
        }
    }

    private mutating func tag(_ name: String, on commit: Int, at: Int64) {
        stream += "tag \(name)\nfrom :\(commit)\ntagger azure <azure@example.org> \(at) +0000\n" + Self.data("Release \(name)")
    }

    private static func data(_ text: String) -> String { "data \(text.utf8.count)\n\(text)\n" }
}
