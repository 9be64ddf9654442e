import HoneFacts
import Testing

@testable import HoneConnectors

/// A product's own numbers, as a sheet has them: a row a week, a column a measure.
@Suite struct CSVMeasureTests {
    private static func columns(_ value: SettingsValue, _ more: [String: SettingsValue] = [:]) -> SettingsValue {
        .table(["date": .text("Week"), "value": value].merging(more) { $1 })
    }

    private func read(
        _ text: String, _ columns: SettingsValue = CSVMeasureTests.columns(.list([.text("Sign-ups"), .text("Churn")])),
        numberFormat: String? = nil, mask: @escaping @Sendable (String) -> String = { $0 }
    ) async throws -> CSVOutcome {
        let folder = try CSVFolder()
        try folder.write(text)
        var values: [String: SettingsValue] = ["fact": .text("measurement"), "columns": columns]
        values["number_format"] = numberFormat.map(SettingsValue.text)
        return try await folder.read(CSVSettings(values, path: "export.csv"), mask: mask)
    }

    private func numbers(_ outcome: CSVOutcome) async throws -> [String] {
        try await outcome.facts(.measurement).map { fact in
            [fact.values["name"], fact.values["value"]].map { if case .text(let text)? = $0 { text } else { "?" } }.joined(separator: " ")
        }
    }

    @Test func `each column of values is a measure of its own name`() async throws {
        let outcome = try await read("Week,Sign-ups,Churn,Remark\n2026-06-01,12,2.5,launch\n2026-06-08,15,3,\n")
        #expect(try await numbers(outcome) == ["Sign-ups 12.0", "Churn 2.5", "Sign-ups 15.0", "Churn 3.0"])
        #expect(outcome.codes.isEmpty && outcome.reading.notes == ["export.csv: 2 rows, 4 measurements."])
        #expect(try await Set(outcome.facts(.measurement).map(\.id)).count == 4)
    }

    @Test func `one column of values without a name is named by it too`() async throws {
        let outcome = try await read("Week,Sign-ups\n2026-06-01,12\n", Self.columns(.text("Sign-ups")))
        #expect(try await numbers(outcome) == ["Sign-ups 12.0"])
    }

