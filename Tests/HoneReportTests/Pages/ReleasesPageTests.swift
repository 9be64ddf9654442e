import HoneFacts
import HoneLoop
import Testing

@testable import HoneReport

@Suite struct ReleasesPageTests {
    @Test func `the page, the terminal, the Markdown and the JSON are the recorded ones`() throws {
        try Snapshot.expect(ReleasesPage(Sample.releases).html, is: "releases.html")
        try Snapshot.expect(ReleasesText(Sample.releases, width: 80, isStyled: false).text + "\n", is: "releases.txt")
        try Snapshot.expect(ReleasesMarkdown(Sample.releases).text + "\n", is: "releases.md")
        try Snapshot.expect(ReleasesJSON(Sample.releases).json.pretty + "\n", is: "releases.json")
    }

    @Test func `every element is closed, and no id is given twice`() {
        for picture in [Sample.releases, Sample.noReleases] {
            let balance = TagBalance(ReleasesPage(picture).html)
            #expect(balance.problems == [] && Set(balance.ids).count == balance.ids.count)
        }
    }

    @Test func `each number has its n beside it, and what cannot be said has one reason`() {
        let words = ReleaseWords(Sample.releases)
        #expect(
            words.cells(Sample.releases.rows[0]).map(\.text)
                == ["31 d (n 42)", "42 (6.26 a week)", "12 % (n 42)", "– (left out 1 provisional)"])
        #expect(
            words.cells(Sample.releases.rows[1]).map(\.text)
                == ["too few (n 7)", "0", "10-60 % (n 7, too few kinds known)", "3 (n 1)"])
        #expect(words.gaps == ["Cycle time, reopen rate: no item says when work on it began.", "Rework: no line is counted."])
    }

    @Test func `changes to the default branch and the commits of their lead time are told apart`() throws {
        var column = try #require(Sample.releases.columns.first)
        (column.metric, column.isPercentile) = ("change-lead-time", true)
        let times = Sample.times("change-lead-time", n: 335, 20, 96, 240, mean: 44)
        #expect(ReleaseWords.cell(column, times).under == "n 335 commits")
        column.metric = "lead-time"
        #expect(ReleaseWords.cell(column, times).under == "n 335")
        let words = ReleaseWords(Sample.releases)
        #expect(words.sentence(Sample.releases.rows[0]).contains(": 1,204 changes to the default branch; 42 items"))
        #expect(words.notes.contains { $0.hasPrefix("A change to the default branch is a merge into it, or a commit made on it.") })
    }

    @Test func `what is not known to be open is not called nothing`() {
        let day = CalendarDay(number: 20_500)
        let undated = InheritedItems(lines: [], lastName: "v1", lastDay: day, since: .init("since v1"), undatedCount: 3)
        let nothing = "Nothing that is known to be open came in up to v1 of \(DayText.day(day)); 3 without a date are in no line."
        #expect(InheritedWords(undated).sentence == nothing)
        let noted = InheritedItems(
            lines: [.init("v1", debts: 1)], lastName: "v1", lastDay: day, since: .init("since v1"), undatedCount: 0, hasItems: false)
        let debt = "1 debt came in up to v1 of \(DayText.day(day)); no work item was read, so open ones are not known."
        #expect(InheritedWords(noted).sentence == debt)
    }

    @Test func `no trend is claimed over releases, and what is not shown is said`() {
        let text = ReleasesText(Sample.releases, width: 2_000, isStyled: false).text
        #expect(text.contains(ReleaseWords.noTrend) && text.contains("These are 2 of 37 days with a release"))
        for word in ["rises by", "falls by", "slope", "p 0."] { #expect(!text.contains(word)) }
    }

    @Test func `what is inherited adds up, and older releases are one line`() throws {
        let inherited = try #require(Sample.releases.inherited)
        let table = try #require(InheritedWords(inherited).table)
        #expect(table.headers == ["came in with", "open items", "bugs", "debts", "notes"])
        #expect(table.rows.count == 11 && table.rows.last?.first == "4 earlier")
        let sum = table.rows.compactMap { Int($0[1]) }.reduce(0, +)
        #expect(sum == inherited.lines.map(\.items).reduce(0, +) && sum == 87)
        #expect(InheritedWords(inherited).sentence.hasPrefix("87 open items came in up to v2.1 of 16 Nov 2026, 12 bugs among them; "))
    }

    @Test func `without a release the page says what to do, and nothing links to it`() {
        #expect(ReleasesPage(Sample.noReleases).isEmpty && !ReleasesPage(Sample.releases).isEmpty)
        #expect(ReleasesPage(Sample.noReleases).html.contains("releases, pattern"))
        #expect(ReleaseAnswer(Sample.noReleases).answer.text(width: 80, isStyled: false).contains("No release is known"))
        #expect(ReleaseWords(Sample.noReleases).unknown("9").contains("No release is known"))
        #expect(ReleaseWords(Sample.releases).unknown("9").hasPrefix("No release is called '9'. The last ones are shop-v2.1, "))
    }

    @Test(arguments: [40, 60, 80, 120])
    func `no line is wider than the terminal, and none ends in a space`(width: Int) {
        let texts = [
            ReleasesText(Sample.releases, width: width, isStyled: false).text,
            ReleaseAnswer(Sample.releases).answer.text(width: width, isStyled: false),
        ]
        for line in texts.flatMap({ $0.split(separator: "\n") }) { #expect(line.count <= width && line.last != " ", "\(line)") }
    }
}
