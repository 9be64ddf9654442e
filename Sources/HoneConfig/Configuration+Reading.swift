package import HoneFacts
import HoneLoop
import Yams

extension Configuration {
    /// Reads and checks the text of a `hone.yaml`.
    /// - Parameters:
    ///   - file: its name, for messages.
    ///   - schemas: what the connectors publish, by the key that names the kind of source.
    ///   - isZone: whether this system knows a time zone of that name.
    package init(
        yaml text: String, file: String, schemas: [String: SettingsSchema], isZone: @escaping (String) -> Bool
    ) throws(ConfigurationError) {
        let schema = ConfigurationSchema.schema(sources: schemas.sorted { $0.key > $1.key }.map(\.value))
        let root = try Self.root(text, file: file)
        var reader = SettingsReader(file: file, isZone: isZone)
        let values = reader.read(root, .mapping(schema), at: "")?.table ?? [:]
        let sources = Self.sources(root, values["sources"]?.list ?? [], schemas, &reader)
        let outside = Self.outside(root, values["outside"]?.list ?? [], &reader)
        let stages = Self.stages(values["stages"]?.list ?? [])
        if let commitment = values["commitment"]?.text, !stages.contains(where: { $0.name.lowercased() == commitment.lowercased() }) {
            reader.problem(root["commitment"] ?? root, "commitment", "names no stage.", "Write the name of one of the stages.")
        }
        if case .list(let days)? = values["calendar"]?.table["working_days"], days.isEmpty {
            reader.problem(root["calendar"] ?? root, "calendar.working_days", "names no day.", "Name at least one, such as mon.")
        }
        if !stages.isEmpty, !stages.contains(where: { $0.kind == .done }) {
            reader.problem(root["stages"] ?? root, "stages", "have none of kind done, so nothing can ever be finished.", "Add one.")
        }
        let rule = values["delivery"]?.table ?? [:]
        let incidentWindow = rule["incident_window"]?.text.map { IncidentWindow($0) } ?? .day
        if incidentWindow == nil {
            reader.problem(
                root["delivery"] ?? root, "delivery.incident_window", "is '\(rule["incident_window"]?.text ?? "")', not a length of time.",
                "Write it as 24h, 90min, 7d or unlimited.")
        }
        let phaseNames = (values["phases"]?.texts ?? []).map { $0.lowercased() }
        for (place, name) in phaseNames.enumerated() where phaseNames[..<place].contains(name) {
            reader.problem(root["phases"] ?? root, "phases", "name '\(name)' twice.", "Keep one of the two.")
        }
        var seen: [String: String] = [:]
        for stage in stages {
            for status in Set((stage.statuses + [stage.name]).map { $0.lowercased() }).sorted() {
                if let other = seen[status] {
                    reader.problem(
                        root["stages"] ?? root, "stages", "give the status '\(status)' to both \(other) and \(stage.name).",
                        "Keep one of the two.")
                }
                seen[status] = stage.name
            }
        }
        for (place, rule) in (values["work_kinds"]?.list ?? []).map(\.table).enumerated()
        where ["type", "label", "title", "path"].allSatisfy({ rule[$0]?.texts.isEmpty ?? true }) {
            reader.problem(
                root["work_kinds"] ?? root, "work_kinds[\(place + 1)]", "says of no item that it is of this kind.",
                "Give it a type, a label, a title or a path.")
        }
        let undated = (values["life_cycle"]?.list ?? []).map(\.table).count { $0["from"] == nil }
        if undated > 1 {
            reader.problem(
                root["life_cycle"] ?? root, "life_cycle", "has \(undated) entries from the beginning.",
                "Give all but one the day from which it holds, such as from: 2026-03-02.")
        }
        guard reader.problems.isEmpty else { throw ConfigurationError(problems: reader.problems) }

        let lifeCycles = (values["life_cycle"]?.list ?? []).map(\.table).compactMap { entry in
            entry["kind"]?.text.flatMap(LifeCycle.init).map { LifeCyclePeriod(kind: $0, from: entry["from"]?.day) }
        }.sorted { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }
        product = Product(
            name: values["product"]?.text ?? "", customerLabel: values["customer"]?.text ?? "customer",
            ownerLabel: values["product_owner"]?.text ?? "product owner",
            lifeCycles: lifeCycles,
            smallestGroup: values["privacy"]?.table["smallest_group"]?.integer ?? 5, notes: values["notes"]?.texts ?? [], outside: outside)
        timezone = values["timezone"]?.text ?? "UTC"
        let calendar = values["calendar"]?.table ?? [:]
        let days = calendar["working_days"]?.texts ?? Array(ConfigurationSchema.weekdays.prefix(5))
        workingDays = Set(days.compactMap { ConfigurationSchema.weekdays.firstIndex(of: $0).map { $0 + 1 } })
        holidays = calendar["holidays"]?.text
        holidayDateFormat = calendar["date_format"]?.text
        self.stages = stages
        commitment = values["commitment"]?.text
        cancelledReasons = Set(values["cancelled_reasons"]?.texts ?? [])
        workKindRules = (values["work_kinds"]?.list ?? []).map(\.table).compactMap { rule in
            rule["kind"]?.text.flatMap(WorkKind.init).map {
                WorkKindRule(
                    kind: $0, types: rule["type"]?.texts ?? [], labels: rule["label"]?.texts ?? [], titles: rule["title"]?.texts ?? [],
                    paths: rule["path"]?.texts ?? [])
            }
        }
        releasePattern = values["releases"]?.table["pattern"]?.text ?? "*"
        delivery = DeliveryRule(
            production: rule["production"]?.texts ?? DeliveryRule.defaultProduction, incidentWindow: incidentWindow ?? .day)
        let iteration = values["iteration"]?.table ?? [:]
        iterationDays = iteration["days"]?.integer ?? (lifeCycles.last?.kind == .scrum ? 14 : 28)
        cadenceDays = iteration["days"]?.integer ?? 14
        iterationStart = iteration["starts_on"]?.day ?? CalendarDay(number: 4)
        phases = values["phases"]?.texts ?? []
        let expectation = values["service_level"]?.table ?? [:]
        serviceLevel = expectation["days"]?.integer.flatMap { ServiceLevel(percent: expectation["percent"]?.integer ?? 85, days: $0) }
        debtAreas = values["debt_areas"]?.texts ?? []
        bots = values["privacy"]?.table["bots"]?.texts ?? []
        self.sources = sources
        lines = reader.lines
    }

