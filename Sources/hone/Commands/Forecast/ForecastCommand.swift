import ArgumentParser
import Foundation
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneReport
import HoneStatistics
import HoneWorkflows

struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "When so many items are done, or how many by a day: from what was finished before.",
        subcommands: [ForecastWhen.self, ForecastHowMany.self])
}

/// Where the days of a forecast come from, and how they are drawn.
struct ForecastArguments: ParsableArguments {
    @Option(
        name: .long, help: "A file with the items of one day a row, zeros included, instead of the product's last 60 days.",
        completion: .file(extensions: ["csv", "gz"]))
    var samples: String?

    @Option(name: .long, help: "The column of the samples. Default: the only one that holds numbers.")
    var value: String?

    @Option(name: .long, help: "Seed of the random numbers, 0 to 9007199254740991; the same seed gives the same answer.")
    var seed: UInt64 = ForecastQuestion.usualSeed

    @Option(name: .long, help: "exact or simulated. Default: exact where there is an exact answer.")
    var method: ForecastQuestion.Method?

    @Flag(name: .long, help: "Draw whole weeks, which keeps the pattern of weekdays (simulated).")
    var wholeWeeks = false

    @Option(name: .long, help: "Items that one of today's becomes before it is done, such as 1.0-1.3 (simulated).")
    var split: NumberRange = NumberRange(range: 1...1)

    @OptionGroup var output: FormatOption

    func question(_ kind: ForecastQuestion.Kind) throws -> ForecastQuestion {
        var question = ForecastQuestion(kind)
        // What JSON carries unharmed.
        guard seed < 1 << 53 else { throw Failure(.usage, "--seed is at most 9007199254740991.") }
        guard split.range.lowerBound > 0 else { throw Failure(.usage, "--split is above 0.") }
        question.seed = seed
        question.splitRate = split.range
        question.drawing = wholeWeeks ? .weeks : .days
        question.method = method
        if method == .exact, question.needsSimulation {
            throw Failure(.usage, "Ranges, splitting and whole weeks have no exact answer: leave out --method exact.")
        }
        return question
    }

    /// - Parameter delivery: the product's own history; asked for only where no samples are given.
    func forecast(_ question: ForecastQuestion, today: CalendarDay, delivery: () async throws -> ForecastDelivery) async throws -> Forecast
    {
        if let samples { return Forecast(question, from: .given(try Self.counts(samples, value)), today: today) }
        return try await delivery().forecast(question)
    }

    private static func counts(_ file: String, _ value: String?) throws -> [Int] {
        do {
            let table = try NumberTable(path: file, directory: FileManager.default.currentDirectoryPath)
            guard table.rowCount > 0 else { return [] }
            let column = try table.valueColumn(named: value)
            return try table.wholeNumbers(column).enumerated().map { row, count in
                guard let count else { throw table.refusal(row, column, "is no number of items", "Write 0 for a day without one.") }
                return count
            }
        } catch let error as NumberTableError {
            if error.isEmptyFile { return [] }
            throw Failure(.badData, error.description)
        }
    }

    func show(_ forecast: Forecast, note: String? = nil) {
        let answer = ForecastAnswer(forecast, note: note).answer(width: Console.width)
        Console.print(answer, as: output.format, json: ForecastJSON(forecast).json)
    }

    /// Today in the product's zone.
    static func today() throws -> CalendarDay { try Workspace.zoneHere().day(atSeconds: Clock.now()) }

    static func delivery() async throws -> ForecastDelivery {
        let workspace = try Workspace.current()
        return ForecastDelivery(try await workspace.evidence(from: workspace.openStore()))
    }
}

/// `1.0-1.3`, or one number.
struct NumberRange: ExpressibleByArgument {
    let range: ClosedRange<Double>

    init(range: ClosedRange<Double>) {
        self.range = range
    }

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Double($0) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1], first.isFinite, last.isFinite,
            first <= last
        else { return nil }
        range = first...last
    }

    var defaultValueDescription: String { "1" }
}

/// `7`, or `7-9` where the work is not known better.
struct ItemRange: ExpressibleByArgument {
    let range: ClosedRange<Int>

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1], first >= 0, first <= last else {
            return nil
        }
        range = first...last
    }
}

extension ForecastQuestion.Method: ExpressibleByArgument {}
