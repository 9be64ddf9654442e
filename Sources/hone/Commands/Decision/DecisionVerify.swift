import ArgumentParser
import HoneFacts
import HoneLoop
import HoneReport
import HoneStore

struct DecisionVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Exit 1 when an entry of the decision log is not as it was written, and name it.",
        discussion: """
            Each entry holds the hash of the one before it, so nothing in front of the
            last entry can change, go or come unseen. The last entries of a log can be
            taken away unseen; keep an export where others see it.

            Example: hone decision verify
            """)

    @OptionGroup var output: FormatOption

    func run() async throws {
        let store = try Workspace.current().openStore()
        let entries = try await store.entries()
        let faults = DecisionChains(entries).faults(.unkeyed)
        let writers = Set(entries.map(\.writer)).count
        if output.format == .json {
            let members = faults.map { JSON.object([("entry", .text($0.entry)), ("what", .text($0.what))]) }
            Console.print(
                JSON.object([
                    ("whole", .boolean(faults.isEmpty)), ("entries", .integer(entries.count)), ("writers", .integer(writers)),
                    ("faults", .array(members)),
                ]).pretty)
        } else if faults.isEmpty {
            Console.print(
                "The decision log is whole: \(entries.count) \(entries.count == 1 ? "entry" : "entries") of \(writers) \(writers == 1 ? "writer" : "writers")."
            )
        } else {
            for fault in faults { Console.print(fault.description) }
        }
        guard faults.isEmpty else {
            throw Failure(
                .checkFailed, "The decision log was changed outside of hone. Compare with an export: hone decision export FILE.jsonl")
        }
    }
}
