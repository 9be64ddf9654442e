import ArgumentParser
import HoneFacts
import HoneLoop
import HoneWorkflows

struct KPIAgree: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Agree to a proposed KPI, with a token that shows no name.",
        discussion:
            "What is kept cannot be traced to the token, nor to other agreements of it.\n\nExample: hone kpi agree 1 --token 3f9a-...")

    @Argument(help: "Number of the KPI.")
    var number: Int

    @Option(name: .long, help: "The token, as hone kpi token printed it.")
    var token: String

    @Option(name: .long, help: "The role of the token, to be sure; the token knows it.")
    var role: String?

    func run() async throws {
        let (workspace, change) = try KPICommand.change()
        let kpi = try await change.agree(number, token: token.trimmed.lowercased(), role: role?.trimmed)
        try await KPICommand.report(kpi, workspace, change)
    }
}
