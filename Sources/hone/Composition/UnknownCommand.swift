import ArgumentParser
import HoneFacts

/// A word where a command was expected, with the command that may have been meant.
enum UnknownCommand {
    /// `--json` is what other programs call `--format json`; nil for any other message.
    static func format(_ message: String) -> String? {
        OutputFormat.allCases.map(\.rawValue).first { message.hasPrefix("Unknown option '--\($0)'") }
            .map { "Unknown option '--\($0)'. It is --format \($0)." }
    }

    /// Nil where every word that names a command is one.
    /// - Complexity: O(words + names of commands beside the unknown one).
    static func sentence(_ words: [String], root: any ParsableCommand.Type) -> String? {
        var (command, path) = (root, [root._commandName])
        for word in words.first == "help" ? words.dropFirst() : words[...] {
            let names = command.configuration.subcommands.map { $0._commandName }
            guard !names.isEmpty, !word.hasPrefix("-") else { return nil }
            if let next = command.configuration.subcommands.first(where: { $0._commandName == word }) {
                command = next
                path.append(word)
                continue
            }
            if word == "help" { return nil }
            let group = path.joined(separator: " ")
            let close = names.map { ($0, EditDistance.between($0, word.lowercased())) }.filter { $0.1 * 2 <= $0.0.count }
                .min { $0.1 < $1.1 }?.0
            let advice =
                close.map { "Did you mean \(group) \($0)?" } ?? (names.count > 15 ? nil : "There are: \(names.joined(separator: ", ")).")
            return ["There is no command '\(group) \(word)'.", advice].compactMap(\.self).joined(separator: " ")
        }
        return nil
    }
}
