import ArgumentParser
import HoneTestSupport
import Testing

@testable import hone

/// The help of every command, and what is said of a command that is none.
@Suite struct HelpTests {
    /// Every command with the words that call it.
    static let commands: [(words: [String], type: any ParsableCommand.Type)] = {
        func below(_ words: [String], _ type: any ParsableCommand.Type) -> [([String], any ParsableCommand.Type)] {
            [(words, type)] + type.configuration.subcommands.flatMap { below(words + [$0._commandName], $0) }
        }
        return below([], Hone.self)
    }()

    @Test func `no line is longer than a terminal of 80 columns, and no line of an example is broken`() {
        #expect(Self.commands.count > 100)
        for (words, type) in Self.commands {
            let text = HelpText.fitted(Hone.helpMessage(for: type, columns: 80), width: 80)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.count <= 80 }, "\(words): \(lines.filter { $0.count > 80 })")
            // A paragraph of one line is broken where a terminal ends; what stands on lines of its own stays as it is.
            for paragraph in Self.paragraphs(type.configuration.discussion) {
                for line in paragraph where paragraph.count > 1 || line.hasPrefix("Example") {
                    #expect(lines.contains(line), "\(words): \(line)")
                }
            }
        }
    }

    private static func paragraphs(_ text: String) -> [[Substring]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }.map(Array.init)
    }

    @Test func `the line of usage is broken between options`() {
        let usage = "USAGE: hone gate add <phase> --name <name> [--must <must> ...] [--role <role>]"
        #expect(HelpText.fitted("A\n\n\(usage)\n", width: 78) == "A\n\n\(usage)\n")
        #expect(
            HelpText.fitted("A\n\n\(usage)\nB", width: 40)
                == "A\n\nUSAGE: hone gate add <phase>\n         --name <name>\n         [--must <must> ...]\n         [--role <role>]\nB")
    }

    @Test func `a help is fitted by the binary too`() throws {
        let tool = try CommandLineTool()
        for words in [["health", "open", "--help"], ["help", "gate", "close"], ["help"], []] {
            let outcome = try tool.run(words, environment: ["COLUMNS": "80"])
            #expect(outcome.code == 0 && outcome.output.contains("USAGE: hone"), "\(words)")
            #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(words)")
        }
        #expect(try tool.run("--version").output == "\(Version.text)\n")
    }

    @Test(arguments: [
        (["scorcard"], "There is no command 'hone scorcard'. Did you mean hone scorecard?"),
        (["kpi", "propse", "cycle-time"], "There is no command 'hone kpi propse'. Did you mean hone kpi propose?"),
        (["improvment", "list"], "There is no command 'hone improvment'. Did you mean hone improvement?"),
        (["metric", "xyzzy"], "There is no command 'hone metric xyzzy'. There are: list, show, family, explain."),
        (["xyzzy"], "There is no command 'hone xyzzy'. (see --help)"),
        (["metric", "list", "more"], "Unexpected argument 'more'"), (["sync", "--verbos"], "Did you mean '--verbose'?"),
        (["scorecard", "--json"], "Unknown option '--json'. It is --format json."),
    ])
    func `a command that is none is told with the nearest one`(words: [String], expected: String) throws {
        let outcome = try CommandLineTool().run(words)
        #expect(outcome.code == 64 && outcome.errors.contains(expected), "\(outcome.errors)")
    }

    @Test func `every command is known, with whatever stands behind it`() {
        for (words, type) in Self.commands where type.configuration.subcommands.isEmpty {
            #expect(UnknownCommand.sentence(words + ["more", "--option"], root: Hone.self) == nil, "\(words)")
        }
        #expect(UnknownCommand.sentence(["help", "kpi", "list"], root: Hone.self) == nil)
    }
}
