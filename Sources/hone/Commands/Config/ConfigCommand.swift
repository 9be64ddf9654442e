import ArgumentParser
import HoneConfig
import HoneFacts
import HoneLoop

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check hone.yaml; print its JSON schema.", subcommands: [ConfigCheck.self, ConfigSchema.self])
}

struct ConfigCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say whether hone.yaml can be used; every mistake with its line.",
        discussion: "Example: hone config check")

    func run() async throws {
        let workspace = try Workspace.current()
        for source in workspace.configuration.sources where source.kind == "csv" {
            _ = try workspace.csvSource(source, digest: .init(pseudonym: { _ in "" }, fingerprint: { _ in "" }))
        }
        for notice in workspace.notices { Console.error("\(notice)") }
        let sources = workspace.configuration.sources.count
        Console.print("hone.yaml is right: \(workspace.configuration.product.name), \(sources) source\(sources == 1 ? "" : "s").")
    }
}

struct ConfigSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "The JSON schema of hone.yaml, for editors.",
        discussion: "Example: hone config schema > hone.schema.json")

    func run() {
        let schema = ConfigurationSchema.schema(sources: Workspace.orderedSchemas)
        Console.print(ConfigurationJSONSchema(schema).json)
    }
}