    @Test func `a cell is missing, zero, or refused, and the rest of its row is used`() async throws {
        let outcome = try await read("Week,Sign-ups,Churn\n2026-06-01,,2\n2026-06-08,0,many\n2026-06-15,,\n2026-06-22,few,-\nsoon,1,2\n")
        #expect(try await numbers(outcome) == ["Churn 2.0", "Sign-ups 0.0"])
        // The rows of lines 4, 5 and 6 are not used; a date that is none is told once, not once a column.
        #expect(outcome.reading.diagnostics.filter { $0.severity == .skipped }.map(\.line) == [4, 5, 6])
        #expect(
            outcome.reading.diagnostics.filter { $0.severity == .note }.map { "\($0.line ?? 0) \($0.field ?? "")" } == [
                "3 Churn", "5 Sign-ups",
            ])
        #expect(outcome.reading.notes == ["export.csv: 5 rows, 2 measurements; 3 rows not used."])
    }

    @Test func `numbers are read as number_format says`() async throws {
        let text = "Week;Sign-ups;Churn\n2026-06-01;1,307;2.5\n2026-06-08;12,500;-1,000.5\n"
        #expect(
            try await numbers(read(text, numberFormat: "1,234.5")) == ["Sign-ups 1307.0", "Churn 2.5", "Sign-ups 12500.0", "Churn -1000.5"])
        let refused = try await read(text)
        #expect(try await numbers(refused) == ["Churn 2.5"])
        let grouped = refused.reading.diagnostics.first { $0.field == "Sign-ups" }
        #expect(grouped?.advice.contains("number_format: 1,234.5 or 1.234,5") == true)
        let other = try await read(text, numberFormat: "1.234,5")
        #expect(other.reading.diagnostics.first { $0.field == "Churn" }?.advice.contains("it is 1.234,5") == true)
    }

    @Test func `the sign of a unit beside a number is its unit`() async throws {
        let outcome = try await read(
            "Week;Sign-ups;Churn\n2026-06-01;$1,307.50;4.2%\n2026-06-08;-$12;\"3 €\"\n2026-06-15;%5;5 kg\n", numberFormat: "1,234.5")
        #expect(try await numbers(outcome) == ["Sign-ups 1307.5", "Churn 4.2", "Sign-ups -12.0", "Churn 3.0"])
        let units = try await outcome.facts(.measurement).map { $0.values["unit"] }
        #expect(units == [.text("$"), .text("%"), .text("$"), .text("€")])
        #expect(outcome.reading.diagnostics.filter { $0.severity == .skipped }.map(\.line) == [4])
        let guessed = try guess("Week,Revenue,Churn\n2026-06-01,\"$1,307\",4.2%\n")
        #expect(written(guessed) == ["date=Week", "value=Revenue", "value=Churn"] && guessed.numberFormat == "1,234.5")
    }

    @Test func `a number in brackets is below zero, and a word in brackets is none`() async throws {
        let outcome = try await read(
            "Week;Sign-ups;Churn\n2026-06-01;(5);($1,000.50)\n2026-06-08;(few);()\n", numberFormat: "1,234.5")
        #expect(try await numbers(outcome) == ["Sign-ups -5.0", "Churn -1000.5"])
        #expect(outcome.reading.diagnostics.filter { $0.severity == .skipped }.map(\.line) == [3])
    }

    @Test func `a point before three digits is thousands where other numbers have a decimal comma, and is asked for`() async throws {
        let text = "Week;Sign-ups;Churn\n2026-06-01;1.200;2,5\n2026-06-08;900;3\n2026-06-15;1.5;2\n"
        let outcome = try await read(text)
        #expect(try await numbers(outcome) == ["Churn 2.5", "Sign-ups 900.0", "Churn 3.0", "Sign-ups 1.5", "Churn 2.0"])
        #expect(outcome.reading.diagnostics.map { "\($0.line ?? 0) \($0.field ?? "")" } == ["2 Sign-ups"])
        #expect(outcome.reading.diagnostics[0].advice.contains("number_format: 1.234,5"))
        // Without a decimal comma in the file nothing speaks for thousands.
        #expect(try await numbers(read(text.replacing("2,5", with: "2.5"))).first == "Sign-ups 1.2")
        let guessed = try guess("Week;Sign-ups;Churn\n2026-06-01;1.200;2,5\n2026-06-08;900;3\n")
        #expect(guessed.numberFormat == "1.234,5")
    }

    @Test func `where semicolons stand between columns a point before three digits is asked for, and guessed as thousands`() async throws {
        let text = "Week;Sign-ups\n2026-06-01;1.200\n2026-06-08;999\n"
        let outcome = try await read(text, Self.columns(.text("Sign-ups")))
        #expect(try await numbers(outcome) == ["Sign-ups 999.0"])
        #expect(outcome.reading.diagnostics.map(\.line) == [2])
        #expect(outcome.reading.diagnostics[0].message.contains("semicolons stand between the columns"))
        let guessed = try guess(text)
        #expect(guessed.numberFormat == "1.234,5" && guessed.remarks.count == 1 && guessed.remarks[0].hasPrefix("1.200 in "))
        // 0.998 is no thousand, and commas between columns speak for points before decimals.
        for other in [text + "2026-06-15;0.998\n", text.replacing(";", with: ",")] {
            #expect(try await numbers(read(other, Self.columns(.text("Sign-ups")))).first == "Sign-ups 1.2")
            #expect(try guess(other).numberFormat == nil)
        }
    }

    @Test func `a line of sums at the end keeps no sheet from being read`() throws {
        let text = "Datum;Kunden\n01.03.2026;10\n08.03.2026;12\n15.03.2026;11\n"
        #expect(written(try guess(text)) == ["date=Datum", "value=Kunden"])
        #expect(written(try guess(text + "Summe;33\n")) == ["date=Datum", "value=Kunden"])
    }

    @Test func `a column with one odd value is named where it is left out`() throws {
        let guessed = try guess("date,revenue,users\n2026-01-01,100,3\n2026-01-02,about 500,4\n")
        #expect(written(guessed) == ["date=date", "value=users"])
        #expect(guessed.remarks.count == 1 && guessed.remarks[0].hasPrefix("revenue of ") && guessed.remarks[0].hasSuffix("are numbers."))
    }

    @Test func `a number of hours is read as number_format says`() async throws {
        let folder = try CSVFolder()
        try folder.write("ID,Hours\nA,\"1,200.5\"\n")
        let columns: SettingsValue = .table(["key": .text("ID"), "logged": .text("Hours")])
        let outcome = try await folder.read(
            CSVSettings(["columns": columns, "number_format": .text("1,234.5")], path: "export.csv"))
        #expect(try await outcome.facts(.item).first?.values["logged_seconds"] == .integer(4_321_800))
        #expect(outcome.codes.isEmpty)
    }

    @Test func `names in the header are masked where they are stored`() async throws {
        let outcome = try await read(
            "Week,Ann's deals\n2026-06-01,3\n", Self.columns(.text("Ann's deals")), mask: { $0.replacing("Ann", with: "•") })
        #expect(try await numbers(outcome) == ["•'s deals 3.0"])
    }

    @Test func `another list of columns, or another format, has the file read again`() async throws {
        func position(_ columns: SettingsValue, _ format: String?) throws -> String {
            var values: [String: SettingsValue] = ["fact": .text("measurement"), "columns": columns]
            values["number_format"] = format.map(SettingsValue.text)
            return CSVPosition(fingerprint: "f", settings: try CSVSettings(values, path: "a.csv"), zone: .utc, digest: .plain).text
        }
        let one = try position(Self.columns(.text("A")), nil)
        #expect(try one == position(Self.columns(.list([.text("A")])), nil))
        #expect(try one != position(Self.columns(.list([.text("A"), .text("B")])), nil))
        #expect(try one != position(Self.columns(.text("A")), "1,234.5"))
    }

    private func problem(_ columns: SettingsValue, fact: String = "measurement") -> String {
        do {
            _ = try CSVSettings(["fact": .text(fact), "columns": columns], path: "a.csv")
            return ""
        } catch {
            return error.description
        }
    }

    @Test func `a contradiction says what to write`() {
        let two = SettingsValue.list([.text("A"), .text("B")])
        #expect(problem(Self.columns(two, ["name": .text("N")])).contains("Leave name out"))
        #expect(problem(Self.columns(.list([.text("A"), .text("A")]))).contains("'A' is named twice"))
        #expect(problem(Self.columns(.list([]))).contains("No column is named"))
        #expect(problem(.table(["key": .text("K"), "finishedOn": two]), fact: "item").contains("only value takes several"))
        #expect(problem(.table(["key": .text("K"), "value": two]), fact: "item").contains("has no 'value'"))
    }

    @Test func `a column that is not there is named, and so is what is`() async throws {
        let outcome = try await read("Week,Sign-ups\n2026-06-01,12\n")
        #expect(outcome.codes == ["missing-column"])
        #expect(outcome.reading.diagnostics[0].field == "Churn" && outcome.reading.diagnostics[0].message.contains("'Sign-ups'"))
    }

    private func guess(_ text: String) throws -> CSVGuess {
        let folder = try CSVFolder()
        try folder.write(text, to: "growth.csv")
        return try CSVGuess(path: "growth.csv", directory: folder.path, delimiter: nil, encoding: nil)
    }

    private func written(_ guess: CSVGuess) -> [String] { guess.columns.map { "\($0.field)=\($0.column)" } }

    @Test func `a sheet of weeks and numbers is guessed`() throws {
        let sheet = try guess("Week,Sign-ups,Churn %,Remark\n01/06/2026,\"1,307\",2.5,launch\n15/06/2026,950,,\n")
        #expect(sheet.fact == "measurement" && written(sheet) == ["date=Week", "value=Sign-ups", "value=Churn %"])
        #expect(sheet.numberFormat == "1,234.5" && sheet.dateFormat == "dd/MM/yyyy")
        let long = try guess("metric,day,value,unit\nusers,2026-06-01,12,users\n")
        #expect(written(long) == ["name=metric", "date=day", "value=value", "unit=unit"] && long.numberFormat == nil)
    }

    @Test(arguments: [
        ("Month,Revenue\n2026-01,12\n2026-02,13\n", "yyyy-MM"), ("Quartal;Umsatz\nQ4 2025;12\nQ1 2026;13\n", "'Q'Q yyyy"),
        ("Week,Tickets\n2026-W01,12\n2026-W02,13\n", "yyyy-'W'ww"), ("KW;Tickets\nKW 1 2026;12\nKW 2 2026;13\n", "'KW' w yyyy"),
        ("Month,Revenue\nJan 2026,12\nFeb 2026,(13)\nMar 2026,4\nTotal,3\n", "MMM yyyy"),
    ]) func `a sheet of months, quarters or weeks is guessed, and its numbers are of their last days`(_ text: String, _ format: String)
        throws
    {
        let sheet = try guess(text)
        #expect(sheet.fact == "measurement" && sheet.dateFormat == format && sheet.dateRemarks.count == 1)
    }

    @Test func `a comma before three digits is decimal where a zero stands before one`() throws {
        let decimal = try guess("Woche;Dauer\n2026-06-01;1,125\n2026-06-08;0,250\n2026-06-15;2,375\n")
        #expect(decimal.numberFormat == "1.234,5" || decimal.numberFormat == nil)
        let thousands = try guess("Week;Sign-ups\n2026-06-01;1,307\n2026-06-08;12,500\n")
        #expect(
            thousands.numberFormat == "1,234.5" && thousands.remarks.contains { $0.hasPrefix("1,307 in growth.csv is read with a comma") })
    }

    @Test func `codes of money and other minuses are read, and a column that is not is named`() throws {
        let sheet = try guess("Month,Revenue,Loss,Note\n2026-01,\"EUR 1,000\",−5,v1\n2026-02,\"1,200 EUR\",- 7,v2\n")
        #expect(written(sheet) == ["date=Month", "value=Revenue", "value=Loss"])
        #expect(sheet.remarks.contains { $0.hasPrefix("Note of growth.csv is not read") })
    }

    @Test func `only numbers of the product can be of whole months`() {
        #expect(throws: CSVSettingsError.self) {
            try CSVSettings(csv: "items.csv", columns: ["key": "id", "finishedOn": "Done"], dateFormat: "yyyy-MM")
        }
    }

    @Test func `a list of issues is no sheet of numbers`() throws {
        for text in [
            "ID,Date,Title,State\n1,2026-06-01,Login,Done\n", "Date,Assignee,Reviewer\n2026-06-01,A,B\n",
            "ID,Created,Closed\n1,2026-06-01,2026-06-03\n",
            "Week,Points\nfirst,3\n", "Week\n2026-06-01\n", "Item,At,Status\n1,2026-06-01,Done\n",
        ] {
            #expect((try? guess(text))?.fact == nil, "\(text)")
        }
    }
}
