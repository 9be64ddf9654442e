import ArgumentParser
import HoneLoop
import HoneWorkflows

struct ForecastWhen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "when", abstract: "When so many items are done.",
        discussion: """
            Days to come are taken to be like the last 60, and how little so few days
            tell of the pace is in the range; day 1 is tomorrow. It says 95 % at most.

            Examples:
              hone forecast when --items 12
              hone forecast when --label checkout
              hone forecast when --items 10-15 --split 1.0-1.3 --seed 7
              hone forecast when --items 7 --samples days.csv
            """)

    @Option(name: .long, help: "How many items are left, or a range such as 10-15.")
    var items: ItemRange?

    @Option(name: .long, help: "Instead: the open items with this label.")
    var label: String?

    @OptionGroup var arguments: ForecastArguments

    func run() async throws {
        guard (items == nil) != (label == nil) else {
            throw Failure(.usage, "Say how many items are left: --items N, or --label X for the open items with a label.")
        }
        guard let label else {
            let question = try arguments.question(.when(items: items?.range ?? 0...0))
            let today = try ForecastArguments.today()
            return arguments.show(try await arguments.forecast(question, today: today) { try await ForecastArguments.delivery() })
        }
        let delivery = try await ForecastArguments.delivery()
        let found = delivery.items(labelled: label)
        guard found.all > 0 else {
            throw Failure(
                .usage, "No item has the label '\(label)'. Labels come with the tracker's items; --items N takes a number instead.")
        }
        let question = try arguments.question(.when(items: found.open...found.open))
        let forecast = try await arguments.forecast(question, today: try ForecastArguments.today()) { delivery }
        arguments.show(forecast, note: "\(found.open) open of \(found.all) with the label \(label)")
    }
}
