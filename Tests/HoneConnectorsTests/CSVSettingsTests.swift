import HoneFacts
import Testing

@testable import HoneConnectors

@Suite struct CSVSettingsTests {
    private func problem(_ make: () throws -> CSVSettings) throws -> String {
        do {
            _ = try make()
        } catch let error as CSVSettingsError {
            return error.description
        }
        return ""
    }

    @Test func `fields have their names, snake case and two older words`() throws {
        let settings = try CSVSettings(
            csv: "a.csv",
            columns: ["key": "ID", "type": "Kind", "team": "Squad", "requested_on": "A", "startedOn": "B", "finished_on": "C"])
        #expect(settings.columns == [.key: "ID", .kind: "Kind", .stream: "Squad", .requestedOn: "A", .startedOn: "B", .finishedOn: "C"])
        #expect(settings.shape == .item)
        #expect(!settings.numbersRows)
    }

    @Test func `a status and its date make transitions unless the shape says otherwise`() throws {
        let columns = ["key": "item", "status": "status", "changed_on": "when"]
        #expect(try CSVSettings(csv: "a.csv", columns: columns).shape == .transition)
        #expect(try problem { try CSVSettings(csv: "a.csv", shape: "item", columns: columns) }.contains("has no 'changedOn'"))
    }

    @Test func `an unknown field lists the known ones`() throws {
        let text = try problem { try CSVSettings(csv: "a.csv", columns: ["key": "ID", "owner": "Owner"]) }
        #expect(text.contains("no field 'owner'"))
        #expect(text.contains("requestedOn, startedOn, finishedOn"))
    }

    @Test func `what contradicts itself is an error that says what to write`() throws {
        #expect(try problem { try CSVSettings(csv: "a", columns: ["title": "T"]) }.contains("needs 'key'"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": " "]) }.contains("No column is named"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "K", "kind": "A", "type": "B"]) }.contains("mapped twice"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "#", "status": "S", "changedOn": "C"]) }.contains("columns.key"))
        #expect(try problem { try CSVSettings(csv: "a", shape: "event", columns: ["key": "K"]) }.contains("item or transition"))
        #expect(try problem { try CSVSettings(csv: "a", shape: "transition", columns: ["key": "K"]) }.contains("needs 'status'"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "K"], dateFormat: "DD/MM/YYYY") }.contains("date_format"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "K"], encoding: "morse") }.contains("windows-1252"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "K"], delimiter: "::") }.contains("delimiter"))
        let both: [String: SettingsValue] = [
            "columns": .table(["key": .text("K")]),
            "found": .table(["before": .list([.text("Test"), .text("QA")]), "after": .list([.text("qa")])]),
        ]
        #expect(try problem { try CSVSettings(both, path: "a") }.contains("'qa' stands for before and for after"))
    }

    @Test func `a column of people is no stream and no kind, since numbers are told by those`() throws {
        for (field, column) in [
            ("stream", "Assignee"), ("team", "Assigned To"), ("kind", "PR author"), ("type", "reporter"), ("labels", "Owners"),
        ] {
            let text = try problem { try CSVSettings(csv: "a", columns: ["key": "K", field: column]) }
            #expect(text.contains("'\(column)' names people") && text.contains("hone decision record asked-for-people-data"), "\(text)")
        }
        let join = SettingsValue.table(["csv": .text("b.csv"), "key": .text("K"), "columns": .table(["stream": .text("Owner")])])
        let values: [String: SettingsValue] = ["csv": .text("a"), "columns": .table(["key": .text("K")]), "join": .list([join])]
        #expect(try problem { try CSVSettings(values) }.hasPrefix("columns.stream: 'Owner' names people"))
        #expect(try CSVSettings(csv: "a", columns: ["key": "K", "team": "Team", "kind": "User story type"]).columns.count == 3)
    }

    @Test func `what the newer keys contradict is an error too`() throws {
        func values(_ more: [String: SettingsValue], key: String = "ID") -> [String: SettingsValue] {
            more.merging(["csv": .text("a.csv"), "columns": .table(["key": .text(key), "finishedOn": .text("Done")])]) { old, _ in old }
        }
        let join = SettingsValue.table(["csv": .text("b.csv"), "key": .text("K"), "columns": .table(["startedOn": .text("S")])])
        #expect(try CSVSettings(values(["join": .list([join])])).joins.map(\.path) == ["b.csv"])
        #expect(try problem { try CSVSettings(values(["join": .list([join])], key: "#")) }.hasPrefix("join: Only rows"))
        #expect(try problem { try CSVSettings(values(["repeat": .text("row")], key: "#")) }.hasPrefix("repeat: Only rows"))
        #expect(try problem { try CSVSettings(values(["repeat": .text("twice")])) }.contains("item, row, logged-by-row"))
        #expect(try problem { try CSVSettings(values(["time_unit": .text("days")])) }.contains("hours, minutes, seconds"))
        #expect(try problem { try CSVSettings(values(["people": .list([.text("Done")])])) }.contains("would be stored"))
        #expect(
            try problem { try CSVSettings(values(["join": .list([.table(["csv": .text("b")])])])) }.contains("needs csv, key and columns"))
        let twice = SettingsValue.table(["csv": .text("b"), "key": .text("K"), "columns": .table(["finishedOn": .text("F")])])
        #expect(try problem { try CSVSettings(values(["join": .list([twice])])) }.contains("mapped twice"))
        let log = SettingsValue.table(["csv": .text("b"), "key": .text("K"), "columns": .table(["loggedOn": .text("F")])])
        #expect(try problem { try CSVSettings(values(["join": .list([log])])) }.contains("brings no 'loggedOn'"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "#", "sprint": "S"]) }.contains("have no sprint"))
        #expect(try problem { try CSVSettings(csv: "a", columns: ["key": "K", "loggedOn": "D"]) }.contains("worklog needs 'logged'"))
    }

    @Test(arguments: [(";", 59), ("tab", 9), ("|", 124), ("comma", 44), ("^", 94)] as [(String, UInt8)])
    func `a delimiter is one sign or its word`(_ text: String, _ byte: UInt8) throws {
        #expect(try CSVSettings(csv: "a", columns: ["key": "K"], delimiter: text).delimiter == byte)
        #expect(try CSVSettings(csv: "a", columns: ["key": "K"], delimiter: "auto").delimiter == nil)
    }

    @Test func `the schema names every key the settings take`() {
        let names = CSVSettings.schema.keys.map(\.name)
        #expect(
            names == [
                "csv", "fact", "shape", "columns", "date_format", "timezone", "delimiter", "encoding", "tracker",
                "number_format",
                "time_unit",
                "repeat",
                "skip", "only", "found", "people", "join",
            ])
        #expect(CSVSettings.schema.keys.filter(\.isRequired).map(\.name) == ["csv", "columns"])
    }
}
