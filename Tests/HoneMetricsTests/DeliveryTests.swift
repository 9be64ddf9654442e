import HoneFacts
import Testing

@testable import HoneMetrics

/// How incidents are laid to deployments, what is provisional, and that a baseline stays one.
@Suite struct DeliveryTests {
    static let now = Instant(iso: "2026-03-20T00:00:00Z")?.seconds ?? 0

    static func folded(_ facts: ExampleFacts, _ rule: DeliveryRule = DeliveryRule()) -> Histories {
        fold(facts.tables, Interpretation(delivery: rule), now: now)
    }

    static func context(_ from: String = "2026-03-01", _ to: String = "2026-03-20") -> MeasureContext {
        let window = Window(from: CalendarDay(iso: from) ?? CalendarDay(number: 0), to: CalendarDay(iso: to) ?? CalendarDay(number: 0))
        return MeasureContext(interpretation: Interpretation(), window: window, now: now)
    }

    static let twoServices = ExampleFacts().adding(
        .deployment,
        [
            ("shop-1", ["finished_at": "2026-03-02T10:00:00Z"], [:], ["key": "shop-1", "service": "shop", "sha": "aaaaaaaa"]),
            ("pay-1", ["finished_at": "2026-03-02T12:00:00Z"], [:], ["key": "pay-1", "service": "pay", "commits": "bbb ccc"]),
            (
                "test-1", ["finished_at": "2026-03-02T13:00:00Z"], [:],
                ["key": "test-1", "service": "shop", "environment": "staging"]
            ),
        ])

    static func tie(_ texts: [String: String], at opened: String, from change: Int64? = nil) -> (IncidentHistories.Tie?, String) {
        var row = texts
        row["key"] = "i"
        let facts = twoServices.adding(
            .incident, [("i", ["opened_at": opened], change.map { ["is_from_change": $0] } ?? [:], row)])
        let histories = folded(facts)
        let deployment = histories.incidents.deployment.first ?? -1
        return (histories.incidents.tie.first, deployment >= 0 ? histories.deployments.key[deployment] : "")
    }

    @Test func `the first rule that fits lays an incident to a deployment`() {
        // The latest one of its own service, in production, within a day.
        #expect(Self.tie(["service": "Shop"], at: "2026-03-02T14:00:00Z") == (.withinWindow, "shop-1"))
        #expect(Self.tie([:], at: "2026-03-02T14:00:00Z") == (.withinWindow, "pay-1"))
        #expect(Self.tie(["service": "shop"], at: "2026-03-03T10:00:00Z") == (.withinWindow, "shop-1"))
        #expect(Self.tie(["service": "shop"], at: "2026-03-03T10:00:01Z") == (.noneNear, ""))
        #expect(Self.tie(["service": "shop"], at: "2026-03-02T09:59:59Z") == (.noneNear, ""))
        // A service that was never deployed.
        #expect(Self.tie(["service": "mail"], at: "2026-03-02T14:00:00Z") == (.noneNear, ""))
        // A link goes before the window, and does not fall back to it.
        #expect(Self.tie(["service": "shop", "deployment": "pay-1"], at: "2026-03-09T10:00:00Z") == (.linked, "pay-1"))
        #expect(Self.tie(["sha": "ccc"], at: "2026-03-09T10:00:00Z") == (.linked, "pay-1"))
        #expect(Self.tie(["deployment": "gone"], at: "2026-03-02T14:00:00Z") == (.lostLink, ""))
        // What the source says of the cause goes before all.
        #expect(Self.tie(["deployment": "pay-1"], at: "2026-03-02T14:00:00Z", from: 0) == (.saidToBeNone, ""))
    }

    private static func twice(_ facts: ExampleFacts) -> ExampleFacts {
        let shas = (0..<3).map { String(repeating: "\($0)", count: 40) }
        return facts.adding(
            .commit,
            [
                ("c0", ["committed_at": "2026-03-01T09:00:00Z"], [:], ["sha": shas[0]]),
                ("c1", ["committed_at": "2026-03-01T10:00:00Z"], [:], ["sha": shas[1], "parents": shas[0]]),
                ("c2", ["committed_at": "2026-03-01T11:00:00Z"], [:], ["sha": shas[2], "parents": "\(shas[1]) \(shas[0])"]),
            ])
    }

