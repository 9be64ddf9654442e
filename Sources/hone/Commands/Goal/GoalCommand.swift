import ArgumentParser
import HoneLoop

struct GoalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "goal", abstract: "The product's goals: keep it running, improve it, move it toward its vision.",
        subcommands: [GoalAdd.self, GoalMeasureSet.self, GoalMet.self, GoalReopen.self, GoalDrop.self, GoalList.self])
}

extension Goal.Kind: ExpressibleByArgument {}
