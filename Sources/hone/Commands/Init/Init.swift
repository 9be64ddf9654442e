import ArgumentParser
import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneWorkflows

struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look around and write a commented hone.yaml.",
        discussion: """
            Asks at most three questions, and none with --yes. Writes nothing but
            hone.yaml.

            Examples:
              hone init
              hone init --yes --product Alloy --timezone Europe/London
              hone init --yes --product Alloy --jira issues.json.gz
              hone init --yes --csv tickets.csv --csv growth.csv
              hone init --yes --product Board --csv board.csv \\
                --map 'key=ID,requestedOn=Created,startedOn=Started,finishedOn=Done' \\
                --date-format dd/MM/yyyy
            """)

    @Argument(help: "Exports to read, as with --csv.", completion: .file())
    var files: [String] = []

    @Flag(name: .long, help: "Ask nothing.")
    var yes = false

    @Flag(name: .long, help: "Replace a hone.yaml that is there.")
    var force = false

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

    func run() async throws {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let file = here.appendingPathComponent(Workspace.fileName)
        guard force || !FileManager.default.fileExists(atPath: file.path) else {
            throw Failure(.usage, "There is a hone.yaml here already. Edit it, or replace it with hone init --force.")
        }
        if let timezone, ZoneTable.system(timezone) == nil {
            throw Failure(.usage, "--timezone is '\(timezone)', not an IANA zone. Write one such as Europe/London or UTC.")
        }
        if let git, !isFolder(git) { throw Failure(.usage, "--git is '\(git)', which is no folder. Write the path of a repository.") }
        var template = ConfigurationTemplate(product: product ?? here.lastPathComponent, timezone: timezone ?? "UTC")
        template.isZoneAssumed = timezone == nil
        template.lifeCycle = lifeCycle
        template.holidays = holidays
        template.holidayDateFormat = holidays == nil ? nil : mapping.dateFormat
        template.workKinds = try workKind.map { try pair($0, "--work-kind", WorkKind.init(rawValue:)) }
        var exports = files + csv
        if !yes, Console.isInteractive { try askQuestions(&template, &exports) }

        if let repository = git ?? (isRepository(here) ? "." : nil) {
            template.sources.append([("git", ConfigurationTemplate.quoted(repository))])
        }
        let zone = ZoneTable.system(template.timezone) ?? .utc
        let all =
            NamedFiles.once(exports).map { (ExportSource.Kind.csv, $0) } + NamedFiles.once(jira).map { (.jira, $0) }
            + NamedFiles.once(github).map { (.github, $0) }
        var sources: [ExportSource.Description] = []
        for (kind, export) in all {
            sources.append(
                try await ExportSource(kind: kind, path: export, mapping: mapping, zone: zone, directory: here.path).described())
        }
        let issues = zip(all, sources).reduce(into: Set<String>()) { if $1.0.0 == .jira { $0.formUnion($1.1.keys) } }
        // What was read last counts: a sheet stands behind the Jira whose issues it speaks of.
        var behind: [[(key: String, value: String)]] = []
        for ((kind, export), source) in zip(all, sources) {
            template.remarks += source.remarks
            if kind == .csv, case let shared = source.keys.intersection(issues).count, shared > 0, shared * 2 >= source.keys.count {
                behind.append(source.lines + [("tracker", JiraSource.tracker)])
                template.remarks.append(
                    "\(export) shares \(CountText.counted(shared, "key")) with the Jira export: with tracker: jira its rows speak of those issues."
                )
            } else {
                template.sources.append(source.lines)
            }
            add(source.proposal, to: &template)
        }
        template.sources += behind
        if !stage.isEmpty {
            template.stages = try stage.map { try pair($0, "--stage", Stage.Kind.init(rawValue:)) }.map {
                Stage(name: $0.type, kind: $0.kind)
            }
            template.commitment = nil
        }
        template.commitment = commitment ?? template.commitment
        do {
            _ = try Configuration(yaml: template.yaml, file: Workspace.fileName, schemas: Workspace.schemas, isZone: ZoneTable.isKnown)
            try template.yaml.write(to: file, atomically: true, encoding: .utf8)
        } catch let error as ConfigurationError {
            throw Failure(.usage, "These options contradict each other: \(error)")
        } catch {
            throw Failure(.storeUnusable, "hone.yaml cannot be written here. Look at the permissions of the folder.")
        }
        report(template, here, all.map(\.1))
    }

    private func report(_ template: ConfigurationTemplate, _ here: URL, _ exports: [String]) {
        Console.say("Wrote hone.yaml for \(template.product).")
        if template.isZoneAssumed { Console.say("Time zone: UTC, because none was named (--timezone).") }
        for remark in template.remarks { Console.say(remark) }
        let found = exports.isEmpty ? tables(in: here) : []
        if let first = found.first {
            Console.say(
                "Not read: \(found.joined(separator: ", ")). If that is an export of your issues: hone init --force --csv '\(first)'")
        }
        if template.sources.isEmpty, let above = repository(above: here) {
            Console.say("Not read: the git repository above this folder. To read it: hone init --force --git '\(above)'")
        }
        if template.sources.isEmpty { Console.say("No source yet: add a repository or an export to hone.yaml.") }
        Console.say("Next: hone sync, then hone scorecard.")
    }

    private func askQuestions(_ template: inout ConfigurationTemplate, _ exports: inout [String]) throws {
        template.customer = Console.ask("What do you call the person who asks for things?", default: template.customer)
        if lifeCycle == nil {
            let answer = Console.ask("How do you work: scrum, kanban, lean-startup or phased?", default: LifeCycle.kanban.rawValue)
            // A wrong word is no reason to lose the answers: the file says what else can be written.
            if let chosen = LifeCycle(rawValue: answer.lowercased()) {
                template.lifeCycle = chosen
            } else {
                Console.say("'\(answer)' is none of them; \(LifeCycle.kanban.rawValue) is assumed. Change it in hone.yaml.")
            }
        }
        if exports.isEmpty {
            let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
            let answer = Console.ask("Where is an export of your issue list (a CSV file)?", default: tables(in: here).first ?? "none")
            if answer != "none" { exports = [answer] }
        }
    }

    private func add(_ proposal: ProposeMapping, to template: inout ConfigurationTemplate) {
        template.iteration = template.iteration ?? proposal.iteration
        if template.stages.isEmpty {
            template.stages = proposal.stages
            template.commitment = proposal.commitment
        }
        for type in proposal.types where !template.workKinds.contains(where: { $0.type.lowercased() == type.name.lowercased() }) {
            guard Interpretation().workKind(type: type.name, labels: [], title: "") == .unclassified else { continue }
            if let known = template.otherTypes.firstIndex(where: { $0.type == type.name }) {
                template.otherTypes[known].count += type.count
            } else {
                template.otherTypes.append((type.name, ProposeMapping.workKind(ofType: type.name), type.count))
            }
        }
        for label in proposal.labels where !label.name.contains(NameMask.replacement) {
            if let known = template.labels.firstIndex(where: { $0.label == label.name }) {
                template.labels[known].count += label.count
            } else {
                template.labels.append((label.name, ProposeMapping.workKind(ofType: label.name), label.count))
            }
        }
        Self.add(proposal.statuses, to: &template.statuses)
        Self.add(proposal.reasons, to: &template.reasons)
    }

    private static func add(_ names: [(name: String, count: Int)], to known: inout [(name: String, count: Int)]) {
        for name in names {
            if let position = known.firstIndex(where: { $0.name == name.name }) {
                known[position].count += name.count
            } else {
                known.append(name)
            }
        }
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

    private func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// Names of the CSV files in a folder, at most three.
    private func tables(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Array(names.filter { $0.lowercased().hasSuffix(".csv") }.sorted().prefix(3))
    }

    /// Relative path of the nearest repository that a folder lies in.
    private func repository(above folder: URL) -> String? {
        var (above, path) = (folder.deletingLastPathComponent(), "..")
        while above.path != "/" {
            if isRepository(above) { return path }
            (above, path) = (above.deletingLastPathComponent(), path + "/..")
        }
        return nil
    }

    /// Whether the folder itself is a checkout, a worktree or a bare repository; a repository above it is not asked about.
    private func isRepository(_ folder: URL) -> Bool {
        let manager = FileManager.default
        func has(_ name: String) -> Bool { manager.fileExists(atPath: folder.appendingPathComponent(name).path) }
        return has(".git") || (has("HEAD") && has("objects") && has("refs"))
    }
}

extension LifeCycle: ExpressibleByArgument {}
