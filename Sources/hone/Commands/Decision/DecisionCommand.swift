import ArgumentParser

struct DecisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision", abstract: "Record what was decided. Decisions are never edited; a later one answers an earlier one.",
        subcommands: [DecisionRecord.self])
}