    @Test func `commits are known by the beginnings of their names, and a merge is none that a batch brings`() {
        let facts = Self.twice(
            ExampleFacts().adding(
                .deployment,
                [("d", ["finished_at": "2026-03-02T10:00:00Z"], [:], ["key": "d", "commits": "1111111 2222222 fffffff"])]
            ).adding(.incident, [("i", ["opened_at": "2026-03-09T10:00:00Z"], [:], ["key": "i", "sha": "11111111"])]))
        let histories = Self.folded(facts)
        #expect(histories.reach.commitCount == [2])
        #expect(histories.reach.deployment(ofSHA: String(repeating: "2", count: 40)) == 0)
        #expect(histories.incidents.tie == [.linked] && histories.incidents.deployment == [0])
    }

    @Test func `a service is one however its name is written`() {
        let facts = ExampleFacts().adding(
            .deployment,
            [
                ("1", ["finished_at": "2026-03-02T10:00:00Z"], [:], ["key": "1", "service": "API"]),
                ("2", ["finished_at": "2026-03-03T10:00:00Z"], [:], ["key": "2", "service": "api"]),
            ]
        ).adding(.incident, [("i", ["opened_at": "2026-03-03T11:00:00Z"], [:], ["key": "i", "service": "Api"])])
        let histories = Self.folded(facts)
        #expect(histories.deployments.service == ["API", "API"] && histories.incidents.service == ["API"])
    }

    @Test func `until the next deployment, an incident may still be laid to the last one of each service`() {
        let rule = DeliveryRule(incidentWindow: .unlimited)
        let observation = observe(
            ChangeFailRate(),
            Self.folded(
                Self.twoServices.adding(
                    .deployment, [("shop-2", ["finished_at": "2026-03-04T10:00:00Z"], [:], ["key": "shop-2", "service": "shop"])]
                ).incidents([("i", "2026-03-02T11:00:00Z", "", "shop-1")]), rule),
            MeasureContext(interpretation: Interpretation(delivery: rule), window: Self.context().window, now: Self.now))
        #expect(observation.n == 3 && observation.value.map { abs($0 - 1.0 / 3) < 1e-9 } == true)
        #expect(observation.flags == ["provisional": 2])
    }

