import ArgumentParser
import Foundation
import HoneConfig
import HoneMetrics
import HoneReport

/// Writes the generated documents; `make docs` and `make check` call it.
struct DocsWrite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Write Metrics.md, Configuration.md, hone.schema.json and the manual page into a folder.",
        shouldDisplay: false)

    @Argument(help: "The folder.")
    var folder: String

    func run() throws {
        let schema = ConfigurationSchema.schema(sources: Workspace.orderedSchemas)
        let files = [
            "Metrics.md": MetricsReference(Catalogue.metrics.map(\.definition)).text,
            "Configuration.md": ConfigurationReference(schema).markdown,
            "hone.schema.json": ConfigurationJSONSchema(schema).json,
            "hone.1": try ManualPage.text(),
        ]
        for (name, text) in files {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
            try (text.hasSuffix("\n") ? text : text + "\n").write(to: url, atomically: true, encoding: .utf8)
        }
    }
}
