import Foundation
import Measurement

/// The runs over the seeded event log that the rows are made of.
struct EventWork {
    let place: Place
    let peers: Peers
    let budget: Budget
    let items: Int
    /// What every engine agrees on for this log.
    let answer: FlowAnswer
    let rows: Int
    /// Which of the flow engines is the fastest here, and which of them when loading does not count.
    let bestEngine: String
    let fastestQueries: String
    /// The log, stored.
    let imported: Prepared

    static let engines = ["duckdb", "polars", "pandas"]

    /// Makes the log, runs every engine once, and wants that they agree with each other and with the golden sums.
    init(place: Place, peers: Peers, budget: Budget, items: Int, engines: [String] = EventWork.engines) throws {
        let file = try peers.events(items: items)
        var expected = FlowAnswer.golden(items: items)
        var (best, bestQueries) = ((name: "", cpu: Double.infinity), (name: "", cpu: Double.infinity))
        for engine in engines {
            try budget.check()
            let arguments = [file] + (engine == "pandas" ? ["pyarrow"] : [])
            let lines = try peers.lines("flow_\(engine).py", arguments, in: place.emptyFolder("flow"), budget: budget)
            let answer = FlowAnswer(phases: lines)
            guard answer.isComplete else { throw Missing(reason: "flow_\(engine).py did not print every sum") }
            if let expected, let difference = answer.difference(from: expected) {
                throw Missing(reason: "\(engine) disagrees about the log: \(difference)")
            }
            expected = expected ?? answer
            let parts = Self.flowParts(lines)
            let (cpu, queries) = (parts.reduce(.none, +).cpuSeconds, parts[1].cpuSeconds)
            Progress.say("\(engine): load and queries take \(Scale.exponent.text(cpu)) CPU s")
            if cpu < best.cpu { best = (engine, cpu) }
            if queries < bestQueries.cpu { bestQueries = (engine, queries) }
        }
        guard let expected, let rows = expected.rows else { throw Missing(reason: "no engine answered") }
        (self.place, self.peers, self.budget, self.items) = (place, peers, budget, items)
        (answer, self.rows, bestEngine, fastestQueries) = (expected, Int(rows), best.name, bestQueries.name)
        imported = Prepared {
            let folder = try HoneFolder.events(at: place.emptyFolder("imported"), hone: place.hone, file: file)
            _ = try folder.importCSV(file)
            return folder
        }
    }

    /// Load, and all queries that a scorecard answers as well; the permutation test is not among them.
    static func flowParts(_ lines: [PeerLine]) -> [Usage] {
        let load = lines.filter { $0.phase == "load" }.map(\.usage).reduce(.none, +)
        let queries = lines.filter { $0.phase != "load" && $0.phase != "perm20" }.map(\.usage).reduce(.none, +)
        return [load, queries]
    }

    /// Import into a fresh folder, then the scorecard.
    func hone(_ name: String, file: String, storedRows: Int, isOnOneCore: Bool = false, withScorecard: Bool = true) -> Subject {
        Subject(name: name) {
            var folder = try HoneFolder.events(at: place.emptyFolder("events"), hone: place.hone, file: file)
            folder.isOnOneCore = isOnOneCore
            folder.mostSeconds = budget.commandSeconds
            var sample = Sample(parts: [try folder.importCSV(file)])
            sample.bytes = folder.storeBytes
            if withScorecard { sample.parts.append(try folder.scorecard()) }
            try folder.check(rows: storedRows, answer: answer, withPage: withScorecard && storedRows == rows)
            return sample
        }
    }

    /// From the file to the page in one process, which stores nothing.
    func tried(file: String) -> Subject {
        Subject(name: "hone try") {
            var folder = HoneFolder(path: try place.emptyFolder("try"), hone: place.hone)
            folder.mostSeconds = budget.commandSeconds
            let sample = Sample(parts: [try folder.command(["try", file]).usage()])
            try folder.checkPage(["try", file], answer: answer)
            return sample
        }
    }