    @Test func `a length of time is read with its unit, and nothing else is`() {
        #expect(IncidentWindow("24h") == .seconds(86_400))
        #expect(IncidentWindow("90 min") == .seconds(5_400))
        #expect(IncidentWindow("7d") == .seconds(604_800))
        #expect(IncidentWindow("Unlimited") == .unlimited)
        for text in ["", "24", "h", "-1h", "0h", "1w", "1.5h", "24 hours", "९h"] { #expect(IncidentWindow(text) == nil, "\(text)") }
    }

    @Test func `environments with users are those of the rule, and one that is not named`() {
        let rule = DeliveryRule()
        for name in ["", "prod", "Production", "PROD-eu", "live"] { #expect(rule.isProduction(name), "\(name)") }
        for name in ["staging", "preprod", "test"] { #expect(!rule.isProduction(name), "\(name)") }
        #expect(DeliveryRule(production: ["EU-*"]).isProduction("eu-west"))
    }

    @Test func `a deployment whose time for incidents is not over is provisional`() {
        let facts = ExampleFacts.deployments([
            ("d1", "2026-03-10T12:00:00Z", "", ""), ("d2", "2026-03-19T12:00:00Z", "", ""), ("d3", "2026-03-19T13:00:00Z", "", ""),
        ]).incidents([("i", "2026-03-19T14:00:00Z", "", "d3")])
        let observation = observe(ChangeFailRate(), Self.folded(facts), Self.context())
        #expect(observation.n == 3 && observation.flags == ["provisional": 1])
    }

    @Test func `those not recovered yet make the median longer, not shorter`() throws {
        let facts = ExampleFacts.deployments([
            ("d1", "2026-03-02T12:00:00Z", "", ""), ("d2", "2026-03-05T12:00:00Z", "", ""), ("d3", "2026-03-08T12:00:00Z", "", ""),
        ]).incidents([
            ("i1", "2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z", ""), ("i2", "2026-03-05T13:00:00Z", "2026-03-05T22:00:00Z", ""),
            ("i3", "2026-03-08T13:00:00Z", "", ""),
        ])
        let observation = observe(FailedDeploymentRecoveryTime(), Self.folded(facts), Self.context())
        // 2 h and 10 h are known; the third has waited eleven days.
        #expect(observation.value == 6 && observation.n == 2 && observation.excluded == ["not-recovered": 1])
        let all = try #require(observation.parts.first { $0.name.hasPrefix("median") }?.observation)
        #expect(all.value == 10 && all.n == 3 && all.flags == ["provisional": 1])
    }

    @Test func `rollbacks without incidents are marked as the least there can be`() {
        let rolledBack = ExampleFacts.deployments([
            ("d1", "2026-03-02T12:00:00Z", "rolled back", ""), ("d2", "2026-03-05T12:00:00Z", "success", ""),
        ])
        let mark = "incidents-not-known"
        let observation = observe(ChangeFailRate(), Self.folded(rolledBack), Self.context())
        #expect(observation.value == 0.5 && observation.flags[mark] == 1)
        let looked = rolledBack.incidents([("i1", "2026-03-05T13:00:00Z", "", "")])
        #expect(observe(ChangeFailRate(), Self.folded(looked), Self.context()).flags[mark] == nil)
    }

    @Test func `what waits since before the window waits in it, until it is over`() throws {
        func part(_ name: String, _ metric: some Metric, _ facts: ExampleFacts, _ from: String, _ to: String) throws -> Observation {
            let observation = observe(metric, Self.folded(facts), Self.context(from, to))
            return try #require(observation.parts.first { $0.name.contains(name) }?.observation)
        }
        let hurt = ExampleFacts.deployments([
            ("d1", "2026-01-02T12:00:00Z", "", ""), ("d2", "2026-03-02T12:00:00Z", "", ""),
        ]).incidents([
            ("i1", "2026-01-02T13:00:00Z", "2026-03-19T12:00:00Z", ""), ("i2", "2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z", ""),
        ])
        let median = try part("median", FailedDeploymentRecoveryTime(), hurt, "2026-03-01", "2026-03-15")
        #expect(median.n == 2 && median.value == 2 && median.flags == ["provisional": 1])
        let later = try part("median", FailedDeploymentRecoveryTime(), hurt, "2026-03-01", "2026-03-20")
        #expect(later.n == 2 && later.flags.isEmpty)

        let commits = ExampleFacts.git(
            commits: [
                ("c1", "", "2026-01-01T12:00:00Z"), ("c2", "c1", "2026-01-08T12:00:00Z"), ("c3", "c2", "2026-03-09T12:00:00Z"),
            ], tags: [("v1", "c1", "2026-01-03T12:00:00Z"), ("v2", "c3", "2026-03-16T12:00:00Z")])
        let unreleased = try part("not released", ChangeLeadTime(), commits, "2026-03-01", "2026-03-15")
        // The instant before 15 March: 65.5 and 5.5 days.
        #expect(unreleased.n == 2 && unreleased.percentiles.map { Int($0.p95.rounded()) } == 1_572)
        #expect(try part("not released", ChangeLeadTime(), commits, "2026-03-01", "2026-03-20").n == 0)

        let changes = ExampleFacts.changes(
            [("1", "2026-01-02T09:00:00Z", "", ""), ("2", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-03T09:00:00Z")],
            reviews: [("2", "2026-03-05T10:00:00Z", false)])
        #expect(try part("open still", ChangeOpenTime(), changes, "2026-03-01", "2026-03-15").n == 1)
        #expect(try part("open still", ChangeOpenTime(), changes, "2026-02-01", "2026-03-03").n == 2)
        // A review after the merge is no wait of an open change.
        #expect(try part("no review", TimeToFirstReview(), changes, "2026-03-01", "2026-03-05").n == 1)
    }

    @Test func `a deployment that did not reach users recovers nobody, and is counted`() {
        let facts = ExampleFacts.deployments([
            ("d1", "2026-03-02T12:00:00Z", "", ""), ("d2", "2026-03-05T12:00:00Z", "failed", ""),
        ]).incidents([
            ("i1", "2026-03-02T13:00:00Z", "2026-03-02T14:00:00Z", "d1"), ("i2", "2026-03-05T13:00:00Z", "2026-03-05T22:00:00Z", "d2"),
        ])
        let observation = observe(FailedDeploymentRecoveryTime(), Self.folded(facts), Self.context())
        #expect(observation.value == 2 && observation.n == 1 && observation.excluded == ["did-not-ship": 1])
    }

    @Test func `a commit cut short to seven signs is found, unless two begin so`() {
        func reach(_ sha: String) -> Bool {
            let facts = ExampleFacts.git(
                commits: [
                    ("0123456789a", "", "2026-03-01T10:00:00Z"), ("0123456aaaa", "0123456789a", "2026-03-02T10:00:00Z"),
                    ("fedcba98765", "0123456aaaa", "2026-03-03T10:00:00Z"),
                ], tags: []
            ).deploying([("d", "2026-03-04T10:00:00Z", "", sha)])
            return Self.folded(facts).reach.deployment(ofSHA: "0123456789a") != nil
        }
        #expect(reach("fedcba9") && reach("0123456a") && !reach("0123456") && !reach("fedcba") && !reach("unknown7"))
    }

    @Test func `the first statement stays the baseline, whatever is said later and in which order`() {
        let first = (
            key: "A", type: "", stated: "2026-03-01", start: "", finish: "2026-03-10", budget: "100", done: "", cost: ""
        )
        let later = (
            key: "A", type: "", stated: "2026-03-05", start: "", finish: "2026-03-30", budget: "900", done: "2026-03-12", cost: ""
        )
        for rows in [[first, later], [later, first]] {
            let plan = Self.folded(.plan(rows)).plan
            #expect(plan.budget == [100] && plan.plannedFinishAt.map { Instant(rawValue: $0).description } == ["2026-03-10"])
            #expect(plan.isDisputed == [false])
        }
        var other = first
        other.finish = "2026-03-11"
        let observation = observe(PlannedValue(), Self.folded(.plan([first, other])), Self.context())
        #expect(observation.value == nil && observation.excluded == ["baseline-disputed": 1])
    }

    @Test func `before anything is planned or spent an index is undefined, not zero`() {
        let facts = ExampleFacts.plan([("A", "", "2026-03-01", "", "2026-03-18", "100", "", "0")])
        let histories = Self.folded(facts)
        #expect(observe(SchedulePerformance(), histories, Self.context("2026-03-01", "2026-03-10")).value == nil)
        #expect(observe(PlannedValue(), histories, Self.context("2026-03-01", "2026-03-10")).value == 0)
        #expect(observe(CostPerformance(), histories, Self.context()).value == nil)
        #expect(observe(ToCompletePerformance(), histories, Self.context()).value == 1)
    }

    @Test func `late work that is done keeps its lateness in time, and loses it in money`() throws {
        let facts = ExampleFacts.plan([("A", "", "2026-02-20", "2026-03-02", "2026-03-08", "100", "2026-03-15", "")])
        let histories = Self.folded(facts)
        #expect(observe(SchedulePerformance(), histories, Self.context()).value == 1)
        // Planned for one week, done after two; the clock stopped then.
        #expect(observe(EarnedSchedule(), histories, Self.context()).value == -1)
    }

    @Test func `several measures have no common number`() {
        let facts = ExampleFacts().adding(
            .measurement,
            [
                ("1", ["measured_at": "2026-03-03"], [:], ["name": "users", "value": "10", "unit": "users"]),
                ("2", ["measured_at": "2026-03-04"], [:], ["name": "churn", "value": "-0.5", "unit": "%"]),
            ])
        let observation = observe(ProductMeasures(), Self.folded(facts), Self.context())
        #expect(observation.value == nil && observation.n == 2)
        #expect(observation.parts.map(\.name).prefix(1) == ["churn (%)"] && observation.parts.first?.observation.value == -0.5)
    }

    @Test func `numbers of another unit are another measure`() {
        let facts = ExampleFacts().adding(
            .measurement,
            [
                ("1", ["measured_at": "2026-02-20"], [:], ["name": "users", "value": "900", "unit": "users"]),
                ("2", ["measured_at": "2026-03-03"], [:], ["name": "users", "value": "950", "unit": "Users"]),
                ("3", ["measured_at": "2026-03-04"], [:], ["name": "users", "value": "0.9", "unit": "k users"]),
            ])
        let observation = observe(ProductMeasures(), Self.folded(facts), Self.context())
        #expect(observation.value == nil && observation.n == 2)
        let parts = observation.parts.map { "\($0.name): \($0.observation.value.map { "\($0)" } ?? "-")" }
        #expect(
            parts == [
                "users (k users): 0.9", "users (k users), before the window: -", "users (Users): 950.0",
                "users (Users), before the window: 900.0",
            ])
    }

    @Test func `nothing is said of metrics whose facts nobody brings`() {
        let none = fold(FactTables(), Interpretation(), now: Self.now)
        let families: Set<MetricFamily> = [.schedule, .outcome]
        for metric in Catalogue.metrics where families.contains(metric.definition.family) { #expect(!metric.concerns(none)) }
        let silent = Catalogue.metrics.filter { !$0.concerns(none) }.map(\.definition.id)
        #expect(silent.count == 24 && !silent.contains("release-frequency"))
        #expect(ChangeFailRate().concerns(Self.folded(Self.twoServices)))
    }
}
