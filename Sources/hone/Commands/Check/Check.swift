import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exit 1 when the product has goals but neither an agreed process KPI nor a recorded decision against one.",
        discussion: """
            Made for CI: the process is either part of the KPIs, or left out on purpose.
            It passes without goals; with a KPI that is agreed and not 30 days past its
            review day, with a target or watched, one-sided or not; and with a decision in
            force that a number is only watched (hone kpi watch) or that none is wanted
            (hone decision record not-a-kpi).

            Example: hone check
            """)

    @OptionGroup var output: FormatOption

    func run() async throws {
        let workspace = try Workspace.current()
        let agreements = Agreements(try await workspace.openStore().decisions())
        let check = ProcessCheck(agreements, on: workspace.today)
        if output.format == .json {
            Console.print(JSON.object([("passed", .boolean(check.isPassed)), ("sentence", .text(check.sentence))]).pretty)
        } else {
            Console.say(check.sentence)
        }
        guard check.isPassed else {
            throw Failure(
                .checkFailed,
                "Agree on one (hone kpi --help), or record the choice: hone decision record not-a-kpi --reason \"...\" --until YYYY-MM-DD")
        }
    }
}
