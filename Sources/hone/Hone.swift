import ArgumentParser
import CMalloc
import Glibc
import HoneFacts
import HoneLoop
import HoneStore
import HoneWorkflows

/// The command line. Each command lives in `Commands/<Noun>/`; `Composition/` builds what is live.
@main
struct Hone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hone",
        abstract: "Makes the development process a measured part of a product's KPIs.",
        discussion: """
            Start in a git repository, or beside a tracker export:
              hone init          look around and write hone.yaml
              hone sync          read the sources
              hone scorecard     one page: goals and process side by side
              hone loop          where the time goes from idea to working product
              hone report        both as web pages, in hone-report/
            A first page without writing anything: hone try board.csv
            Or in an empty folder, to look around first: hone demo

            Exit codes: 0 done; 1 a check found something; 64 wrong usage; 65 bad data
            stopped an import; 66 no store or no hone.yaml here; 74 the store cannot be
            used; 78 hone.yaml has mistakes.
            """,
        version: Version.text,
        subcommands: [
            Init.self, Sync.self, Import.self, Try.self, ScorecardShow.self, LoopShow.self, ReportWrite.self, ReleaseCommand.self,
            MetricCommand.self,
            ForecastCommand.self, SeriesCommand.self, EffectCommand.self, Doctor.self,
            ProductCommand.self, GoalCommand.self, KPICommand.self, ReserveCommand.self, NoteAdd.self, ImprovementCommand.self,
            BriefCommand.self,
            LedgerShow.self, RetroCommand.self, KaizenCommand.self, CeremonyCommand.self, HealthCommand.self,
            PlanCommand.self, GateCommand.self, DecisionCommand.self, Check.self, ConfigCommand.self,
            StoreCommand.self,
            DemoWrite.self, DocsWrite.self,
        ])

    /// Runs a command that is called all day, where the line is nothing but its name: nothing is to be parsed then.
    private static func ranAtOnce(_ words: [String]) async throws -> Bool {
        switch words {
        case ["sync"]: try await SyncRun().run()
        case ["scorecard"]: try await ScorecardRun().run()
        default: return false
        }
        return true
    }

    /// A longer line of such a command is parsed without a look at all the other commands. Their help, and what is wrong with a line, is
    /// told by the whole tree.
    private static func parsed(_ words: [String]) throws -> any ParsableCommand {
        let rest = Array(words.dropFirst())
        switch words.first {
        case "sync": if let command = try? Sync.parse(rest) { return command }
        case "scorecard": if let command = try? ScorecardShow.parse(rest) { return command }
        default: break
        }
        return try parseAsRoot(words)
    }

    /// Whether a line that was refused would break numbers down by people, as `--by author`, or names an option for them, as `--author`.
    private static func asksForPeople(_ words: [String], _ refusal: String) -> Bool {
        let groupings = zip(words, words.dropFirst()).filter { $0.0 == "--by" }.map(\.1)
        let joined = words.filter { $0.hasPrefix("--by=") }.map { String($0.dropFirst(5)) }
        // No command has such an option, whatever else is wrong with the line.
        let options = words.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" } }
        return options.contains { PeoplesData.isNamed(in: String($0)) }
            || (groupings + joined).contains { PeoplesData.isNamed(in: $0) && refusal.contains("'\($0)'") }
    }

    /// The parser would make its help first, to print none of it.
    private static func end(_ code: Failure.Code) -> Never { Glibc.exit(code.rawValue) }

    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        useOneHeap()
        // A limit on the size of files is told as an error of the write, not by a signal that ends everything.
        signal(SIGXFSZ, SIG_IGN)
        do {
            if try await ranAtOnce(words) { return }
            var command = try parsed(words)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Console.error(failure.sentence)
            end(failure.code)
        } catch let refusal as Refusal {
            Console.error(refusal.sentences.joined(separator: "\n"))
            end(.usage)
        } catch let fault as DecisionFault {
            Console.error("\(fault.description) Nothing was brought in.")
            end(.badData)
        } catch let error as StoreError {
            Console.error(error.description)
            end(.storeUnusable)
        } catch  where exitCode(for: error) == .validationFailure {
            // One sentence; the whole usage is a `--help` away.
            let lines = message(for: error).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
            let said = lines.joined(separator: " ")
            let sentence = UnknownCommand.sentence(words, root: Hone.self) ?? UnknownCommand.format(said) ?? said
            Console.error(sentence + " (see --help)" + (asksForPeople(words, sentence) ? " \(PeoplesData.refusal)" : ""))
            exit(withError: ExitCode.validationFailure)
        } catch {
            guard exitCode(for: error) == .success else { exit(withError: error) }
            Console.print(HelpText.fitted(fullMessage(for: error), width: Console.width))
        }
    }
}
