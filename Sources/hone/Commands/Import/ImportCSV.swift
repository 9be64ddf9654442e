import ArgumentParser
import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneWorkflows

struct ImportCSV: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv", abstract: "Read exports in CSV or JSON lines with the mapping of hone.yaml, or one given here.",
        discussion: """
            Items with the same key are the same item, whichever export they come from, so
            overlapping exports do not double. A file ending in .jsonl or .ndjson has one
            flat JSON object a line, whose keys are the columns. Either may be gzip.

            Examples:
              hone import csv 2025.csv 2026.csv
              hone import csv moves.jsonl \\
                --map 'key=item,kind=type,status=status,changedOn=at'
              hone import csv old.csv \\
                --map 'key=ID,kind=Type,requestedOn=Created,finishedOn=Closed' \\
                --date-format dd/MM/yyyy
              hone import csv deployments.csv --fact deployment \\
                --map 'key=id,service=app,finishedOn=at,status=result,sha=commit'
              hone import csv tasks.csv --map 'key=Task,kind=Type,logged=Hours' \\
                --repeat row --skip 'State=CANCELLED|TEMPLATE' \\
                --join 'csv=dates.csv,key=Task,finishedOn=Completed' --date-format dd-MMM-yy
            """)

    @Argument(help: "The exported files.", completion: .file(extensions: ["csv", "jsonl", "ndjson", "gz"]))
    var files: [String]

    @OptionGroup var mapping: MappingOptions

    @Flag(name: .shortAndLong, help: "Print every diagnostic, not only the first five of a file.")
    var verbose = false

    func run() async throws {
        let workspace = try Workspace.current()
        let configured = workspace.configuration.sources.first {
            $0.kind == "csv" && (mapping.fact == nil || mapping.fact == $0.values["fact"]?.text ?? "item")
        }
        let options = try mapping.values()
        guard options != nil || configured != nil else {
            throw Failure(
                .usage, "No source in hone.yaml says which column is what: add --map 'key=ID,requestedOn=Created,finishedOn=Closed'.")
        }
        try await ImportRun(workspace: workspace, isVerbose: verbose).run { digest in
            try NamedFiles.once(files).map(workspace.relative).compactMap { path in
                if let options { return try workspace.csvSource(options: options, path: path, digest: digest) }
                return try configured.map { try workspace.csvSource($0, path: path, digest: digest) }
            }
        }
    }
}
