import ArgumentParser
import HoneConnectors
import HoneLoop
import HoneReport

struct SeriesAnalyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Limits, signs, changes of level, trend and autocorrelation of a column of numbers.",
        discussion: """
            The rows are taken in the order of the file, which should be that of time.
            Wheeler's three rules are on; the JSON lists the signs of every rule. All of
            it draws attention and proves nothing.

            Examples:
              hone series analyze builds.csv --value minutes
              hone series analyze weekly.csv --format json
            """)

    @OptionGroup var input: TableArguments
    @OptionGroup var output: FormatOption

    func run() throws {
        let table = try input.table
        let (column, cells): (Int, [Double?])
        do throws(NumberTableError) {
            column = try table.valueColumn(named: input.value)
            cells = try table.numbers(column)
        } catch {
            throw Failure(.badData, error.description)
        }
        let values = cells.compactMap(\.self)
        guard let analysis = SeriesAnalysis(values) else {
            throw Failure(
                .badData, "\(input.file), column \(table.names[column]): There is no number in it that can be used. Write one a row.")
        }
        let words = SeriesAnalysisAnswer(analysis, column: table.names[column], blanks: cells.count - values.count)
        Console.print(words.answer(width: Console.width), as: output.format, json: SeriesAnalysisJSON(analysis).json)
    }
}
