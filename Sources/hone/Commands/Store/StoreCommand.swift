import ArgumentParser

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Look into the store, take everything out, or erase it.",
        subcommands: [StoreInfo.self, StoreExport.self, StoreForget.self, StoreErase.self])
}
