import ArgumentParser
import Foundation

/// The manual page, `hone.1`, from what the commands say of themselves.
struct ManualPage {
    private struct Tool: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let abstract: String?
        let kind: String
        let names: [Name]?
        let valueName: String?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool
        let defaultValue: String?
    }

    private var lines: [String] = []

    /// The page as roff with the man macros. Complexity: O(commands and options).
    static func text() throws -> String {
        let tool = try JSONDecoder().decode(Tool.self, from: Data(Hone._dumpHelp().utf8))
        var page = ManualPage()
        page.lines = [
            ".TH HONE 1 \"\" \"hone \(Version.text)\" \"User Commands\"", ".SH NAME", "hone \\- " + escaped(tool.command.abstract ?? ""),
            ".SH SYNOPSIS", ".B hone", ".I command", "[options]", ".SH DESCRIPTION",
        ]
        page.addDiscussion(tool.command.discussion)
        page.lines.append(".SH COMMANDS")
        for command in tool.command.subcommands ?? [] { page.add(command, path: "hone") }
        page.lines += [
            ".SH COMPLETION", "Completions for a shell are printed by", ".B hone --generate-completion-script",
            "followed by bash, zsh or fish.",
            ".SH FILES", ".TP", ".B hone.yaml", "How the evidence of a product is read.", ".TP", ".B .hone/",
            "The store and the salt of the pseudonyms; not for committing.", ".SH ENVIRONMENT", ".TP", ".B HONE_NOW",
            "An instant such as 2026-11-22T08:00:00Z that stands for now.", ".TP", ".B NO_COLOR", "Set: no bold and dim text.", ".TP",
            ".B COLUMNS", "Columns to write for; 80 where it is not set.",
        ]
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ command: Command, path: String) {
        guard command.shouldDisplay != false, command.commandName != "help" else { return }
        let full = path + " " + command.commandName
        let shown = (command.subcommands ?? []).filter { $0.commandName != "help" }
        if shown.isEmpty {
            lines += [".SS " + Self.escaped(full), Self.escaped(command.abstract ?? "")]
            for argument in command.arguments ?? [] { add(argument) }
            addDiscussion(command.discussion)
        }
        for inner in shown { add(inner, path: full) }
    }

    private mutating func add(_ argument: Argument) {
        let isCommon = argument.names?.contains { ["help", "version"].contains($0.name) } ?? false
        guard argument.shouldDisplay, !isCommon else { return }
        let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: ", ")
        let value = argument.kind == "flag" ? "" : "<\(argument.valueName ?? "value")>"
        let label = [names, value].filter { !$0.isEmpty }.joined(separator: " ") + (argument.isRepeating ? " ..." : "")
        lines += [".TP", ".B " + Self.escaped(label), Self.escaped(argument.abstract ?? "")]
    }

    /// Text whose line breaks and indents mean something, such as examples.
    private mutating func addDiscussion(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        lines += [".PP", ".nf"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.escaped(String($0)) } + [".fi"]
    }

    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.first == "." || plain.first == "'" ? "\\&" + plain : plain
    }
}
