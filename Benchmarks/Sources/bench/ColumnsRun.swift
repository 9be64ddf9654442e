import Foundation
import Measurement

/// What the program `columns` said last of parts of its work, which no peer is run for.
final class PartLines {
    var lines: [ColumnsLine] = []
}

/// A run of the program `columns` over the store of a folder.
struct ColumnsRun {
    let lines: [ColumnsLine]

    /// - Parameter command: adds facts to the store while the program stays; it brings its sums up to them.
    init(_ work: EventWork, _ folder: HoneFolder, then command: [String] = []) throws {
        guard FileManager.default.isExecutableFile(atPath: work.place.columns) else {
            throw Missing(reason: "the program columns is not built; make bench builds it")
        }
        var columns = Command(
            program: work.place.columns, arguments: [folder.storePath] + command, folder: folder.path,
            mostSeconds: work.budget.commandSeconds)
        columns.output = folder.path + "/columns.tsv"
        try columns.usage()
        lines = try String(contentsOfFile: columns.output, encoding: .utf8).split(separator: "\n").compactMap { ColumnsLine(String($0)) }
    }

    /// A line of which every sum has to be right.
    func line(_ name: String, answer: FlowAnswer) throws -> ColumnsLine {
        guard let line = lines.first(where: { $0.name == name }) else { throw WrongAnswer(reason: "columns printed no line \(name)") }
        let found = FlowAnswer(check: line.check)
        guard found.isComplete else { throw WrongAnswer(reason: "its check lacks sums: \(line.check)") }
        if let difference = found.difference(from: answer) { throw WrongAnswer(reason: difference) }
        return line
    }

    /// The parts of a line, each a row that is not judged.
    static func rows(ofParts lines: [ColumnsLine]) -> [TableRow] {
        lines.map { line in
            TableRow(
                id: line.id, work: "in process: \(line.part)", ours: line.usage,
                verdict: .notJudged("no peer is run for it; it says: \(line.check)"), load: Machine.load)
        }
    }
}
