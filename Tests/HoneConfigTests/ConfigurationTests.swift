import HoneFacts
import HoneLoop
import Testing

@testable import HoneConfig

@Suite struct ConfigurationTests {
    static let schemas = [
        "git": SettingsSchema([.init("git", .text, "A repository.", isRequired: true), .init("path", .text, "A folder.")]),
        "csv": SettingsSchema([
            .init("csv", .text, "A file.", isRequired: true), .init("columns", .table(.text), "The mapping.", isRequired: true),
            .init("timezone", .zone, "Its zone."),
        ]),
    ]

    static func read(_ yaml: String) throws(ConfigurationError) -> Configuration {
        try Configuration(yaml: yaml, file: "hone.yaml", schemas: schemas, isZone: { $0.hasPrefix("Europe/") || $0 == "UTC" })
    }

    static func problems(_ yaml: String) -> [String] {
        do {
            _ = try read(yaml)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test(arguments: ["Bu\u{1}g", "a\u{1b}[0m", "\u{fffe}", "x\"y\\z\u{7f}", "it's", "plain", "\u{85}"])
    func `every text stands in the template as it is`(text: String) throws {
        let line = "product: " + ConfigurationTemplate.quoted(text) + "\nsources:\n  - git: .\n"
        #expect(try Self.read(line).product.name == text)
    }

    @Test func `numbers of others say for which metric, how much, by whom and when`() throws {
        func yaml(_ entry: String) -> String { "product: x\nsources: []\noutside:\n  - {\(entry)}\n" }
        let whole = try Self.read(yaml("metric: lead-time, value: 30 d, said_by: Survey, date: 2024, where: page 12"))
        #expect(
            whole.product.outside == [
                OutsideReference(metric: "lead-time", value: "30 d", saidBy: "Survey", date: "2024", place: "page 12")
            ])
        for date in ["2024-06", "2024-06-30"] {
            #expect(
                try Self.read(yaml("metric: throughput, value: 12, said_by: Survey, date: \(date)")).product.outside.map(\.date) == [date])
        }
        let wrong = [
            ("metric: wip, value: 3, said_by: Survey, date: 2024", "which is none of lead-time, cycle-time"),
            ("metric: lead-time, value: fast, said_by: Survey, date: 2024", "in which no number stands"),
            ("metric: lead-time, value: 30 d, said_by: Survey, date: lately", "not a date"),
            ("metric: lead-time, value: 30 d, said_by: Survey, date: 2024-13", "not a date"),
            ("metric: lead-time, value: 30 d, date: 2024", "outside[1].said_by is missing"),
            ("metric: lead-time, value: 30 d, said_by: Survey", "outside[1].date is missing"),
            ("metric: lead-time, value: 30 d, said_by: Survey, date: 2024, target: yes", "is not a key"),
        ]
        for (entry, message) in wrong {
            let problems = Self.problems(yaml(entry))
            #expect(problems.count == 1 && problems[0].contains(message) && problems[0].hasPrefix("hone.yaml:4"), "\(problems)")
        }
    }

    @Test func `a whole file is read`() throws {
        let configuration = try Self.read(
            """
            product: Alloy
            timezone: Europe/London
            life_cycle:
              - kind: kanban
              - {kind: scrum, from: 2026-01-01}
            iteration: {days: 7, starts_on: 2026-01-05}
            stages:
              - {name: To do, kind: backlog}
              - {name: Doing, kind: active, statuses: [In Progress, Coding]}
              - {name: Done, kind: done}
            commitment: doing
            cancelled_reasons: [Won't Fix]
            work_kinds:
              - {kind: tool, type: Infrastructure}
              - {kind: refactoring, title: ["refactor*"], label: [debt]}
            releases: {pattern: "v*"}
            sources:
              - git: .
                path: services/api
              - csv: items.csv
                columns: {key: ID}
            """)
        #expect(configuration.product.name == "Alloy")
        #expect(configuration.product.lifeCycle(on: CalendarDay(number: 0)) == .kanban)
        #expect(configuration.product.lifeCycle(on: CalendarDay(iso: "2026-06-01") ?? CalendarDay(number: 0)) == .scrum)
        #expect(configuration.sources.map(\.kind) == ["git", "csv"])
        let interpretation = configuration.interpretation(zone: .utc, holidays: [])
        #expect(interpretation.stages?.code(ofStatus: "in progress") == 1)
        #expect(interpretation.stages?.commitment == 1)
        #expect(interpretation.workKind(type: "infrastructure", labels: [], title: "") == .tool)
        #expect(interpretation.workKind(type: "Story", labels: ["Debt"], title: "Refactor the cart") == .refactoring)
        #expect(interpretation.workKind(type: "Story", labels: [], title: "Refactor the cart") == .unclassified)
    }

