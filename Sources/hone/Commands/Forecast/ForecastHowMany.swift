import ArgumentParser
import HoneLoop

struct ForecastHowMany: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "how-many", abstract: "How many items are done by a day.",
        discussion: """
            At 85 % it is the largest number of which at least so many are done in 85 of
            100 such futures.

            Examples:
              hone forecast how-many --until 2026-12-18
              hone forecast how-many --until 2026-12-18 --whole-weeks --seed 7
            """)

    @Option(name: .long, help: "The last day that counts, YYYY-MM-DD.")
    var until: String

    @OptionGroup var arguments: ForecastArguments

    func run() async throws {
        let day = try WindowArguments.day(until, "--until")
        let today = try ForecastArguments.today()
        guard day > today else { throw Failure(.usage, "--until is \(day), which is not after today, \(today).") }
        let question = try arguments.question(.howMany(until: day))
        arguments.show(try await arguments.forecast(question, today: today) { try await ForecastArguments.delivery() })
    }
}
