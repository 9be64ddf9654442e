import Foundation
import Measurement

/// A folder with a hone.yaml, in which the program is timed.
struct HoneFolder {
    let path: String
    let hone: String
    /// With `taskset -c 0` everything runs on one core.
    var isOnOneCore = false
    var mostSeconds = 900.0

    /// The three years the seeded log covers, and a day.
    static let window = ["--from", "2022-01-01", "--to", "2025-01-03"]

    /// For the seeded event log.
    static func events(at path: String, hone: String, file: String) throws -> HoneFolder {
        try events(at: path, hone: hone, files: [file])
    }

    /// For a seeded event log in several files.
    static func events(at path: String, hone: String, files: [String]) throws -> HoneFolder {
        let kinds = [
            ("idea", "backlog"), ("ready", "wait"), ("in_progress", "active"), ("review", "active"), ("test", "active"), ("done", "done"),
            ("dropped", "cancelled"),
        ]
        let stages = kinds.map { "  - name: \($0)\n    kind: \($1)\n" }.joined()
        let sources = files.map {
            "  - csv: \($0)\n    shape: transition\n"
                + "    columns: {key: item, kind: type, stream: team, status: status, changedOn: at}\n"
        }.joined()
        let yaml = """
            product: Bench
            timezone: UTC
            life_cycle:
              - kind: kanban
            stages:
            \(stages)commitment: in_progress
            sources:
            \(sources)
            """
        try yaml.write(toFile: path + "/hone.yaml", atomically: true, encoding: .utf8)
        return HoneFolder(path: path, hone: hone)
    }

    /// For a git repository.
    static func repository(at path: String, hone: String, repository: String) throws -> HoneFolder {
        let yaml = "product: Bench\ntimezone: UTC\nsources:\n  - git: \(repository)\n"
        try yaml.write(toFile: path + "/hone.yaml", atomically: true, encoding: .utf8)
        return HoneFolder(path: path, hone: hone)
    }

    /// The same folder once more, in the place of one of an earlier round.
    func copied(as name: String, _ place: Place, _ budget: Budget) throws -> HoneFolder {
        let copy = try place.emptyFolder(name)
        try Command(program: "cp", arguments: ["-a", path + "/.", copy], folder: place.work).usage()
        return HoneFolder(path: copy, hone: hone, mostSeconds: budget.commandSeconds)
    }

    func command(_ arguments: [String]) -> Command {
        Command(
            program: isOnOneCore ? "taskset" : hone, arguments: (isOnOneCore ? ["-c", "0", hone] : []) + arguments, folder: path,
            output: path + "/output.txt", mostSeconds: mostSeconds)
    }

    func importCSV(_ file: String) throws -> Usage {
        try command(["import", "csv", file]).usage()
    }

    func sync(namesOnly: Bool = false) throws -> Usage {
        try command(["sync"] + (namesOnly ? ["--names-only"] : [])).usage()
    }

    /// The page that nobody asks for days of.
    func scorecard() throws -> Usage {
        try command(["scorecard"]).usage()
    }

    /// What the product says it stores.
    struct Stored: Decodable {
        let rows: [String: Int]
    }

    func stored() throws -> Stored {
        let text = try command(["store", "info", "--format", "json"]).text()
        return try JSONDecoder().decode(Stored.self, from: Data(text.utf8))
    }

    /// The part of the scorecard's JSON that is compared.
    private struct Page: Decodable {
        struct Entry: Decodable {
            struct Observation: Decodable {
                let metric: String
                let n: Int?
            }
            let observation: Observation
        }
        let process: [Entry]
    }

    /// Compares the stored rows, the finished items and the open items with what every engine agrees on.
    func check(rows: Int, answer: FlowAnswer, withPage: Bool) throws {
        let stored = try stored().rows["transition"] ?? -1
        if stored != rows { throw WrongAnswer(reason: "\(stored) changes of status are stored, expected \(rows)") }
        if withPage { try checkPage(["scorecard"], answer: answer) }
    }

    /// Compares the finished items and the open items of the page of all three years with what every engine agrees on.
    /// - Parameter page: the command that makes it.
    func checkPage(_ page: [String], answer: FlowAnswer) throws {
        let text = try command(page + ["--format", "json"] + Self.window).text()
        let page = try JSONDecoder().decode(Page.self, from: Data(text.utf8))
        func count(_ metric: String) -> Double? {
            page.process.first { $0.observation.metric == metric }?.observation.n.map(Double.init)
        }
        var mine = answer
        mine.finished = count("throughput") ?? -1
        mine.open = count("wip") ?? -1
        if let difference = mine.difference(from: answer) { throw WrongAnswer(reason: "the scorecard says \(difference)") }
    }

    var storePath: String { path + "/.hone/store.sqlite" }

    /// Bytes of the store: the file, and what a write-ahead log still holds.
    var storeBytes: Int {
        Place.bytes(storePath) + Place.bytes(storePath + "-wal")
    }

    func removeStore() {
        try? FileManager.default.removeItem(atPath: path + "/.hone")
    }
}