    /// The scorecard that a sync has prepared, and the one after it.
    func pages(file: String) -> Subject {
        let synced = Prepared {
            let folder = try HoneFolder.events(at: place.emptyFolder("synced"), hone: place.hone, file: file)
            _ = try folder.sync()
            return folder
        }
        return Subject(name: "hone pages") {
            let folder = try synced.folder().copied(as: "pages", place, budget)
            let sample = Sample(parts: [try folder.scorecard(), try folder.scorecard()])
            try folder.check(rows: rows, answer: answer, withPage: true)
            return sample
        }
    }

    func durable(_ tool: String, ending: String, file: String, mostRounds: Int = .max) -> Subject {
        Subject(name: tool, mostRounds: mostRounds) {
            let folder = place.work + "/runs/durable"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let lines = try peers.lines("durable.py", [tool, file], in: folder, budget: budget)
            guard let line = lines.first, let stored = PeerLine.number("rows", in: line.check) else {
                throw Missing(reason: "durable.py printed no line")
            }
            var sample = Sample(parts: [line.usage])
            sample.bytes = Place.bytes("\(folder)/durable.\(ending)")
            if Int(stored) != rows {
                throw Missing(reason: "\(tool) stored \(Int(stored)) rows, expected \(rows)")
            }
            return sample
        }
    }

    func flow(_ engine: String, file: String) -> Subject {
        Subject(name: "flow " + engine) {
            let arguments = [file] + (engine == "pandas" ? ["pyarrow"] : [])
            let lines = try peers.lines("flow_\(engine).py", arguments, in: place.emptyFolder("flow"), budget: budget)
            if let difference = FlowAnswer(phases: lines).difference(from: answer) { throw Missing(reason: "\(engine): \(difference)") }
            return Sample(parts: Self.flowParts(lines))
        }
    }

    /// Opens what durable.py left, and queries it.
    func duckdbOpen() -> Subject {
        Subject(name: "duckdb open") {
            let store = place.work + "/runs/durable/durable.duckdb"
            guard Place.bytes(store) > 0 else { throw Missing(reason: "durable.py left no DuckDB file") }
            let lines = try peers.ownLines("duckdb_open.py", [store], in: place.emptyFolder("open"), budget: budget)
            if let difference = FlowAnswer(phases: lines).difference(from: answer) { throw Missing(reason: "DuckDB file: \(difference)") }
            return Sample(parts: lines.map(\.usage))
        }
    }

    /// The same file once more: nothing may be added.
    func reimport(file: String) -> Subject {
        Subject(name: "hone re-import") {
            let folder = try imported.folder().copied(as: "again", place, budget)
            let before = try folder.stored().rows
            let usage = try folder.importCSV(file)
            let after = try folder.stored().rows
            if before != after { throw WrongAnswer(reason: "importing the same file again changed what is stored") }
            return Sample(parts: [usage])
        }
    }

    /// JSON lines, once the product reads them: tried on a small log first.
    func jsonLines() -> Subject {
        Subject(name: "hone JSON lines") {
            let small = try peers.events(items: 1_000, ending: "jsonl")
            let trial = try HoneFolder.events(at: place.emptyFolder("trial"), hone: place.hone, file: small)
            let ending = try trial.command(["import", "csv", small]).run()
            guard ending.code == 0, try trial.stored().rows["transition"] ?? 0 > 5_000 else {
                throw Missing(reason: "hone import csv does not read JSON lines", isOfProduct: true)
            }
            let file = try peers.events(items: items, ending: "jsonl")
            let folder = try HoneFolder.events(at: place.emptyFolder("events"), hone: place.hone, file: file)
            let usage = try folder.importCSV(file)
            try folder.check(rows: rows, answer: answer, withPage: false)
            return Sample(parts: [usage])
        }
    }
}
