import ArgumentParser

/// How a value is shown.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, markdown
}

struct FormatOption: ParsableArguments {
    @Option(name: .long, help: "table for people, json for programs, markdown for documents.")
    var format: OutputFormat = .table
}
