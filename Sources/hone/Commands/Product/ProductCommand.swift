import ArgumentParser
import Foundation
import HoneConfig
import HoneLoop
import HoneReport
import HoneStore

struct ProductCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "product", abstract: "Several products on one page: what waits for a decision in each, without a ranking.",
        subcommands: [ProductList.self])
}

struct ProductList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The products of some folders, in the order you name them.",
        discussion: """
            It shows agreements, improvements and what waits, and no number of a metric: a
            product is compared with its own past, on its own scorecard.

            Example: hone product list shop billing ../search
            """)

    @Argument(help: "Folders with a hone.yaml. Default: the one here.", completion: .directory)
    var folders: [String] = []

    @OptionGroup var output: FormatOption

    func run() async throws {
        var overviews: [(folder: String?, overview: ProductOverview)] = []
        var failure: Failure?
        for folder in folders.isEmpty ? [nil] : folders.map(Optional.some) {
            do {
                overviews.append((folder, try await Self.overview(folder)))
            } catch let found as Failure {
                // The others go on.
                let found = folder.map { Failure(found.code, "\($0): \(found.sentence)") } ?? found
                Console.error(found.sentence)
                failure = failure ?? found
            }
        }
        let answers = overviews.map { ProductOverviewAnswer($0.overview) }
        switch output.format {
        case .table where !answers.isEmpty:
            Console.print(answers.map { $0.answer.text(width: Console.width, isStyled: Console.isStyled) }.joined(separator: "\n\n"))
        case .markdown: Console.print(answers.map(\.answer.markdown).joined(separator: "\n\n"))
        case .json: Console.print(JSON.array(zip(overviews, answers).map { $1.json(folder: $0.folder) }).pretty)
        case .table: break
        }
        if let failure { throw ExitCode(failure.code.rawValue) }
    }

    private static func overview(_ folder: String?) async throws -> ProductOverview {
        let workspace = try folder.map(workspace) ?? .current()
        let store = try workspace.openStore()
        return ProductOverview(
            workspace.configuration.product, workspace.interpretation, Agreements(try await store.decisions()), try await store.cursors(),
            now: workspace.now)
    }

    private static func workspace(_ folder: String) throws -> Workspace {
        let file = URL(fileURLWithPath: folder).appendingPathComponent(Workspace.fileName)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw Failure(.noStore, "There is no hone.yaml in it. Name a folder that hone init was run in.")
        }
        return try Workspace(file: file)
    }
}