    @Test(arguments: [
        ("product: a\nsources: []\nprodukt: b", "hone.yaml:3: produkt is not a key that hone knows. Did you mean product?"),
        ("product: a", "sources is missing."), ("product: a\nsources: []\nreserve: 10 %", "hone.yaml:3: reserve is an agreement"),
        ("product: a\nsources:\n  - csv: x.csv", "hone.yaml:3: sources[1].columns is missing."),
        ("product: a\nsources:\n  - foo\n  - csv: x.csv", "hone.yaml:4: sources[2].columns is missing."),
        ("product: a\nsources:\n  - path: x", "hone.yaml:3: sources[1] does not say what it is."),
        ("product: a\nsources:\n  - git: .\n    columns: {key: a}", "sources[1].columns is not a key of a git source."),
        ("product: a\nsources: []\nlife_cycle:\n  - kind: waterfall", "is 'waterfall', which is none of scrum"),
        ("product: a\nsources: []\ncommitment: Doing", "hone.yaml:3: commitment names no stage."),
        ("product: a\nsources: []\nstages:\n  - {name: x, kind: wrong}", "hone.yaml:4"),
        ("product: a\nproduct: b\nsources: []", "product stands there twice."), ("", "The file is empty."), ("a: [", "This is not YAML"),
        ("- a\n- b", "is not a table of keys and values."), ("product:\nsources: []", "product is empty."),
        ("product: a\nsources: []\nprivacy: {smallest_group: 2}", "not a whole number from 3 to 100"),
        ("product: a\nsources: []\nlife_cycle:\n  - {kind: scrum, from: 31/12/2026}", "is '31/12/2026', not a day."),
        ("product: a\nsources: []\nstages:\n  - {name: x, kind: active}", "stages have none of kind done"),
        ("product: a\nsources: []\nstages:\n  - {name: x, kind: done}\n  - {name: y, kind: done, statuses: [X]}", "to both x and y"),
        ("product: a\nsources: []\ncalendar: {working_days: []}", "calendar.working_days names no day."),
        ("product: a\nsources:\n  - git: .\n  - git: ./", "hone.yaml:4: sources[2] is sources[1] of line 3 again"),
        (
            "product: a\nsources:\n  - csv: x\n    columns: {key: a}\n  - git: .\n  - columns: {key: a}\n    csv: ./x",
            "hone.yaml:6: sources[3] is sources[1] of line 3 again, so x would be read twice. Delete one of the two."
        ),
        ("product: a\nsources: []\ntimezone: Mars/North", "hone.yaml:3: timezone is 'Mars/North', not an IANA zone. Write one such as"),
        (
            "product: a\nsources:\n  - csv: x\n    columns: {key: a}\n    timezone: CEST",
            "hone.yaml:5: sources[1].timezone is 'CEST', not an"
        ),
    ])
    func `a mistake is named with its line, its key and what to do`(yaml: String, expected: String) {
        let problems = Self.problems(yaml)
        #expect(problems.contains { $0.contains(expected) }, "\(problems)")
    }

    @Test func `all mistakes are named at once`() {
        #expect(Self.problems("reserve: x\nwhat: 1\nsources: []\ntimezone: Nowhere").count == 4)
    }

    @Test func `one file that is read in two ways is two sources, with a place each`() throws {
        let yaml = "product: a\nsources:\n  - csv: x\n    columns: {key: a}\n  - csv: ./x\n    columns: {key: b}\n"
        let more = "  - csv: y\n    columns: {key: a}\n  - git: x\n  - git: .\n    path: one\n  - git: .\n    path: two\n"
        #expect(try Self.read(yaml + more).sources.map(\.reading) == [1, 2, 1, 1, 1, 2])
    }

    @Test func `what only its use shows to be wrong has the line of the value, or of what it stands in`() throws {
        let yaml = "product: a\nsources:\n  - git: .\n  - csv: x\n    columns:\n      key: a\n      kind: b\n"
        let configuration = try Self.read(yaml)
        #expect(configuration.sources.map(\.field) == ["sources[1]", "sources[2]"])
        for (field, line) in [
            ("sources[2].columns.kind", 7), ("sources[2].columns.title", 6), ("sources[2].repeat", 4), ("sources[2].join[1].key", 4),
            ("sources[1].git", 3), ("product", 1),
        ] {
            let problem = configuration.problem(with: field, "is odd.", "Mend it.", file: "hone.yaml")
            #expect(problem.description == "hone.yaml:\(line): \(field) is odd. Mend it.")
        }
        #expect(configuration.problem(with: "nothing", "is odd.", "Mend it.", file: "hone.yaml").line == nil)
    }

