import Foundation
import HoneConfig
import HoneConnectors
import HoneFacts
import HoneStore
import HoneWorkflows

/// An export that `hone init` was pointed at: its mapping, given or guessed, and what its rows say of themselves.
struct ExportSource {
    enum Kind: String {
        case csv, jira, github
    }

    let kind: Kind
    let path: String
    let mapping: MappingOptions
    let zone: ZoneTable
    let directory: String
    /// What it is read into; holds nothing else.
    let store: Store
    /// Whether the keys of its items are told.
    let tellsKeys: Bool

    struct Description {
        /// The source as keys and values of hone.yaml.
        var lines: [(key: String, value: String)]
        var remarks: [String]
        var proposal: ProposeMapping
        /// What the look at it brought.
        var outcome: CollectFacts.Outcome
        /// Keys of the items that it speaks of, where they are no mere numbers and asked for.
        var keys: Set<String>
    }

    func described() async throws -> Description {
        guard kind == .csv else {
            let lines = [(kind.rawValue, ConfigurationTemplate.quoted(path))]
            let (proposal, outcome, keys) = try await look(at: service)
            return Description(lines: lines, remarks: [], proposal: proposal, outcome: outcome, keys: keys)
        }
        var remarks: [String] = []
        var mapping = mapping
        var (people, timezone): ([String], String?) = ([], nil)
        let columns: [(field: String, column: String)]
        if let given = try mapping.columns() {
            columns = given
            // Whoever maps the columns may not think of those that name people: their names are masked all the same.
            if [nil, "item"].contains(mapping.fact), let guess = try? guess() {
                people = guess.people.filter { name in !given.contains { $0.column == name } }
            }
        } else {
            let guess: CSVGuess
            do {
                guess = try self.guess()
            } catch {
                throw Failure(.badData, String(describing: error))
            }
            columns = guess.columns
            (people, timezone) = (guess.people, guess.timezone)
            remarks.append("The columns of \(path) were guessed from their names: look through them.")
            if guess.columns.contains(where: { $0.field == "value" }) {
                let isNamed = guess.columns.contains { $0.field == "name" }
                let measure = isNamed ? "NAME" : guess.columns.first { $0.field == "value" }?.column ?? "NAME"
                remarks.append(
                    "\(path) reads as numbers of the product: once there is a goal, hone goal measure 1 \(ConfigurationTemplate.quoted(measure)) puts one beside it."
                )
            }
            mapping.fact = mapping.fact ?? guess.fact
            if mapping.fact == nil, let fact = Self.factNamed(path) {
                remarks.append(
                    "\(path) is read as items, each row one of the product's work. If its rows are \(fact)s: fact: \(fact), and what its columns are called then is in Configuration.md."
                )
            }
            mapping.numberFormat = mapping.numberFormat ?? guess.numberFormat
            if mapping.dateFormat == nil {
                mapping.dateFormat = guess.dateFormat
                remarks += guess.dateRemarks
            }
            remarks += guess.remarks
        }
        let quoted = ConfigurationTemplate.quoted
        var lines = [("csv", quoted(path))]
        let fields = columns.map(\.field).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        var values = try mapping.values(columns: columns)
        values["timezone"] = timezone.map(SettingsValue.text)
        values["people"] = people.isEmpty ? nil : .list(people.map(SettingsValue.text))
        let table = values["columns"]?.table ?? [:]
        lines.append(("columns", "{" + fields.map { "\($0): \(Self.flow(table[$0] ?? .list([])))" }.joined(separator: ", ") + "}"))
        if let dateFormat = mapping.dateFormat { lines.append(("date_format", quoted(dateFormat))) }
        if let delimiter = mapping.delimiter { lines.append(("delimiter", "'\(delimiter)'")) }
        if let encoding = mapping.encoding { lines.append(("encoding", quoted(CSVEncoding(name: encoding)?.rawValue ?? encoding))) }
        for key in ["timezone", "people", "fact", "number_format", "repeat", "skip", "join"] {
            if let value = values[key] { lines.append((key, Self.flow(value))) }
        }
        let (proposal, outcome, keys) = try await look(at: values, timezone.flatMap(ZoneTable.system) ?? zone)
        return Description(lines: lines, remarks: remarks, proposal: proposal, outcome: outcome, keys: keys)
    }

    /// What a file is named after that is no list of work items.
    private static func factNamed(_ path: String) -> String? {
        let name = (path as NSString).lastPathComponent.lowercased()
        return ["deployment", "incident", "build"].first { name.contains($0) }
    }

    private func guess() throws(CSVGuessError) -> CSVGuess {
        try CSVGuess(path: path, directory: directory, delimiter: mapping.delimiter, encoding: mapping.encoding)
    }

    /// A value of texts, lists and tables on one line of YAML.
    private static func flow(_ value: SettingsValue) -> String {
        if let text = value.text { return ConfigurationTemplate.quoted(text) }
        if case .table(let table) = value {
            return "{"
                + table.sorted { $0.key < $1.key }.map { "\(ConfigurationTemplate.quoted($0.key)): \(flow($0.value))" }.joined(
                    separator: ", ")
                + "}"
        }
        return "[" + value.list.map(flow).joined(separator: ", ") + "]"
    }

    /// The source of an export of a service.
    private var service: any FactSource {
        kind == .jira
            ? JiraSource(settings: JiraSettings(jira: path), directory: directory, digest: .unkeyed)
            : GitHubSource(settings: GitHubSettings(path: path), directory: directory, digest: .unkeyed)
    }

    /// Reads the export once to see its statuses, types and labels.
    private func look(at source: any FactSource) async throws -> (ProposeMapping, CollectFacts.Outcome, keys: Set<String>) {
        Console.progress("looking at \(path)")
        let outcomes = try await CollectFacts(log: store, sources: [source], now: Clock.now()).run()
        Console.endProgress()
        guard let outcome = outcomes.first else { throw Failure(.badData, "\(path) could not be read.") }
        if let refusal = outcome.reading.diagnostics.first(where: { $0.severity == .refused }) {
            throw Failure(.badData, refusal.description)
        }
        let facts = try await FactTables(log: store)
        return (ProposeMapping(facts, zone), outcome, tellsKeys ? Self.keys(facts) : [])
    }

    private static func keys(_ facts: FactTables) -> Set<String> {
        // A sheet of hours has no items of its own.
        let named = facts[.item].map { $0.texts("key") } + facts[.workLog].map { $0.texts("item") }
        return Set(named.flatMap { column in column.countByCode.map { column.table[$0.code] } }.filter { $0.contains(where: \.isLetter) })
    }

    /// - Parameter zone: of its clock times.
    private func look(
        at values: [String: SettingsValue], _ zone: ZoneTable
    ) async throws -> (ProposeMapping, CollectFacts.Outcome, keys: Set<String>) {
        do {
            let settings = try CSVSettings(values, path: path)
            let mask = NameMask(KnownPeople())
            return try await look(
                at: CSVSource(
                    settings: settings, directory: directory, zone: zone, digest: .unkeyed, mask: { mask.masked($0) }))
        } catch let error as CSVSettingsError {
            throw Failure(.usage, "--map: \(error)")
        }
    }
}
