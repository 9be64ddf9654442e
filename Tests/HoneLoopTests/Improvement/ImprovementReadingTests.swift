import HoneFacts
import HoneMetrics
import HoneStatistics
import Testing

@testable import HoneLoop

/// Items finished at a steady rate whose cycle time changes on a day, and the improvements that are measured on them.
@Suite struct ImprovementReadingTests {
    /// A Monday.
    static let start = CalendarDay(iso: "2025-01-06") ?? CalendarDay(number: 0)

    /// Seven items a week over `weeks`; from the week `changed` on each takes `after` days instead of `before`, give or take two.
    /// - Parameter unnamed: a status that no stage names, which items come into from that week on.
    static func evidence(
        weeks: Int = 80, changed: Int = 60, before: Int = 10, after: Int, product: Product? = nil, unnamed: String? = nil
    ) -> EffectEvidence {
        var dice = SplitMix64(seed: 11)
        let items = (0..<weeks * 7).map { number -> (String, String, String, String, String) in
            let finished = start + number
            let took = (number / 7 >= changed ? after : before) + Int.random(in: -2...2, using: &dice)
            let started = (finished + -took).description
            return ("K\(number)", "feature", started, started, finished.description)
        }
        let now = (Instant(iso: "\(start + weeks * 7)T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let interpretation = Interpretation.board
        let moves = (unnamed == nil ? [] : items.dropFirst(changed * 7)).map { item in
            (
                id: "m\(item.0)", dates: ["changed_at": "\(item.3)T12:00:00Z"], integers: [String: Int64](),
                texts: ["item": item.0, "status": unnamed ?? ""]
            )
        }
        return EffectEvidence(
            fold(ExampleFacts.items(items).adding(.transition, moves).tables, interpretation, now: now), interpretation,
            product ?? Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban)]), now: now)
    }

    static func terms(_ looks: ImprovementTerms.Looks = .single, metric: String = "cycle-time") -> ImprovementTerms {
        ImprovementTerms(
            hypothesis: "less waiting",
            measure: EffectMeasure(
                metric: metric, definitionVersion: Catalogue.metric(metric)?.definition.version ?? 0, kind: .durations, better: .lower),
            expected: 0.2...0.5, smallest: 0.1,
            guarding: EffectMeasure(metric: "throughput", definitionVersion: 1, kind: .counts, better: .higher), looks: looks)
    }

    /// Improvements in force on the given days.
    static func improvements(_ days: [CalendarDay], _ terms: ImprovementTerms = terms()) -> [Improvement] {
        var record = ImprovementRecord()
        for (number, day) in days.enumerated() {
            let id = "n\(number)"
            for decision in [
                Decision(.note, decidedAt: 0, text: "change \(number)"),
                Decision(.shapeImprovement, decidedAt: 1, subject: id, details: ImprovementShape(kind: .process).details),
                Decision(.commitImprovement, decidedAt: 2, subject: id, details: terms.details),
                Decision(.putInForce, decidedAt: 3, subject: id, until: day),
            ] { _ = record.take(decision, id: id) }
        }
        return record.improvements
    }

    static func reading(_ improvement: Improvement, _ all: [Improvement], _ evidence: EffectEvidence) throws -> ImprovementReading {
        try #require(ImprovementReading(improvement, among: all, evidence))
    }

    @Test func `what got shorter is better, and a throughput that stays holds the guard or is not known`() throws {
        let evidence = Self.evidence(after: 5)
        let all = Self.improvements([Self.start + 60 * 7])
        let reading = try Self.reading(all[0], all, evidence)
        #expect(reading.progress == .look(.single))
        #expect(reading.effect?.reading.effect == .better)
        #expect(reading.guardState != .broken)
        #expect(reading.recorded?.effect == .better && reading.recorded?.look == .single)
    }

    @Test func `what did not change is not called better, what got longer is worse`() throws {
        let all = Self.improvements([Self.start + 60 * 7])
        let same = try Self.reading(all[0], all, Self.evidence(after: 10))
        #expect(same.effect?.reading.effect == .noMeaningfulChange || same.effect?.reading.effect == .undetermined)
        #expect(try Self.reading(all[0], all, Self.evidence(after: 18)).effect?.reading.effect == .worse)
    }

    @Test(arguments: [(0, nil), (6, nil), (7, EffectTerms.Look.early), (12, .early), (13, .final)] as [(Int, EffectTerms.Look?)])
    func `nobody looks before the look is due`(weeksSince: Int, look: EffectTerms.Look?) throws {
        let evidence = Self.evidence(after: 5)
        let since = Self.start + (80 - weeksSince) * 7
        let twice = Self.improvements([since], Self.terms(.earlyAndFinal))
        let reading = try Self.reading(twice[0], twice, evidence)
        if let look {
            #expect(reading.progress == .look(look))
        } else {
            #expect(reading.effect == nil && reading.recorded == nil)
        }
        let once = Self.improvements([since])
        #expect((try Self.reading(once[0], once, evidence).effect != nil) == (weeksSince >= 13))
    }

    @Test func `two that are measured on one number in the same weeks confound each other`() throws {
        let evidence = Self.evidence(after: 5)
        let all = Self.improvements([Self.start + 60 * 7, Self.start + 64 * 7])
        for improvement in all {
            let reading = try Self.reading(improvement, all, evidence)
            #expect(reading.effect?.reading.effect == .confounded)
            #expect(reading.effect?.reading.confounders.count == 1)
        }
        let apart = Self.improvements([Self.start + 40 * 7, Self.start + 60 * 7])
        #expect(try Self.reading(apart[1], apart, evidence).effect?.reading.effect == .better)
    }

    @Test func `a status without a stage that came up in these weeks is named`() throws {
        let all = Self.improvements([Self.start + 60 * 7])
        let reading = try Self.reading(all[0], all, Self.evidence(after: 5, unnamed: "Code review"))
        #expect(reading.effect?.reading.effect == .confounded)
        let confounder = "the status \"Code review\", which no stage of hone.yaml names (entered "
        #expect(reading.effect?.reading.confounders.first?.hasPrefix(confounder) == true, "\(reading.effect?.reading.confounders ?? [])")
        // One that was there all along changes nothing.
        let old = try Self.reading(all[0], all, Self.evidence(changed: 0, after: 5, unnamed: "Code review"))
        #expect(old.effect?.reading.confounders == [])
    }

    @Test func `a life cycle or a definition that changed in these weeks is named`() throws {
        let changed = Product(
            name: "Alloy",
            lifeCycles: [LifeCyclePeriod(kind: .scrum), LifeCyclePeriod(kind: .kanban, from: Self.start + 65 * 7)])
        let all = Self.improvements([Self.start + 60 * 7])
        let reading = try Self.reading(all[0], all, Self.evidence(after: 5, product: changed))
        #expect(reading.effect?.reading.effect == .confounded)
        #expect(reading.effect?.reading.confounders.first?.contains("Kanban") ?? false)
        let old = ImprovementTerms(
            hypothesis: "x", measure: EffectMeasure(metric: "cycle-time", definitionVersion: 99, kind: .durations, better: .lower),
            expected: 0.1...0.2, smallest: 0.1, guarding: Self.terms().guarding)
        let other = Self.improvements([Self.start + 60 * 7], old)
        #expect(
            try Self.reading(other[0], other, Self.evidence(after: 5)).effect?.reading.confounders.first?.contains("version 99") ?? false)
    }

    /// A product that went from Scrum to Kanban at the beginning of a week.
    static func switched(week: Int) -> Product {
        Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .scrum), LifeCyclePeriod(kind: .kanban, from: start + week * 7)])
    }

    @Test func `what was before a change of life cycle is no history of an action after it`() throws {
        let all = Self.improvements([Self.start + 60 * 7])
        for (week, weeks) in [(30, 30), (48, 12)] {
            let effect = try #require(try Self.reading(all[0], all, Self.evidence(after: 5, product: Self.switched(week: week))).effect)
            #expect(effect.reading.before.weeks.count == weeks && effect.reading.effect == .better)
            #expect(effect.sentence.contains(" Only what came after the change to Kanban on "))
        }
        // One that is longer ago than the 52 weeks of history changes nothing in it.
        let whole = try #require(try Self.reading(all[0], all, Self.evidence(after: 5)).effect)
        let old = try #require(try Self.reading(all[0], all, Self.evidence(after: 5, product: Self.switched(week: 7))).effect)
        #expect(old.reading.before == whole.reading.before && old.reading.size == whole.reading.size && !old.sentence.contains("Only"))
        // Nor does one before the first record of a history that is shorter.
        let young = Self.improvements([Self.start + 30 * 7])
        let begun = try #require(try Self.reading(young[0], young, Self.evidence(after: 5, product: Self.switched(week: -5))).effect)
        let plain = try #require(try Self.reading(young[0], young, Self.evidence(after: 5)).effect)
        #expect(begun.reading.before == plain.reading.before, "\(begun.reading.before.weeks.count) \(plain.reading.before.weeks.count)")
        #expect((12..<52).contains(begun.reading.before.weeks.count) && !begun.sentence.contains("Only"), "\(begun.sentence)")
        let short = try #require(try Self.reading(all[0], all, Self.evidence(after: 5, product: Self.switched(week: 49))).effect)
        #expect(short.reading.effect == .tooLittleData)
        #expect(short.sentence.hasPrefix("Too little data: 11 whole weeks before "), "\(short.sentence)")
        // In the week of the change itself there is no history at all, and the first period of a product is no change.
        let late = Product(
            name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .scrum), LifeCyclePeriod(kind: .kanban, from: Self.start + 60 * 7 + 1)])
        let inside = Self.improvements([Self.start + 60 * 7 + 2])
        #expect(try Self.reading(inside[0], inside, Self.evidence(after: 5, product: late)).effect?.reading.effect == .tooLittleData)
        let first = Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .kanban, from: Self.start + 65 * 7)])
        #expect(try Self.reading(all[0], all, Self.evidence(after: 5, product: first)).effect?.reading.effect == .better)
    }

    @Test func `a preview says that a change of life cycle took its history`() throws {
        let improvement = try #require(Self.bet)
        var draft = ImprovementDraft()
        (draft.metric, draft.better) = ("cycle-time", .lower)
        let preview = try draft.preview(improvement, Self.evidence(after: 10, product: Self.switched(week: 75)))
        #expect(
            preview.weeks == 5 && preview.sentences[0].contains("Only what came after the change to Kanban on 15 Jun 2026 is compared."))
        #expect(try draft.preview(improvement, Self.evidence(after: 10)).weeks == 52)
    }

    @Test func `a draft says everything that is missing at once, and what it could show`() throws {
        let evidence = Self.evidence(after: 10)
        let noted = Self.improvements([])
        #expect(noted.isEmpty)
        var record = ImprovementRecord()
        _ = record.take(Decision(.note, decidedAt: 0, text: "slow"), id: "n")
        let improvement = try #require(record.improvements.first)
        let agreements = Agreements([Decision(.note, decidedAt: 0, text: "slow")])
        do {
            _ = try ImprovementDraft().terms(improvement, agreements, evidence)
            Issue.record("nothing was missing")
        } catch {
            #expect(error.sentences.count == 4, "\(error.sentences)")
        }
        var draft = ImprovementDraft()
        (draft.hypothesis, draft.metric, draft.expected, draft.guardMetric) = ("less waiting", "cycle-time", "20-40 %", "reopen-rate")
        do {
            _ = try draft.terms(improvement, agreements, evidence)
            Issue.record("reopened items are not known here")
        } catch {
            #expect(error.sentences.count == 1 && error.sentences[0].hasPrefix("--guard"), "\(error.sentences)")
        }
        (draft.guardMetric, draft.guardBetter) = ("throughput", .higher)
        let terms = try draft.terms(improvement, agreements, evidence)
        #expect(terms.expected == 0.2...0.4 && terms.smallest == 0.1 && terms.measure.kind == .durations)
        let visible = try #require(terms.smallestVisible)
        #expect(visible > 0 && visible < 0.5)
        draft.metric = "wip"
        do {
            _ = try draft.terms(improvement, agreements, evidence)
            Issue.record("a level has no values by week")
        } catch {
            #expect(error.sentences[0].contains("one number at one time"), "\(error.sentences)")
            // What is proposed instead can be measured here.
            #expect(error.sentences[0].hasSuffix("here such as cycle-time, throughput."), "\(error.sentences)")
        }
    }

    @Test(arguments: [("10 %", 0.1), ("0.5%", 0.005), ("150 %", nil), ("0 %", nil), ("ten", nil), ("10 d", nil)] as [(String, Double?)])
    func `sizes are read as people write them`(text: String, size: Double?) {
        #expect(EffectSizes(.durations, .lower).size(text) == size)
    }

    @Test func `ranges are read as people write them`() {
        #expect(EffectSizes(.durations, .lower).range("10-30 %") == 0.1...0.3)
        #expect(EffectSizes(.shares, .higher).range("5-15 points") == 0.05...0.15)
        #expect(EffectSizes(.counts, .higher).range("50-150 %") == 0.5...1.5)
        #expect(EffectSizes(.durations, .lower).range("30-10 %") == nil)
        #expect(EffectSizes(.durations, .lower).range("20 %") == 0.2...0.2)
    }

    /// Items until January, and a measure of the product each Monday until May.
    static var measured: EffectEvidence {
        let monday = CalendarDay(iso: "2025-09-01") ?? CalendarDay(number: 0)
        let measures = (0..<39).map { number -> (String, [String: String], [String: Int64], [String: String]) in
            (
                "M\(number)", ["measured_at": (monday + 7 * number).description], [:],
                ["name": "readers", "value": "\(30 + number % 3)", "unit": "%"]
            )
        }
        let facts = ExampleFacts.items([("A", "feature", "2025-12-01", "2025-12-01", "2026-01-31")]).adding(.measurement, measures)
        let now = (Instant(iso: "2026-05-27T12:00:00Z") ?? Instant(seconds: 0)).seconds
        let product = Product(name: "Alloy", lifeCycles: [LifeCyclePeriod(kind: .leanStartup)])
        return EffectEvidence(fold(facts.tables, Interpretation.board, now: now), Interpretation.board, product, now: now)
    }

    @Test func `a measure of the product goes on where nothing is finished, and an early look at too few of its values is refused`() throws
    {
        let evidence = Self.measured
        #expect(evidence.covered(by: "throughput").to == CalendarDay(iso: "2026-02-01"))
        #expect(evidence.covered(by: "product-measures") == Window(from: try #require(CalendarDay(iso: "2025-09-01")), to: evidence.today))
        let measure = EffectMeasure(metric: "product-measures", definitionVersion: 1, part: "readers", kind: .durations, better: .higher)
        #expect(evidence.unit(of: measure) == "%" && ImprovementWords.name(measure) == "readers")
        // Whole weeks from 1 September to 24 May: 38, one value each.
        #expect(evidence.record(measure)?.series.items == Array(repeating: 1, count: 38))

        let bet = try #require(Self.bet)
        var draft = ImprovementDraft()
        (draft.hypothesis, draft.metric, draft.part, draft.better) = ("a guide", "product-measures", "readers", .higher)
        (draft.expected, draft.guardMetric, draft.guardBetter, draft.looks) = ("10-20 %", "throughput", .higher, .earlyAndFinal)
        let refusal = #expect(throws: Refusal.self) { try draft.terms(bet, Agreements([]), evidence) }
        #expect(refusal?.sentences.count == 1 && refusal?.sentences[0].contains("takes 8 values, and the last 6 weeks") == true)
        draft.looks = .single
        #expect(try draft.terms(bet, Agreements([]), evidence).looks == .single)
    }

    static var bet: Improvement? {
        Agreements([Decision(.note, decidedAt: 0, text: "a guide")]).improvements.first
    }
}