    @Test func `a way of working that nobody named is left out, and one that somebody did is written`() throws {
        var template = ConfigurationTemplate(product: "shop", timezone: "UTC")
        let assumed = try Self.read(template.yaml).product
        #expect(assumed.lifeCycles.isEmpty && assumed.lifeCycle(on: CalendarDay(number: 20_000)) == .kanban)
        #expect(template.yaml.contains("# How you work was not said, so kanban is assumed"))
        template.lifeCycle = .kanban
        let said = try Self.read(template.yaml).product
        #expect(said.lifeCycles == [LifeCyclePeriod(kind: .kanban)] && !template.yaml.contains("assumed: work"))
    }

    @Test func `the template is a configuration, whatever the names in it`() throws {
        for name in ["Alloy", "it's: a #name", "- x", "true", "'", "名前", "a\\b", "null", "1.0"] {
            var template = ConfigurationTemplate(product: name, timezone: "UTC")
            template.sources = [[("git", ConfigurationTemplate.quoted(name))]]
            template.workKinds = [(name, .tool)]
            template.stages = [Stage(name: name, kind: .active), Stage(name: "finished", kind: .done)]
            template.commitment = name
            template.otherTypes = [("O'Brien: #1", .bug, 3), ("Chore\n", nil, 1)]
            template.labels = [("kind/bug # 'x'", .bug, 2), ("other\nlabel", nil, 1)]
            template.statuses = [("Doing\nit", 4)]
            template.reasons = [("Won't\nFix", 2)]
            let configuration = try Self.read(template.yaml)
            #expect(configuration.workKindRules.map(\.types) == [[name.lowercased()], ["o'brien: #1"], []])
            #expect(configuration.workKindRules.map(\.labels) == [[], [], ["kind/bug # 'x'"]])
            #expect(configuration.stages.map(\.name) == [name, "finished"])
        }
    }

    @Test func `the reference and the schema name every key`() {
        let schema = ConfigurationSchema.schema(sources: Self.schemas.values.sorted { $0.keys.count < $1.keys.count })
        let markdown = ConfigurationReference(schema).markdown
        let json = ConfigurationJSONSchema(schema).json
        for key in schema.keys {
            #expect(markdown.contains("`\(key.name)`"))
            #expect(json.contains("\"\(key.name)\""))
        }
    }
}

@Suite struct DeliveryConfigurationTests {
    private func rule(_ text: String) throws -> DeliveryRule {
        try ConfigurationTests.read("product: A\nsources: []\n\(text)").interpretation(zone: .utc, holidays: []).delivery
    }

    @Test func `the rule for incidents is read, and has a stated default`() throws {
        #expect(try rule("") == DeliveryRule(production: ["prod*", "live"], incidentWindow: .seconds(86_400)))
        #expect(
            try rule("delivery: {production: [EU-*], incident_window: 4h}")
                == DeliveryRule(production: ["eu-*"], incidentWindow: .seconds(14_400)))
        #expect(try rule("delivery: {incident_window: unlimited}").incidentWindow == .unlimited)
        let problems = ConfigurationTests.problems("product: A\nsources: []\ndelivery: {incident_window: soon}")
        #expect(problems.count == 1 && problems[0].contains("Write it as 24h"))
    }
}

@Suite struct ServiceLevelConfigurationTests {
    private func level(_ text: String) throws -> ServiceLevel? {
        try ConfigurationTests.read("product: A\nsources: []\n\(text)").interpretation(zone: .utc, holidays: []).serviceLevel
    }

    @Test func `an expectation is days, with 85 per cent where none are given, and there is none by default`() throws {
        #expect(try level("") == nil)
        #expect(try level("service_level: {days: 10}") == ServiceLevel(percent: 85, days: 10))
        #expect(try level("service_level: {percent: 50, days: 3}") == ServiceLevel(percent: 50, days: 3))
    }

    @Test(arguments: [
        ("service_level: {percent: 85}", "days"), ("service_level: {percent: 100, days: 3}", "percent"),
        ("service_level: {days: 0}", "days"), ("service_level: 85/10", "service_level"), ("service_level: {day: 3}", "day"),
    ])
    func `anything else is refused, with its place`(text: String, field: String) {
        let problems = ConfigurationTests.problems("product: A\nsources: []\n\(text)")
        #expect(!problems.isEmpty && problems.allSatisfy { $0.contains("service_level") && $0.contains(field) })
    }

    @Test func `phases are read in their order, each once`() throws {
        let yaml = "product: A\nsources: []\nphases: "
        #expect(
            try ConfigurationTests.read(yaml + "[Build, Design, Field]").interpretation(zone: .utc, holidays: []).phases == [
                "Build", "Design", "Field",
            ])
        let problems = ConfigurationTests.problems(yaml + "[Build, Field, build]")
        #expect(problems.count == 1 && problems[0].contains("'build' twice"))
    }
}
