import CMalloc
import Foundation
import HoneFacts
import HoneStore

/// The program `columns`: the golden sums of an event log that `hone import csv` stored, computed inside one process by the
/// product's own reading, fold and metrics, and what each of them takes.
@main
struct Columns {
    static func main() async {
        useOneHeap()
        guard CommandLine.arguments.count == 2, FileManager.default.fileExists(atPath: CommandLine.arguments[1]) else {
            complain("Name a store that hone import csv made, such as .hone/store.sqlite.", code: 64)
        }
        do {
            try await run(path: CommandLine.arguments[1])
        } catch {
            complain("\(error)", code: 70)
        }
    }

    private static func complain(_ sentence: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data("columns: \(sentence)\n".utf8))
        exit(code)
    }

    private static func run(path: String) async throws {
        let begun = Spent.sinceStart
        let store = try Store(path: path, digest: Digest(pseudonym: { $0 }, fingerprint: { _ in "" }))
        let facts = try await FactTables(log: store)
        let read = Spent.sinceStart
        let histories = fold(facts, FlowSums.interpretation, now: FlowSums.endOfTime)
        let folded = Spent.sinceStart
        let sums = try FlowSums(histories)
        let measured = Spent.sinceStart

        let rows = try await store.contents().first { $0.name == FactFamily.transition.rawValue }?.rows ?? 0
        let pairs = [("rows", "\(rows)")] + sums.pairs
        for (name, value) in pairs { print("\(name) \(value)") }
        line("P5", measured - read, check: pairs.map { "\($0)=\($1)" }.joined(separator: " "))
        line("P5 read", read - begun, check: "the facts of the store, checked and not yet decoded")
        line("P5 fold", folded - read, check: "decoded and folded into histories")
        line("P5 metrics", measured - folded, check: "metrics of the histories, and their sums")
    }

    /// Five fields, as `bench` reads them: name, CPU s, wall s, peak MiB, check.
    private static func line(_ name: String, _ spent: Spent, check: String) {
        print(String(format: "%@\t%.4f\t%.4f\t%.1f\t%@", name, spent.cpuSeconds, spent.wallSeconds, spent.peakMebibytes, check))
    }
}
