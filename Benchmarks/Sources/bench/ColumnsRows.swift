import Foundation
import Measurement

/// P5 and whatever else the program `columns` times inside its own process.
struct ColumnsRows {
    let work: EventWork
    let options: Options
    let ring: Contest.Ring

    /// Beside bench, where it is built.
    private var program: String {
        (work.place.bench as NSString).deletingLastPathComponent + "/columns"
    }

    func rows() throws -> [TableRow] {
        let title = "recompute of all flow metrics, \(EventRows.count(work.items)) items, in process"
        let contest = Contest(
            id: "P5", work: title, ship: .atMost(0.11), goal: .atMost(0.05), ours: { $0.parts[0] }, peers: { $0.parts[1] })
        guard FileManager.default.isExecutableFile(atPath: program) else {
            let missing = Missing(reason: "the program columns is not built", isOfProduct: true)
            return [contest.row(.missing(missing), in: ring, peerName: "\(work.bestEngine), queries")]
        }
        let file = try work.peers.events(items: work.items)
        var others: [ColumnsLine] = []
        let columns = Subject(name: "columns") {
            let lines = try self.lines(file)
            others = lines.filter { $0.id != "P5" }
            guard let line = lines.first(where: { $0.id == "P5" }) else { throw Missing(reason: "columns printed no line P5") }
            let answer = FlowAnswer(check: line.check)
            guard answer.finished != nil, answer.flowSum != nil else { throw WrongAnswer(reason: "its check lacks sums: \(line.check)") }
            if let difference = answer.difference(from: work.answer) { throw WrongAnswer(reason: difference) }
            return Sample(parts: [line.usage])
        }
        let peer = "flow \(work.bestEngine)"
        let found = Outcome.measured([columns, work.flow(work.bestEngine, file: file)], budget: work.budget)
        let first = contest.row(found["columns"], "\(work.bestEngine), queries", found[peer], in: ring)
        return [first]
            + others.map { line in
                TableRow(
                    id: line.id, work: line.name, ours: line.usage, verdict: .notJudged("no peer is run for it; it says: \(line.check)"),
                    load: Machine.load)
            }
    }

    private func lines(_ file: String) throws -> [ColumnsLine] {
        var command = Command(program: program, arguments: [file], folder: work.place.work, mostSeconds: work.budget.commandSeconds)
        command.output = work.place.work + "/runs/columns.tsv"
        try command.usage()
        return try String(contentsOfFile: command.output, encoding: .utf8).split(separator: "\n").compactMap { ColumnsLine(String($0)) }
    }
}
