import Foundation
import Measurement

/// The program `bench`.
@main
struct Bench {
    static func main() {
        do {
            let options: Options
            do {
                options = try Options(Array(CommandLine.arguments.dropFirst()))
            } catch {
                complain(error)
                exit(64)
            }
            let isKept = try run(options)
            Command.removeScratch()
            exit(isKept ? 0 : 1)
        } catch {
            Command.removeScratch()
            complain(error)
            exit(70)
        }
    }

    private static func complain(_ error: any Error) {
        let text =
            switch error {
            case let wrong as WrongAnswer: wrong.reason
            case let missing as Missing: "not measured: \(missing.reason)"
            default: "\(error)"
            }
        FileHandle.standardError.write(Data("bench: \(text)\n".utf8))
    }

    /// Whether every line that was judged was kept.
    private static func run(_ options: Options) throws -> Bool {
        switch options.work {
        case .help: print(Options.help)
        case .spin: print(Machine.spin())
        case .repository, .events, .variant, .grouped: try MadeFile.write(options.work, options.rest)
        case .instructions: return try Instructions(place: Place(options: options), records: options.records).areKept()
        case .table: return try table(options)
        }
        return true
    }

    private static func table(_ options: Options) throws -> Bool {
        let place = try Place(options: options)
        let machine = try Machine.measured(bench: place.bench)
        let head = "\(stamp("yyyy-MM-dd HH:mm")) UTC, \(machine.text)"
        print(head)
        fflush(nil)
        let rows = WholeTable(place: place, options: options, machine: machine, budget: Budget(isFull: options.isFull)).rows()
        let table = Table(rows: rows)
        print("")
        if options.isMarkdown {
            print(table.markdown)
        } else {
            print(table.text)
            if !table.remarks.isEmpty { print("\n" + table.remarks.joined(separator: "\n")) }
        }
        if options.isFull {
            let path = "Benchmarks/Results/\(stamp("yyyy-MM-dd")).md"
            let page = "# bench --full\n\n\(head)\n\n\(table.markdown)\n"
            try FileManager.default.createDirectory(atPath: place.project + "/Benchmarks/Results", withIntermediateDirectories: true)
            try page.write(toFile: "\(place.project)/\(path)", atomically: true, encoding: .utf8)
            print("\nwritten to \(path)")
        }
        return !rows.contains { $0.verdict.isFailure }
    }

    private static func stamp(_ format: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = format
        return formatter.string(from: Date())
    }
}
