import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct CatalogueTests {
    static let examples: [(id: String, number: Int)] = Catalogue.metrics.flatMap { metric in
        metric.definition.examples.indices.map { (metric.definition.id, $0) }
    }

    @Test(arguments: examples)
    func `every worked example gives its number`(id: String, number: Int) throws {
        let metric = try #require(Catalogue.metric(id))
        let example = metric.definition.examples[number]
        let histories = example.facts.histories(example.interpretation, now: example.now)
        let context = MeasureContext(
            interpretation: example.interpretation, window: example.window, options: example.options, now: example.now)
        let observation = observe(metric, histories, context)
        #expect(observation.isAvailable)
        #expect(observation.n == example.n)
        #expect(observation.excluded == example.excluded)
        #expect(observation.n + observation.excluded.values.reduce(0, +) == observation.eligible)
        switch (observation.value, example.expected) {
        case (let value?, let expected?): #expect(abs(value - expected) < 1e-9, "\(example.text)")
        case (let value, let expected): #expect(value == expected, "\(example.text)")
        }
    }

    @Test func `every metric has an example, a citation, a misuse and a guard that exists`() {
        for metric in Catalogue.metrics {
            let definition = metric.definition
            #expect(!definition.examples.isEmpty, "\(definition.id)")
            #expect(!definition.citations.isEmpty, "\(definition.id)")
            #expect(!definition.misuse.isEmpty, "\(definition.id)")
            for guardID in definition.guards { #expect(Catalogue.metric(guardID) != nil, "\(definition.id) guards with \(guardID)") }
        }
        #expect(Set(Catalogue.metrics.map(\.definition.id)).count == Catalogue.metrics.count)
    }

    @Test(arguments: Catalogue.metrics.map(\.definition.id))
    func `an empty history is undefined and says why`(id: String) throws {
        let metric = try #require(Catalogue.metric(id))
        let window = Window(from: CalendarDay(number: 20_000), to: CalendarDay(number: 20_100))
        let interpretation = Interpretation.board
        let histories = fold(FactTables(), interpretation, now: 20_100 * 86_400)
        let observation = observe(metric, histories, MeasureContext(interpretation: interpretation, window: window, now: 20_100 * 86_400))
        #expect(observation.value == nil)
        #expect(observation.unavailableReason?.isEmpty == false)
    }

    @Test func `a misspelled id gets the nearest ones`() {
        #expect(Catalogue.suggestions(for: "leadtime").first == "lead-time")
        #expect(Catalogue.suggestions(for: "q").isEmpty)
    }
}
