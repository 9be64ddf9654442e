import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Give out a token to a member: who holds it may agree to KPIs.",
        discussion: """
            It is printed once and kept nowhere; the log knows only that one was given out
            for a role. Give one to each member of the product and the engineering side.
            Whoever joins has three working days with what is proposed.

            Examples:
              hone kpi token --role engineering
              hone kpi token --take-back TOKEN
              hone kpi token                              how many members there are
            """)

    @Option(name: .long, help: "What the member does: product, product owner, customer, engineering, developer, tester, designer ...")
    var role: String?

    @Option(name: .long, help: "A token whose holder is no member any longer.")
    var takeBack: String?

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        if let takeBack {
            try await change.leave(takeBack.trimmed.lowercased())
            Console.print("The token is taken back.")
            return
        }
        guard let role else {
            Console.print(Self.text(try await change.agreements().kpiRecord.members))
            return
        }
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<2).map { _ in String(generator.next(), radix: 16) }
        let token = digits.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined(separator: "-")
        let member = try await change.join(token, role: RoleOption.known(role, workspace))
        let members = try await change.agreements().kpiRecord.members
        Console.print(token)
        Console.error("A token for \(member.role) (\(member.side.rawValue) side). Keep it: it is shown once. \(Self.text(members))")
    }

    private static func text(_ members: Members) -> String {
        "Members: \(members.count(.product)) product, \(members.count(.engineering)) engineering."
    }
}
