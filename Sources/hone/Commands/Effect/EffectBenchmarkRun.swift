import ArgumentParser
import Foundation
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct EffectBenchmarkRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Put the before/after method to the test on series in which nothing was done.",
        discussion: """
            Every week of every series is read as if something had been done there, by the
            method that improvements are measured with; then again with an effect of known
            size put in. Simulated noise and three methods known to err stand beside it.
            Six points decide; exit code 1 says that one of them does not hold, or was not
            checked.

            A file of --series has a column week (0, 1, 2, ...) and either count, or k and
            n, or one column of durations with a row an item. A list of --dated names
            columns of dated files: name, kind, better, file, date, format, value, of,
            group, delimiter.

            Examples:
              hone effect benchmark --series weekly/ \\
                --against Documentation/EffectBenchmark.csv
              hone effect benchmark --series weekly/ --quick
              hone effect benchmark --series weekly/ --dated Benchmarks/effect-series.csv \\
                --data exports/ --write Documentation
            """)

    @Option(name: .long, help: "A folder of weekly series, one CSV file each.", completion: .directory)
    var series: String

    @Option(name: .long, help: "A list of dated files to read as series too.", completion: .file(extensions: ["csv"]))
    var dated: String?

    @Option(name: .long, help: "The folder that the files of --dated are in. Default: that of the list.", completion: .directory)
    var data: String?

    @Flag(name: .long, help: "In a minute: simulate durations only, 1,000 times each.")
    var quick = false

    @Option(name: .long, help: "Simulations of each cell. Default: 4,000, or 1,000 with --quick.")
    var replicates: Int?

    @Option(name: .long, help: "Of all random numbers.")
    var seed: UInt64 = 20_261_128

    @Option(name: .long, help: "The committed table that power is held against.", completion: .file(extensions: ["csv"]))
    var against = "Documentation/EffectBenchmark.csv"

    @Option(name: .long, help: "A folder to write EffectBenchmark.md and EffectBenchmark.csv to.", completion: .directory)
    var write: String?

    @OptionGroup var output: FormatOption

    func run() async throws {
        if let replicates, replicates < 1 { throw Failure(.usage, "--replicates is 1 or more.") }
        let now = Instant(seconds: try Clock.now())
        let committed = try CommittedTable.power(in: against)
        let all = try SeriesFolder(series).series + (dated.map { try DatedList($0, folder: data).series } ?? [])
        let names = all.map(\.name)
        if let twice = Set(names).first(where: { name in names.count { $0 == name } > 1 }) {
            throw Failure(.badData, "Two series are called \(twice). Give one of them another name.")
        }
        let workflow = BenchmarkEffect(isQuick: quick, replicates: replicates, seed: seed)
        let benchmark = await workflow.benchmark(all) { Console.progress("effect benchmark: \($0) of \($1) parts") }
        Console.endProgress()
        let gate = EffectGate(benchmark, committed: committed)
        let document = EffectBenchmarkMarkdown(benchmark, gate, day: ZoneTable.utc.day(now), isQuick: quick)
        if let write { try save(document, benchmark, to: write) }
        switch output.format {
        case .table: Console.print(EffectBenchmarkText(benchmark, gate).text(width: Console.width))
        case .markdown: Console.print(document.text)
        case .json: Console.print(EffectBenchmarkJSON(benchmark, gate).json.pretty)
        }
        if !gate.holds { throw ExitCode(Failure.Code.checkFailed.rawValue) }
    }

    private func save(_ document: EffectBenchmarkMarkdown, _ benchmark: EffectBenchmark, to folder: String) throws {
        do {
            let place = URL(fileURLWithPath: folder, isDirectory: true)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data((document.text + "\n").utf8).write(to: place.appending(path: "EffectBenchmark.md"), options: .atomic)
            try Data(EffectBenchmarkTable(benchmark).text.utf8).write(to: place.appending(path: "EffectBenchmark.csv"), options: .atomic)
        } catch {
            throw Failure(.storeUnusable, "\(folder): The table could not be written there. Name a folder that can be written to: --write.")
        }
    }
}
