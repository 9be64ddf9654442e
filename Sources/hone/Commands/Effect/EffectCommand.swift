import ArgumentParser

struct EffectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "effect", abstract: "The before/after method itself: how often it errs, and what it can see.",
        subcommands: [EffectBenchmarkRun.self])
}
