import ArgumentParser

struct RetroCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retro", abstract: "Retrospectives: read the team's notes of them, and see what came of those.",
        subcommands: [RetroImport.self, RetroList.self, RetroHealth.self])
}
