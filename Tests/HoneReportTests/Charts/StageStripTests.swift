import HoneLoop
import Testing

@testable import HoneFacts
@testable import HoneReport

@Suite struct StageStripTests {
    static let stages = Sample.loop.now.stages

    @Test func `both drawings have a title and say in words what they show`() {
        for svg in [
            StageStrip(title: "Now", stages: Self.stages, largest: 400).node.rendered,
            StageStack(title: "Now", stages: Self.stages, largest: 200).node.rendered,
        ] {
            #expect(svg.contains("<title>Now</title>") && svg.contains("role=\"img\""))
            #expect(svg.contains("Review queue (team side) 52 h · waiting · n 119, none of 122 dropped out"))
            #expect(svg.contains("product side") && svg.contains("team side"))
            #expect(svg.components(of: "class=\"hatch\"") == 4 && svg.components(of: "class=\"accent\"") == 2)
        }
    }

    @Test func `a stage twice as long is twice as wide, and the tiniest is still seen`() {
        var stages = Array(Self.stages.prefix(3))
        (stages[0].median, stages[1].median, stages[2].median) = (200, 100, 0.01)
        stages[0].kind = .active
        stages[1].kind = .active
        stages[2].kind = .active
        let svg = StageStrip(title: "x", stages: stages, largest: 300).node.rendered
        let widths = svg.split(separator: "class=\"accent\"").dropFirst().compactMap { box in
            box.firstRange(of: "width=\"").flatMap { Double(box[$0.upperBound...].prefix { $0 != "\"" }) }
        }
        #expect(widths.count == 3)
        #expect(abs(widths[0] - 2 * widths[1]) < 0.2 && widths[2] == 3)
    }

    @Test func `labels that would meet stand on lines of their own`() {
        #expect(StripLabels([(0, ["aaaa"]), (300, ["bbbb"])]).levels == [0, 0])
        #expect(StripLabels([(0, ["aaaa"]), (300, ["bbbb"]), (303, ["cccc"])]).levels == [0, 1, 0])
    }

    @Test func `hatching stays inside its box`() {
        var stage = Self.stages[0]
        stage.median = 1
        for width in [3.0, 10, 200] {
            let svg = Tag.g(StageBox.nodes(stage, 100, 20, width, 34)).rendered
            let path = svg.split(separator: " d=\"").last?.prefix { $0 != "\"" } ?? ""
            let numbers = path.split { $0 == "M" || $0 == "L" || $0 == " " }.compactMap { Double($0) }
            #expect(!numbers.isEmpty)
            for (index, number) in numbers.enumerated() {
                #expect(index % 2 == 0 ? (99.9...100.1 + width).contains(number) : (19.9...54.1).contains(number))
            }
        }
    }
}
