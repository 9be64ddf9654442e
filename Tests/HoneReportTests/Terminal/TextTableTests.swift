import Testing

@testable import HoneReport

@Suite struct TextTableTests {
    @Test func `columns are aligned`() {
        let table = TextTable(headers: ["metric", "n"], rows: [["lead-time", "128"], ["wip", "7"]], width: 80)
        #expect(table.text == "metric     n\nlead-time  128\nwip        7")
    }

    @Test func `numbers may stand at the right`() {
        #expect(
            TextTable(headers: ["a", "n"], rows: [["x", "128"], ["y", "7"]], width: 80, numeric: [1]).text == "a    n\nx  128\ny    7")
    }

    @Test func `the last column is wrapped under itself`() {
        let table = TextTable(headers: [], rows: [["a", "one two three four five six seven"]], width: 24)
        #expect(table.text == "a  one two three four\n   five six seven")
    }

    @Test func `a column gives way before a word of another one is broken`() {
        // 12 + 2 + 12 + 2 + 22 are 14 too many. The first has none to give; the others meet at 10.
        let table = TextTable(headers: [], rows: [["Requirements", "two five ten", "a last column of words"]], width: 36)
        #expect(table.text == "Requirements  two five    a last\n              ten         column of\n                          words")
    }

    @Test func `where words have to be broken a date stays whole`() {
        let table = TextTable(headers: [], rows: [["Requirements", "2026-01-23", "Acceptance"]], width: 30)
        #expect(table.text == "Requirem  2026-01-23  Acceptan\nents                  ce")
    }

    @Test func `a number keeps its sign at the end of a line`() {
        #expect(TextWrap.lines("a fall of 10 % and more", width: 12) == ["a fall of", "10 % and", "more"])
    }

    @Test func `sentences are broken under their beginning, each for itself`() {
        #expect(TextWrap.sentences("one two three\n  four five six", width: 9) == "one two\nthree\n  four\n  five\n  six")
        #expect(TextWrap.sentences("one\n\ntwo", width: 9) == "one\n\ntwo")
    }

    @Test(arguments: [20, 33, 80])
    func `nothing is cut off and no line is too wide`(width: Int) {
        let words = "word".repeated(60)
        let text = TextTable(headers: ["id", "long", "more"], rows: [["x".repeated(30), words, words]], width: width).text
        for line in text.split(separator: "\n") { #expect(line.count <= width) }
        #expect(text.filter { $0 == "x" }.count == 30)
        #expect(text.filter { $0 == "w" }.count == 120)
    }

    @Test func `letters outside ASCII count as one column`() {
        #expect(TextTable(headers: [], rows: [["é→·", "1"], ["abc", "2"]], width: 80).text == "é→·  1\nabc  2")
    }

    @Test func `an empty table is empty`() {
        #expect(TextTable(headers: [], rows: [], width: 80).text == "")
    }
}

extension String {
    func repeated(_ count: Int) -> String { String(repeating: self, count: count) }

    @Test func `what is wrapped stands as far in as where it begins`() {
        let table = TextTable(headers: [], rows: [["  knowledge concentration", "3"], ["  rework", "7 %"]], width: 22)
        #expect(table.text == "  knowledge        3\n  concentration\n  rework           7 %")
    }
}
