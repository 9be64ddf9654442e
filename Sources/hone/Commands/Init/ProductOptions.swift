import ArgumentParser
import Foundation
import HoneConfig
import HoneFacts
import HoneLoop

/// A product that has no hone.yaml yet: its sources, and what somebody knows of it.
struct ProductOptions: ParsableArguments {
    @Argument(help: "Exports to read, as with --csv.", completion: .file())
    var files: [String] = []

    @Option(name: .long, help: "Name of the product. Default: the folder's name.")
    var product: String?

    @Option(name: .long, help: "Path of a git repository. Default: this folder, if it is one.")
    var git: String?

    @Option(
        name: .long,
        help: "A tracker export, a plan, or a sheet of the product's own numbers (CSV, JSON lines, gzip); may be given more than once.",
        completion: .file())
    var csv: [String] = []

    @Option(name: .long, help: "Issues exported from a Jira (JSON, JSON lines, gzip); may be given more than once.", completion: .file())
    var jira: [String] = []

    @Option(name: .long, help: "Exported GitHub objects (JSON lines, gzip); may be given more than once.", completion: .file())
    var github: [String] = []

    @OptionGroup var mapping: MappingOptions

    @Option(name: .long, help: "IANA zone of the product, such as Europe/London. Default: UTC.")
    var timezone: String?

    @Option(name: .long, help: "File of holidays: iCalendar, or a CSV in which every date is one.", completion: .file())
    var holidays: String?

    @Option(name: .long, help: "TYPE=KIND, for example 'Infrastructure=tool'; may be given more than once.")
    var workKind: [String] = []

    @Option(name: .long, help: "NAME=KIND of a stage, left to right, for example 'Doing=active'; may be given more than once.")
    var stage: [String] = []

    @Option(name: .long, help: "The stage from which work counts as started.")
    var commitment: String?

    @Option(name: .long, help: "scrum, kanban, lean-startup or phased. Default: kanban is assumed, and the page says so.")
    var lifeCycle: LifeCycle?

    /// What the options say, without a look at any source.
    func template(in here: URL) throws -> ConfigurationTemplate {
        if let timezone, ZoneTable.system(timezone) == nil {
            throw Failure(.usage, "--timezone is '\(timezone)', not an IANA zone. Write one such as Europe/London or UTC.")
        }
        if let git, !isFolder(git) { throw Failure(.usage, "--git is '\(git)', which is no folder. Write the path of a repository.") }
        var template = ConfigurationTemplate(product: product ?? here.lastPathComponent, timezone: timezone ?? "UTC")
        template.isZoneAssumed = timezone == nil
        template.lifeCycle = lifeCycle
        template.holidays = holidays
        template.holidayDateFormat = holidays == nil ? nil : mapping.dateFormat
        try checkHolidays(in: here)
        template.workKinds = try workKind.map { try pair($0, "--work-kind", WorkKind.init(rawValue:)) }
        if let repository = git ?? (Self.isRepository(here) ? "." : nil) {
            template.sources.append([("git", ConfigurationTemplate.quoted(repository))])
        }
        return template
    }

    /// Each export once.
    /// - Parameter say: tells of one that is named again.
    func exports(_ files: [String], say: (String) -> Void = Console.say) -> [(kind: ExportSource.Kind, path: String)] {
        NamedFiles.once(files + csv, say: say).map { (.csv, $0) } + NamedFiles.once(jira, say: say).map { (.jira, $0) }
            + NamedFiles.once(github, say: say).map { (.github, $0) }
    }

    /// The stages that were named; empty where none was.
    func stages() throws -> [Stage] {
        try stage.map { try pair($0, "--stage", Stage.Kind.init(rawValue:)) }.map { Stage(name: $0.type, kind: $0.kind) }
    }

    private func pair<Kind: RawRepresentable & CaseIterable>(
        _ text: String, _ option: String, _ kind: (String) -> Kind?
    ) throws -> (type: String, kind: Kind) where Kind.RawValue == String {
        let parts = text.split(separator: "=").map(String.init)
        guard parts.count >= 2, let last = parts.last, let kind = kind(last.trimmed) else {
            let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, "\(option) has '\(text)': write NAME=KIND, where KIND is one of \(known).")
        }
        return (parts.dropLast().joined(separator: "=").trimmed, kind)
    }

    private func checkHolidays(in here: URL) throws {
        guard let holidays else { return }
        do throws(Workspace.UnusableHolidays) {
            _ = try Workspace.holidays(holidays, dateFormat: mapping.dateFormat, in: here)
        } catch {
            throw Failure(.usage, "\(error.key == "holidays" ? "--holidays" : "--date-format") \(error.message) \(error.advice)")
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// Names of the CSV files in a folder, at most three.
    static func tables(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Array(names.filter { $0.lowercased().hasSuffix(".csv") }.sorted().prefix(3))
    }

    /// Relative path of the nearest repository that a folder lies in.
    static func repository(above folder: URL) -> String? {
        var (above, path) = (folder.deletingLastPathComponent(), "..")
        while above.path != "/" {
            if isRepository(above) { return path }
            (above, path) = (above.deletingLastPathComponent(), path + "/..")
        }
        return nil
    }

    /// Whether the folder itself is a checkout, a worktree or a bare repository; a repository above it is not asked about.
    static func isRepository(_ folder: URL) -> Bool {
        let manager = FileManager.default
        func has(_ name: String) -> Bool { manager.fileExists(atPath: folder.appendingPathComponent(name).path) }
        return has(".git") || (has("HEAD") && has("objects") && has("refs"))
    }
}

extension LifeCycle: ExpressibleByArgument {}
