import HoneMetrics
import Testing

@testable import HoneReport

@Suite struct MetricListTextTests {
    @Test func `each metric of the catalogue has one line of at most 80 columns`() {
        let definitions = Catalogue.metrics.map(\.definition)
        let lines = MetricListText(definitions, measurable: nil).text(width: 80).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        for definition in definitions {
            let own = lines.filter { $0.hasPrefix("     \(definition.id) ") }
            #expect(own.count == 1 && own.allSatisfy { $0.hasSuffix(definition.name) }, "\(definition.id)")
        }
        #expect(lines.count == definitions.count + Set(definitions.map(\.family)).count + 3)
        #expect(lines[0] == "FLOW" && lines.contains("TECHNICAL DEBT") && !lines.contains { $0.hasPrefix("  +") })
        #expect(lines.suffix(3).first == "After hone sync those that can be measured here are marked.")
    }

    @Test func `those that can be measured come first in their family, marked`() {
        let definitions = [LeadTime().definition, ReopenRate().definition, CycleTime().definition, Throughput().definition]
        let text = MetricListText(definitions, measurable: ["throughput", "cycle-time"]).text(width: 80)
        #expect(
            text == """
                FLOW
                  +  cycle-time   Cycle time
                  +  throughput   Throughput
                     lead-time    Lead time

                QUALITY
                     reopen-rate  Reopen rate

                + can be measured here; hone doctor says what the others need.
                One in full: hone metric explain lead-time
                The question that each answers: hone metric list --format markdown
                """, "\(text)")
    }
}
