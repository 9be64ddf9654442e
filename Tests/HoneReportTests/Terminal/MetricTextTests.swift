import HoneMetrics
import Testing

@testable import HoneReport

@Suite struct MetricTextTests {
    @Test(arguments: Sample.definitions.map(\.id), [40, 80])
    func `no line is wider than the terminal`(id: String, width: Int) throws {
        let definition = try #require(Sample.definition(id))
        let texts = [
            ObservationText(Sample.observed(id), definition, width: width, isStyled: false).text,
            DefinitionText(definition, width: width, isStyled: false).text,
        ]
        for line in texts.flatMap({ $0.split(separator: "\n") }) { #expect(line.count <= width, "\(line)") }
    }

    @Test func `an observation with parts is the recorded one`() throws {
        let definition = try #require(Sample.definition("stage-time"))
        let text = ObservationText(Sample.observed("stage-time"), definition, width: 80, isStyled: false).text
        try Snapshot.expect(text + "\n", is: "observation.txt")
    }

    @Test func `an unavailable metric says why and what to do, and no number`() throws {
        let definition = try #require(Sample.definition("labour-per-bug-fix"))
        let text = ObservationText(Sample.observed("labour-per-bug-fix"), definition, width: 80, isStyled: false).text
        #expect(text.contains("No bug carries logged hours") && text.contains("> hone doctor"))
        #expect(!text.contains(" n ") && !text.contains("0 of 0"))
    }

    @Test func `a definition shows its worked examples with their answers`() throws {
        let text = DefinitionText(try #require(Sample.definition("lead-time")), width: 80, isStyled: false).text
        #expect(text.contains("= 5 d (n 3; left out: 1 no request date)"))
        #expect(text.contains("= 2 wd (n 1)"))
    }
}
