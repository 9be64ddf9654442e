import Foundation
import Measurement

/// P5, what the program `columns` times inside its own process, and the golden sums of 10,000 items in every order and format.
struct ColumnsRows {
    let work: EventWork
    let options: Options
    let ring: Contest.Ring

    private static let name = "columns"

    func subject(parts: PartLines) -> Subject {
        Subject(name: Self.name, runsInRound: 3) {
            let run = try ColumnsRun(work, work.imported.folder())
            parts.lines = run.lines.filter { $0.name != "P5" }
            return Sample(parts: [try run.line("P5", answer: work.answer).usage])
        }
    }

    func rows(_ found: [String: Outcome], parts: PartLines) -> [TableRow] {
        let contest = Contest(
            id: "P5", work: "recompute of all flow metrics, \(EventRows.count(work.items)) items, in process", ship: .atMost(0.11),
            goal: .atMost(0.05), ours: { $0.parts[0] }, peers: { $0.parts[1] },
            note: "hone decodes, folds and measures; reading the store is a row of its own, as loading is no part of the peer's queries")
        let tool = work.fastestQueries
        let first = contest.row(found[Self.name], "\(tool), queries", found["flow \(tool)"], in: ring)
        return [first] + ColumnsRun.rows(ofParts: parts.lines) + goldenRows()
    }

    /// The same sums from the same rows, whatever their order and their format.
    private func goldenRows() -> [TableRow] {
        let items = 10_000
        guard let answer = FlowAnswer.golden(items: items) else { return [] }
        let inputs: [(name: String, file: () throws -> String)] = [
            ("CSV ordered by time", { try work.peers.events(items: items) }),
            ("CSV grouped by item", { try work.peers.grouped(items: items) }),
            ("JSON lines", { try work.peers.events(items: items, ending: "jsonl") }),
        ]
        return inputs.map { name, file in
            let subject = Subject(name: "columns, \(name)", mostRounds: 1) {
                let file = try file()
                let folder = try HoneFolder.events(at: work.place.emptyFolder("columns-golden"), hone: work.place.hone, file: file)
                _ = try folder.importCSV(file)
                return Sample(parts: [try ColumnsRun(work, folder).line("P5", answer: answer).usage])
            }
            let contest = Contest(
                id: "P5", work: "golden sums of \(EventRows.count(items)) items, \(name)", scale: .milliseconds,
                quantity: { $0.cpuSeconds * 1_000 })
            return contest.row(Outcome.measured([subject], budget: work.budget)[subject.name], in: ring)
        }
    }
}
