import HoneFacts
import HoneLoop
import Testing

@testable import HoneReport

@Suite struct LoopTextTests {
    @Test func `the terminal page is the recorded one`() throws {
        try Snapshot.expect(LoopText(Sample.loop, width: 80, isStyled: false).text + "\n", is: "loop.txt")
        try Snapshot.expect(LoopText(Sample.datedLoop, width: 80, isStyled: false).text + "\n", is: "loop-dates.txt")
    }

    @Test func `the Markdown page is the recorded one`() throws {
        try Snapshot.expect(LoopMarkdown(Sample.loop).text + "\n", is: "loop.md")
        #expect(!LoopMarkdown(Sample.hostileLoop).text.contains("<script"))
    }

    @Test func `the JSON is the recorded one`() throws {
        try Snapshot.expect(LoopJSON(Sample.datedLoop).json.pretty + "\n", is: "loop.json")
    }

    @Test(arguments: 0..<4, [40, 50, 64, 80, 120, 200])
    func `no line is wider than the terminal, and none ends in a space`(number: Int, width: Int) {
        for line in LoopText(Sample.loops[number], width: width, isStyled: false).text.split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
            #expect(line.last != " ", "\(line)")
        }
    }

    @Test func `style is off unless it is asked for, and cannot come in with the evidence`() {
        let escape: Character = "\u{1b}"
        for picture in Sample.loops { #expect(!LoopText(picture, width: 80, isStyled: false).text.contains(escape)) }
        #expect(LoopText(Sample.loop, width: 80, isStyled: true).text.contains("\u{1b}[1mBottleneck: Review queue. "))
    }

    @Test func `waiting is drawn light and work full, in the same proportion`() {
        var stage = Sample.loop.now.stages[0]
        stage.median = 10
        #expect(StageBar.text(stage, largest: 20, cells: 8) == "░░░░")
        stage.kind = .active
        #expect(StageBar.text(stage, largest: 40, cells: 8) == "██")
        #expect(StageBar.text(stage, largest: 4000, cells: 8) == "█")
        stage.median = nil
        #expect(StageBar.text(stage, largest: 40, cells: 8).isEmpty)
    }
}
