import CMalloc
import Foundation
import HoneFacts
import HoneStore

/// The program `columns`: the golden sums of an event log that `hone import csv` stored, computed inside one process by the
/// product's own reading, fold and metrics, and what each of them takes.
///
/// Behind the store it may be given a command that adds facts to it. It is run then, while the process stays, and the sums are brought
/// up to what is stored by now.
@main
struct Columns {
    static func main() async {
        useOneHeap()
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let path = arguments.first, FileManager.default.fileExists(atPath: path) else {
            complain("Name a store that hone import csv made, such as .hone/store.sqlite.", code: 64)
        }
        do {
            try await run(path: path, command: Array(arguments.dropFirst()))
        } catch {
            complain("\(error)", code: 70)
        }
    }

    private static func complain(_ sentence: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data("columns: \(sentence)\n".utf8))
        exit(code)
    }

    private static func run(path: String, command: [String]) async throws {
        let begun = Spent.sinceStart
        let store = try Store(path: path, digest: Digest(pseudonym: { $0 }, fingerprint: { _ in "" }))
        let facts = try await FactTables(log: store)
        let read = Spent.sinceStart
        let histories = folded(facts)
        let folded = Spent.sinceStart
        var sums = try FlowSums(histories)
        let found = sums.pairs()
        let measured = Spent.sinceStart

        let pairs = [("rows", try await rows(of: store))] + found
        for (name, value) in pairs { print("\(name) \(value)") }
        line("P5", measured - read, check: check(pairs))
        line("P5 read", read - begun, check: "the facts of the store, checked and not yet decoded")
        line("P5 fold", folded - read, check: "decoded and folded into histories")
        line("P5 metrics", measured - folded, check: "metrics of the histories, and their sums")
        guard !command.isEmpty else { return }
        try add(by: command)
        try await refresh(&sums, HeldFacts(facts), store)
    }

    private static func folded(_ facts: FactTables) -> Histories { fold(facts, FlowSums.interpretation, now: FlowSums.endOfTime) }

    private static func rows(of store: Store) async throws -> String {
        "\(try await store.contents().first { $0.name == FactFamily.transition.rawValue }?.rows ?? 0)"
    }

    /// Another program adds facts to the store.
    private static func add(by command: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NotAdded(command: command.joined(separator: " ")) }
    }

    /// Brings the sums up to what is stored by now: the items that the news speak of are taken out as they were and put in as they are.
    private static func refresh(_ sums: inout FlowSums, _ held: HeldFacts, _ store: Store) async throws {
        let begun = Spent.sinceStart
        let news = try await store.news(since: held.position)
        let read = Spent.sinceStart
        let touched = try news.map { news throws(SegmentDamage) in try held.touched(by: news) }
        let looked = Spent.sinceStart
        let isRefreshed = try touched.map { try sums.replace(folded($0.before), by: folded($0.after)) } ?? false
        if !isRefreshed { sums = try FlowSums(folded(try await FactTables(log: store))) }
        let found = sums.pairs()
        let refreshed = Spent.sinceStart

        let check = check([("rows", try await rows(of: store))] + found)
        line("P5b", refreshed - begun, check: check)
        line("P5b news", read - begun, check: "what was stored since")
        line("P5b items", looked - read, check: "the facts of the items that it speaks of, found among all")
        line("P5b sums", refreshed - looked, check: isRefreshed ? "these items folded and measured, before and after" : "all items anew")
    }

    private static func check(_ pairs: [(String, String)]) -> String { pairs.map { "\($0)=\($1)" }.joined(separator: " ") }

    /// Five fields, as `bench` reads them: name, CPU s, wall s, peak MiB, check.
    private static func line(_ name: String, _ spent: Spent, check: String) {
        print(String(format: "%@\t%.4f\t%.4f\t%.1f\t%@", name, spent.cpuSeconds, spent.wallSeconds, spent.peakMebibytes, check))
    }
}

/// A command that was to add facts, and failed.
struct NotAdded: Error, CustomStringConvertible {
    let command: String

    var description: String { "\(command) failed." }
}