    private static func root(_ text: String, file: String) throws(ConfigurationError) -> Node {
        func refusal(_ line: Int?, _ message: String, _ advice: String) -> ConfigurationError {
            ConfigurationError(
                problems: [Diagnostic(.refused, code: "configuration", file: file, line: line, message: message, advice: advice)])
        }
        do {
            // What a value is says the schema: looking for numbers and dates by regular expressions would only take time.
            guard let root = try Yams.compose(yaml: text, .basic) else {
                throw refusal(nil, "The file is empty.", "Write one with hone init.")
            }
            return root
        } catch let error as ConfigurationError {
            throw error
        } catch let error as YamlError {
            let advice = "Look at the indentation and the quotes near there."
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
                throw refusal(mark.line, "This is not YAML: \(problem).", advice)
            case .duplicatedKeysInMapping(let duplicates, let context):
                throw refusal(context.mark.line, "\(duplicates.joined(separator: ", ")) stands there twice.", "Keep one of the two.")
            default:
                // What YAML takes in no place: such a sign is seen in few editors.
                let line = text.unicodeScalars.firstIndex { $0.value < 32 && $0 != "\n" && $0 != "\r" && $0 != "\t" || $0.value == 127 }
                    .map { place in text.unicodeScalars[..<place].count { $0 == "\n" } + 1 }
                guard let line else { throw refusal(nil, "This is not YAML.", advice) }
                throw refusal(line, "There is a control character in this line.", "Delete it, or write the line anew.")
            }
        } catch {
            throw refusal(nil, "This is not YAML.", "Write a new one with hone init.")
        }
    }

    private static func stages(_ entries: [SettingsValue]) -> [Stage] {
        entries.map(\.table).compactMap { entry in
            guard let name = entry["name"]?.text, let kind = entry["kind"]?.text.flatMap(Stage.Kind.init) else { return nil }
            return Stage(
                name: name, kind: kind, group: entry["group"]?.text.flatMap(Stage.Group.init), statuses: entry["statuses"]?.texts ?? [])
        }
    }

    /// Sorts the sources by kind and checks each against its own connector's keys.
    private static func sources(
        _ root: Node, _ entries: [SettingsValue], _ schemas: [String: SettingsSchema], _ reader: inout SettingsReader
    ) -> [Source] {
        let nodes: [Node] = if case .sequence(let sequence)? = root["sources"] { Array(sequence) } else { [] }
        // What is no mapping was told of, and is not among the entries.
        let places = nodes.indices.filter { nodes[$0].mapping != nil }
        var known: [Source] = []
        for (index, entry) in entries.enumerated() {
            let values = entry.table
            let place = index < places.count ? places[index] : index
            let node = place < nodes.count ? nodes[place] : root
            let field = "sources[\(place + 1)]"
            let kinds = schemas.keys.filter { values[$0] != nil }.sorted()
            guard kinds.count == 1, let schema = schemas[kinds[0]] else {
                reader.problem(
                    node, field, "does not say what it is.", "Write exactly one of \(schemas.keys.sorted().joined(separator: ", ")).")
                continue
            }
            for key in values.keys.sorted() where !schema.keys.contains(where: { $0.name == key }) {
                reader.problem(
                    node, "\(field).\(key)", "is not a key of a \(kinds[0]) source.",
                    "Known here: \(schema.keys.map(\.name).joined(separator: ", ")).")
            }
            for key in schema.keys where key.isRequired && values[key.name] == nil {
                reader.problem(node, "\(field).\(key.name)", "is missing.", key.meaning)
            }
            let source = Source(kind: kinds[0], values: values, field: field, reading: 1)
            let same = known.filter { $0.kind == source.kind && $0.path == source.path }
            if let first = same.first(where: { source.saysTheSame(as: $0) }) {
                let line = reader.lines[first.field].map { " of line \($0)" } ?? ""
                reader.problem(
                    node, field, "is \(first.field)\(line) again, so \(source.path) would be read twice.", "Delete one of the two.")
            }
            known.append(Source(kind: source.kind, values: values, field: field, reading: same.count + 1))
        }
        return known
    }
}

extension Configuration.Source {
    /// Whether it reads the same file or repository in the same way.
    fileprivate func saysTheSame(as other: Configuration.Source) -> Bool {
        func others(_ source: Configuration.Source) -> [String: SettingsValue] { source.values.filter { $0.key != source.kind } }
        return kind == other.kind && path == other.path && others(self) == others(other)
    }
}
