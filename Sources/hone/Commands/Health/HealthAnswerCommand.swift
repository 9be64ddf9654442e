import ArgumentParser
import Foundation
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Answer the open health check, once, with a token.",
        discussion: """
            On a terminal it asks for the token and goes through the statements. What you
            type there is in no history of your shell; flags are, so for yourself leave
            them out. Answers are 1 (not at all) to 5 (completely), or ? if you cannot
            say. For forms on paper: any unused token will do, a form has none.

            Examples:
              hone health answer
              hone health answer --sheet - < sheet.txt     token, answers, comment by line
              hone health answer --token abcd-efgh-jkmn-pqrs --answers "4 5 2 3 ? 4 5 3 2 4"
            """)

    @Option(name: .long, help: "The token, as hone health tokens printed it.")
    var token: String?

    @Option(name: .long, help: "1 to 5 or ? for each statement, in their order.")
    var answers: String?

    @Option(name: .long, help: "A few words to the team; they are shown to it as they are.")
    var comment: String?

    @Option(name: .long, help: "A file with the token, the answers and, if you like, a comment, a line each; - is standard input.")
    var sheet: String?

    @Flag(name: .long, help: "For a team that is too small to be anonymous: you know that, and answer all the same.")
    var consent = false

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let check = try await HealthCommand.open(workspace, change)
        let seal = try HealthKey.seal(of: check, in: workspace.dataFolder)
        let given = try given(check)
        guard !check.terms.isTeamOnly || given.consents else {
            throw Refusal(HealthWords.consent(check.terms) + " Answer with --consent if that is fine with you. Nothing was taken.")
        }
        let read = given.answers.map { HealthAnswer($0) }
        if let place = read.firstIndex(of: nil) {
            throw Refusal("'\(given.answers[place])' is no answer. Give 1 to 5, or ? if you cannot say. Nothing was taken.")
        }
        let comment = NameMask(KnownPeople()).masked(given.comment.trimmed)
        try await change.answer(read.compactMap(\.self), comment: comment, token: HealthToken.read(given.token), in: check, seal)
        // Who comes next must not see what was typed.
        if given.isTyped { Console.clear() }
        Console.print("Your answer is in the box. Thank you.")
    }

    private typealias Given = (token: String, answers: [String], comment: String, consents: Bool, isTyped: Bool)

    private func given(_ check: HealthCheck) throws -> Given {
        if let sheet { return try read(sheet) }
        if let token, let answers { return (token, Self.apart(answers), comment ?? "", consent, false) }
        guard Console.isInteractive else {
            throw Failure(.usage, "Give --token and --answers, or --sheet, where no terminal asks for them.")
        }
        return try ask(check)
    }

    private func read(_ sheet: String) throws -> Given {
        let data = sheet == "-" ? FileHandle.standardInput.readDataToEndOfFile() : (try? Data(contentsOf: URL(fileURLWithPath: sheet)))
        let lines = data.flatMap { String(data: $0, encoding: .utf8) }?.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        guard let lines, lines.count >= 2 else {
            throw Failure(.badData, "\(sheet) holds no sheet: the token in the first line, the answers in the second. Nothing was taken.")
        }
        return (lines[0].trimmed, Self.apart(lines[1]), lines.dropFirst(2).joined(separator: "\n"), consent, false)
    }

    private func ask(_ check: HealthCheck) throws -> Given {
        let terms = check.terms
        Console.print(HealthText.beforehand(terms, width: Console.width))
        let consents = !terms.isTeamOnly || consent || Console.ask("Is that fine with you? yes or no", default: "no") == "yes"
        guard consents else { return ("", [], "", false, true) }
        let token = token ?? Console.ask("Your token", default: "")
        Console.print("How true is it for this team? 1 not at all, 2 hardly, 3 partly, 4 mostly, 5 completely, ? cannot say.")
        let answers = terms.questions.map { question in
            while true {
                let text = Console.ask(question.text, default: "?")
                if HealthAnswer(text) != nil { return text }
                Console.print("1 to 5, or ?")
            }
        }
        let comment = terms.allowsComments ? comment ?? Console.ask("What else should the team know? Enter for nothing", default: "") : ""
        return (token, answers, comment, consents, true)
    }

    /// `4 5 ?`, `4,5,?` and `45?` alike.
    private static func apart(_ text: String) -> [String] {
        let parts = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        return parts.count == 1 ? parts[0].map { String($0) } : parts
    }
}
