import ArgumentParser

struct DecisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision",
        abstract: "The decision log: never edited, a later one answers an earlier one; each holds the hash of the one before.",
        subcommands: [
            DecisionRecord.self, DecisionList.self, DecisionVerify.self, DecisionExport.self, DecisionImport.self,
        ])
}
