import ArgumentParser
import Foundation
import HoneConnectors

struct SeriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "Judge any column of numbers by the rules that the product's own numbers are judged by.",
        subcommands: [SeriesAnalyze.self, SeriesCompare.self])
}

/// The file whose columns are looked at, as a command is given it.
struct TableArguments: ParsableArguments {
    @Argument(help: "A CSV file with a header, plain or gzip.", completion: .file(extensions: ["csv", "gz", "jsonl"]))
    var file: String

    @Option(name: .long, help: "The column of numbers. Default: the only one that holds numbers.")
    var value: String?

    @Option(name: .long, help: "The sign between fields: one character, or tab. Default: the first lines decide.")
    var delimiter: String?

    @Option(name: .long, help: "How numbers are written, such as 1.234,5 or 1,234.5. Default: plain, 1234.5.")
    var numberFormat: String?

    var table: NumberTable {
        get throws { try Self.table(file, delimiter: delimiter, numberFormat: numberFormat) }
    }

    static func table(_ file: String, delimiter: String?, numberFormat: String? = nil) throws -> NumberTable {
        var sign: UInt8?
        if let delimiter {
            let bytes = delimiter == "tab" ? [9] : Array(delimiter.utf8)
            guard bytes.count == 1, bytes[0] < 128 else { throw Failure(.usage, "--delimiter is one character, or tab.") }
            sign = bytes[0]
        }
        do {
            return try NumberTable(
                path: file, directory: FileManager.default.currentDirectoryPath, delimiter: sign, numberFormat: numberFormat)
        } catch {
            throw Failure(.badData, error.description)
        }
    }
}
