import HoneFacts
import Testing

@testable import HoneConnectors

/// Plain tables read column by column: a number, a day, or a refusal with its line.
@Suite struct NumberTableTests {
    private func table(_ text: String, name: String = "s.csv") throws -> NumberTable {
        let folder = try CSVFolder()
        try folder.write(text, to: name)
        return try NumberTable(path: name, directory: folder.path)
    }

    private func refusal(_ work: () throws -> Void) -> String {
        do { try work() } catch let error as NumberTableError { return error.description } catch { return "another error" }
        return "none"
    }

    @Test(
        arguments: [
            ("1", 1), ("-1234.5", -1234.5), ("1e-3", 0.001), ("+2", 2), (".5", 0.5), ("1,5", 1.5), ("-0,25", -0.25), ("1234,5", 1234.5),
            ("1,234", nil), ("0x10", nil), ("inf", nil), ("nan", nil), ("1e999", nil), ("1 234", nil), ("12%", nil), ("-", nil), ("", nil),
            ("1,2,3", nil), ("--1", nil), ("e", nil), ("2026-11-22", nil),
        ] as [(String, Double?)])
    func `a number is one as programs and people write it`(text: String, value: Double?) {
        #expect(PlainNumber.value(text) == value)
    }

    @Test func `the only numeric column is the one that is meant`() throws {
        let table = try table("day,minutes,by\n2026-01-01,3,ann\n2026-01-02,4.5,bob\n")
        #expect(try table.valueColumn(named: nil) == 1)
        #expect(try table.numbers(1) == [3, 4.5])
        #expect(try table.dayColumn(named: nil, format: nil) == 0)
        #expect(try table.days(0, zone: .utc, format: nil).compactMap { $0?.description } == ["2026-01-01", "2026-01-02"])
    }

    @Test func `a line of sums at the end is refused, and a series of that name is not`() throws {
        #expect(
            refusal { _ = try table("month,bugs\nMay,3\nJune,4\nTotal:,7\n") }.contains(
                "s.csv:4, column month: The last row is a line of sums"))
        #expect(try table("of,bugs\ntotal,3\nui,4\ntotal,7\n").numbers(1) == [3, 4, 7])
    }

    @Test func `names are found without regard to case and signs`() throws {
        let table = try table("Lead Time,n\n3,1\n")
        #expect(try table.valueColumn(named: "lead_time") == 0)
        #expect(
            refusal { _ = try table.valueColumn(named: "led time") }
                == "s.csv:1, column led time: There is no such column. Did you mean 'Lead Time'?")
        #expect(refusal { _ = try table.valueColumn(named: nil) }.contains("Several columns hold numbers: Lead Time, n."))
    }

    @Test func `numbers without a header are a column named 1`() throws {
        let table = try table("4\n5\n6\n")
        #expect(table.names == ["1"])
        #expect(try table.numbers(table.valueColumn(named: nil)) == [4, 5, 6])
    }

    @Test func `the first cell that is no number is named with its line, and a name is not quoted`() throws {
        let table = try table("value\n1\n\n2\n3x\n4\n")
        #expect(
            refusal { _ = try table.numbers(table.valueColumn(named: nil)) }
                == "s.csv:5, column value: '3x' is not a number. Write plain numbers such as 1234.5, or say how they are written: --number-format 1,234.5."
        )
        let other = try self.table("value\n1\n2\nZebulon\n")
        #expect(refusal { _ = try other.numbers(0) }.contains("s.csv:4, column value: A text without digits is not a number."))
    }

    @Test func `blank cells are none, and whole numbers are whole`() throws {
        let table = try table("a,b\n1,\n,2\nn/a,3\n-,2.5\n5\n")
        #expect(try table.numbers(0) == [1, nil, nil, nil, 5])
        #expect(refusal { _ = try table.wholeNumbers(1) }.contains("s.csv:5, column b: '2.5' is not a whole number."))
    }

    @Test func `damaged rows are refused with their line`() throws {
        #expect(refusal { _ = try table("a\n1\n2,3\n") }.contains("s.csv:3: The row has 2 fields, the header 1."))
        #expect(try table("a\n1,\n2,\n").numbers(0) == [1, 2])
        #expect(refusal { _ = try table("a\n1\n\"2\n") }.contains("A quote is never closed."))
        #expect(refusal { _ = try table("") }.contains("The file is empty."))
        #expect(refusal { _ = try NumberTable(path: "none.csv", directory: "/") }.contains("There is no such file."))
    }

    @Test func `dates are read in the zone and by the pattern`() throws {
        let table = try table("when;v\n31/12/2026;1\n01/01/2027;2\n")
        let format = try DateFormat(pattern: "dd/MM/yyyy")
        #expect(try table.dayColumn(named: nil, format: format) == 0)
        #expect(try table.days(0, zone: .utc, format: format).compactMap { $0?.description } == ["2026-12-31", "2027-01-01"])
        #expect(refusal { _ = try table.days(0, zone: .utc, format: nil) }.contains("s.csv:2, column when: '31/12/2026' is not a date."))
        #expect(refusal { _ = try table.dayColumn(named: nil, format: nil) }.contains("No column holds dates only."))
        let east = ZoneTable(name: "East", changes: [(0, 7_200)])
        let late = try self.table("at,v\n2026-03-01T23:30:00Z,1\n")
        #expect(try late.days(0, zone: east, format: nil).first??.description == "2026-03-02")
    }
}
