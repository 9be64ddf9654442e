import ArgumentParser
import Foundation
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a health check.",
        discussion: """
            The statements that come with Hone are asked, and behind them those of a file,
            one a line: `meetings: Our meetings are worth their time.` A team that is too
            small to be anonymous is asked only with --team-only, which is said to
            everybody. Between a check that showed something and the next one lie 21 days:
            the difference of two that are close together would give away the one person
            who joined or left.

            Examples:
              hone health open --team 7
              hone health open --team 7 --questions ours.txt --no-comments
              hone health open --team 4 --team-only
            """)

    @Option(name: .long, help: "How many people are asked.")
    var team: Int

    @Option(name: .long, help: "A file with statements of your own, asked after those of Hone.", completion: .file())
    var questions: String?

    @Flag(name: .long, help: "Take no comments.")
    var noComments = false

    @Flag(name: .long, help: "Ask a team that is too small to be anonymous; its answers stay with the team.")
    var teamOnly = false

    @OptionGroup var role: RoleOption

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        guard (1...1000).contains(team) else { throw Failure(.usage, "--team is \(team). Say how many people are asked, such as 7.") }
        let role = try role.known(workspace)
        let own = try questions.map { file in
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                if !FileManager.default.fileExists(atPath: file) { throw Failure(.badData, "There is no file \(file). Look at its name.") }
                throw Failure(.badData, "\(file) cannot be read as UTF-8 text. Look at its name and its permissions.")
            }
            return try HealthPack.current.adding(text, file: file)
        }
        let id = HealthToken.checkID()
        let key = try HealthKey.make(id, in: workspace.dataFolder)
        let check: HealthCheck
        do {
            check = try await change.open(
                id: id, sealingKey: key, teamSize: team, ownQuestions: own, allowsComments: !noComments, acceptsTeamOnly: teamOnly,
                role: role)
        } catch {
            HealthKey.destroy(id, in: workspace.dataFolder)
            throw error
        }
        let terms = check.terms
        Console.say("Health check \(check.number) is open: \(terms.questions.count) statements for \(terms.teamSize) people.")
        Console.print(HealthText.beforehand(terms, width: Console.width))
        Console.say("Next: hone health tokens")
    }
}
