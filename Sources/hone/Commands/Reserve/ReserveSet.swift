import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct ReserveSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Agree how much is kept for improvement work, counted in what, and from when on.",
        discussion: """
            Whoever decides for the team says it, by role. What came before the day is
            judged by what held then.

            Examples:
              hone reserve set --floor "10 %"
              hone reserve set --floor "15 %" --unit hours --from 2026-12-01 \\
                --reason "the debt in billing slows us down"
            """)

    @Option(name: .long, help: "The least share, such as \"10 %\" or 0.1.")
    var floor: String

    @Option(name: .long, help: "What is counted: items, hours, changes or points (no source tells points yet).")
    var unit: Reserve.Unit = .items

    @Option(name: .long, help: "First day it holds, YYYY-MM-DD. Default: today.")
    var from: String?

    @Option(name: .long, help: "Why, in a sentence, if there is something to say.")
    var reason: String?

    @OptionGroup var role: RoleOption

    func run() async throws {
        guard let share = Self.share(floor) else {
            throw Failure(.usage, "--floor is '\(floor)', not a share. Write it as \"10 %\" or 0.1.")
        }
        let workspace = try Workspace.current()
        let today = workspace.today
        let day = try from.map { try WindowArguments.day($0, "--from") } ?? today
        guard day >= today else {
            throw Failure(
                .usage, "--from is \(day), which is over. An agreement holds from today on at the earliest; the past keeps what held then.")
        }
        let store = try workspace.openOrMakeStore()
        try await store.take(
            Decision(
                .setReserve, decidedAt: workspace.now, role: role.known(workspace), subject: unit.rawValue, text: String(share),
                reason: reason?.trimmed ?? "", until: day))
        let reserve = Agreements(try await store.decisions()).reserveRecord.reserve(on: day)
        Console.say("Reserve: \(ReserveWords.agreement(reserve))")
        if let advice = ReserveWords.advice(reserve) { Console.say(advice) }
    }

    static func share(_ text: String) -> Double? {
        let compact = text.filter { !$0.isWhitespace }
        let number = compact.hasSuffix("%") ? Double(compact.dropLast()).map { $0 / 100 } : Double(compact)
        return number.flatMap { (0...1).contains($0) ? $0 : nil }
    }
}

extension Reserve.Unit: ExpressibleByArgument {}
