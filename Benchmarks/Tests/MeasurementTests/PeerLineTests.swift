import Testing

@testable import Measurement

struct PeerLineTests {
    private let printed = """
        flow\tduckdb-2.0.0\tev-10000.csv\tload\t1\t0.304\t0.452\t0\t143\t0\t1.25\trows=60432
        flow\tduckdb-2.0.0\tev-10000.csv\titems\t1\t0.139\t0.194\t0\t173\t0\t1.25\titems=10000 finished=9156
        flow\tduckdb-2.0.0\tev-10000.csv\tthroughput\t1\t0.006\t0.005\t0\t174\t0\t1.25\tgroups=4236 sum=9156
        flow\tduckdb-2.0.0\tev-10000.csv\tpercentiles\t1\t0.024\t0.029\t0\t174\t0\t1.25\tsumlead=403882.964 sumcycle=111546.704
        flow\tduckdb-2.0.0\tev-10000.csv\tcfd\t1\t0.180\t0.342\t0\t211\t0\t1.25\tcells=7665 sum=5053318
        flow\tduckdb-2.0.0\tev-10000.csv\tage\t1\t0.008\t0.009\t0\t211\t0\t1.25\twip=74 sum=596.125
        """

    @Test func `a peer's lines become usages and sums`() throws {
        let lines = PeerLine.lines(in: printed)
        #expect(lines.count == 6)
        #expect(lines[0].usage == Usage(cpuSeconds: 0.452, wallSeconds: 0.304, peakMebibytes: 143))
        let answer = FlowAnswer(phases: lines)
        #expect(answer.isComplete)
        #expect(answer.difference(from: try #require(FlowAnswer.golden(items: 10_000))) == nil)
    }

    @Test func `a sum that differs is named`() throws {
        var answer = try #require(FlowAnswer.golden(items: 10_000))
        answer.open = 73
        #expect(answer.difference(from: try #require(FlowAnswer.golden(items: 10_000))) == "open items 73.0, expected 74.0")
        #expect(FlowAnswer.golden(items: 20_000) == nil)
    }

    @Test func `a line of columns names its row`() throws {
        let line = try #require(ColumnsLine("P5 recompute\t0.09\t0.05\t48\tfinished=9156 wip=74"))
        #expect(line.id == "P5")
        #expect(line.part == "recompute")
        #expect(FlowAnswer(check: line.check).finished == 9_156)
        #expect(ColumnsLine("P5\t0.09") == nil)
    }
}

struct RowVariantTests {
    private func written(_ kind: RowVariant.Kind, _ text: String, pieces: Int = 7) -> String {
        var variant = RowVariant(kind)
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            output += variant.bytes(for: Array(bytes[start..<min(bytes.count, start + pieces)]))
        }
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `every field is quoted, wherever a piece ends`() {
        #expect(written(.quoted, "item,at\nW1,2022-01-03\n") == "\"item\",\"at\"\n\"W1\",\"2022-01-03\"\n")
    }

    @Test func `of 33 rows one is short, one is long, one ends with a comma`() {
        let rows = (0..<66).map { "W\($0),bug,a\n" }.joined()
        let lines = written(.ragged, "item,type,at\n" + rows).split(separator: "\n").map(String.init)
        #expect(lines[0] == "item,type,at")
        #expect(lines[1] == "W0,bug,a,")
        #expect(lines[12] == "W11,bug,a,extra")
        #expect(lines[23] == "W22,bug")
        #expect(lines[24] == "W23,bug,a")
        #expect(lines.filter { $0.split(separator: ",").count == 2 }.count == RowVariant.shortRows(of: 66))
    }
}

struct ItemGroupingTests {
    @Test func `rows of one item stand together and keep their order`() {
        let text = "item,at\nW2,1\nW1,2\nW2,3\nW10,4\nW1,5\n"
        #expect(ItemGrouping.grouped(text) == "item,at\nW1,2\nW1,5\nW10,4\nW2,1\nW2,3\n")
        #expect(ItemGrouping.grouped("item,at\n") == "item,at\n")
    }
}

struct MadeUpTests {
    @Test func `a repository has as many commits as it was asked for, and is always the same`() {
        func stream() -> String {
            var text = ""
            var stream = RepositoryStream(commits: 120)
            stream.write { text += $0 }
            return text
        }
        let text = stream()
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("commit refs/heads/") }.count == 120)
        #expect(text.contains("\nmerge :"))
        #expect(text.contains("\nR "))
        #expect(text == stream())
    }

    @Test func `an event log has its dates in order`() {
        let lines = EventLog.csv(items: 200, seed: 7).split(separator: "\n").dropFirst()
        let dates = lines.compactMap { $0.split(separator: ",").last.map(String.init) }
        #expect(dates == dates.sorted())
        #expect(lines.count > 900)
        #expect(EventLog.text(1_709_251_199) == "2024-02-29T23:59:59Z")
    }
}
