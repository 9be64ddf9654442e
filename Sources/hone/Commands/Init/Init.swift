import ArgumentParser
import Foundation
import HoneConfig
import HoneLoop
import HoneStore

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look around and write a commented hone.yaml.",
        discussion: """
            Asks at most three questions, and none with --yes. Writes nothing but
            hone.yaml.

            Examples:
              hone init
              hone init --yes --product Alloy --timezone Europe/London
              hone init --yes --product Alloy --jira issues.json.gz
              hone init --yes --csv tickets.csv --csv growth.csv
              hone init --yes --product Board --csv board.csv \\
                --map 'key=ID,requestedOn=Created,startedOn=Started,finishedOn=Done' \\
                --date-format dd/MM/yyyy
            """)

    @OptionGroup var options: ProductOptions

    @Flag(name: .long, help: "Ask nothing.")
    var yes = false

    @Flag(name: .long, help: "Replace a hone.yaml that is there.")
    var force = false

    func run() async throws {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let file = here.appendingPathComponent(Workspace.fileName)
        guard force || !FileManager.default.fileExists(atPath: file.path) else {
            throw Failure(.usage, "There is a hone.yaml here already. Edit it, or replace it with hone init --force.")
        }
        var template = try options.template(in: here)
        var files = options.files
        if !yes, Console.isInteractive { try askQuestions(&template, &files) }
        let exports = options.exports(files)
        let proposal = try await ProductProposal(template, exports, options, in: here, into: { try Store(inMemory: .unkeyed) })
        do {
            try proposal.checked().write(to: file, atomically: true, encoding: .utf8)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.storeUnusable, "hone.yaml cannot be written here. Look at the permissions of the folder.")
        }
        report(proposal.template, here, exports.map(\.path))
    }

    private func report(_ template: ConfigurationTemplate, _ here: URL, _ exports: [String]) {
        Console.say("Wrote hone.yaml for \(template.product).")
        if template.isZoneAssumed { Console.say("Time zone: UTC, because none was named (--timezone).") }
        for remark in template.remarks { Console.say(remark) }
        let found = exports.isEmpty ? ProductOptions.tables(in: here) : []
        if let first = found.first {
            Console.say(
                "Not read: \(found.joined(separator: ", ")). If that is an export of your issues: hone init --force --csv '\(first)'")
        }
        if template.sources.isEmpty, let above = ProductOptions.repository(above: here) {
            Console.say("Not read: the git repository above this folder. To read it: hone init --force --git '\(above)'")
        }
        if template.sources.isEmpty { Console.say("No source yet: add a repository or an export to hone.yaml.") }
        Console.say("Next: hone sync, then hone scorecard.")
    }

    private func askQuestions(_ template: inout ConfigurationTemplate, _ exports: inout [String]) throws {
        template.customer = Console.ask("What do you call the person who asks for things?", default: template.customer)
        if options.lifeCycle == nil {
            let answer = Console.ask("How do you work: scrum, kanban, lean-startup or phased?", default: LifeCycle.kanban.rawValue)
            // A wrong word is no reason to lose the answers: the file says what else can be written.
            if let chosen = LifeCycle(rawValue: answer.lowercased()) {
                template.lifeCycle = chosen
            } else {
                Console.say("'\(answer)' is none of them; \(LifeCycle.kanban.rawValue) is assumed. Change it in hone.yaml.")
            }
        }
        if (exports + options.csv).isEmpty {
            let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
            let answer = Console.ask(
                "Where is an export of your issue list (a CSV file)?", default: ProductOptions.tables(in: here).first ?? "none")
            if answer != "none" { exports = [answer] }
        }
    }
}
