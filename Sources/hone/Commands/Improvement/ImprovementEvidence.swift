import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStatistics
import HoneWorkflows

struct ImprovementEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "The weekly values behind an effect, as CSV: what is needed to compute it again by hand.",
        discussion: """
            One row a week: its Monday, the side it is on, the items in it, and the value
            that is compared (means of natural logarithms for times, shares, square roots
            of counts plus 3/8). How: Documentation/Guides/effect-by-hand.md

            Example: hone improvement evidence 1 > improvement-1.csv
            """)

    @OptionGroup var argument: ImprovementArgument

    func run() async throws {
        let (workspace, change) = try ImprovementCommand.change()
        let agreements = try await change.agreements()
        let improvement = try change.found(argument.number, agreements)
        let evidence = try await ImprovementCommand.evidence(workspace)
        guard improvement.measured != nil, let reading = ImprovementReading(improvement, among: agreements.improvements, evidence) else {
            throw Failure(.usage, "Improvement \(argument.number) has no weeks yet: its terms are frozen, and it is in force, first.")
        }
        guard let effect = reading.effect else {
            throw Failure(
                .usage,
                "No look is due yet, so nobody looks: \(ImprovementWords(improvement, reading, workspace.interpretation.zone, on: evidence.today, unfunded: nil).standing)."
            )
        }
        Console.print("monday,side,items,value")
        let series = effect.record.series
        let (before, after) = (effect.reading.before.weeks, effect.reading.after.weeks)
        for week in series.weeks {
            let place = week - series.firstWeek
            let side = before.contains(week) ? "before" : after.contains(week) ? "after" : week < before.lowerBound ? "earlier" : "left out"
            let value = series.weights[place] > 0 ? "\(series.values[place])" : ""
            Console.print("\(CalendarDay(week: week)),\(side),\(series.items[place]),\(value)")
        }
    }
}
