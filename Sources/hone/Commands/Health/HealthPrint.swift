import ArgumentParser
import Foundation
import HoneConfig
import HoneFacts
import HoneLoop
import HoneReport
import HoneWorkflows

struct HealthPrint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Write a closed health check as a web page for print, or the blank form of the open one.",
        discussion: """
            The form bears no token and no number, so that filled ones cannot be told
            apart. Comments are on no page.

            Examples:
              hone health print
              hone health print 2 --output autumn.html
              hone health print --form
            """)

    @Argument(help: "Number of the health check. Default: the last one that was closed.")
    var number: Int?

    @Flag(name: .long, help: "The blank form of the open check, or of the statements of Hone where none is open.")
    var form = false

    @Option(
        name: .shortAndLong, help: "The file to write. Default: health.html or health-form.html.", completion: .file(extensions: ["html"]))
    var output: String?

    func run() async throws {
        let (workspace, change) = try HealthCommand.change()
        let record = try await HealthCommand.record(workspace, change)
        let (name, html) = form ? ("health-form.html", blank(record, workspace)) : ("health.html", try page(record, workspace))
        let file = output ?? name
        do { try html.write(to: URL(fileURLWithPath: file), atomically: true, encoding: .utf8) } catch {
            throw Failure(.storeUnusable, "\(file) cannot be written. Look at the permissions of the folder and at the space on the disk.")
        }
        Console.print(file)
    }

    private func page(_ record: HealthRecord, _ workspace: Workspace) throws -> String {
        let check = try HealthCommand.closed(number, record)
        guard let picture = HealthCommand.picture(check, record, workspace) else {
            throw Refusal(
                "Health check \(check.number) is private to a team of \(check.terms.teamSize), which is too small to be anonymous. No page is written of it."
            )
        }
        return HealthPage(picture).html
    }

    private func blank(_ record: HealthRecord, _ workspace: Workspace) -> String {
        let product = workspace.configuration.product
        let terms =
            record.open.first?.terms
            ?? HealthTerms(
                packVersion: HealthPack.current.version, questions: HealthPack.current.questions, k: product.smallestGroup,
                teamSize: product.smallestGroup, allowsComments: true, sealingKey: "")
        return HealthFormPage(product: product.name, terms: terms).html
    }
}
