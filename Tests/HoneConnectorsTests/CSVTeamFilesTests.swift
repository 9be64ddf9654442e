import Foundation
import HoneFacts
import Testing

@testable import HoneConnectors

/// Task and defect logs of real teams through the mappings that their shape needs. The expected numbers are from Python's csv module.
@Suite(.enabled(if: CSVSharedData.isPresent)) struct CSVTeamFilesTests {
    private func read(
        _ files: [String: String], columns: [String: String], _ values: [String: SettingsValue] = [:], date: String? = nil
    ) async throws -> CSVOutcome {
        let folder = try CSVFolder()
        for (name, path) in files { try folder.write(CSVSharedData.bytes(path), to: name) }
        var values = values
        values["date_format"] = date.map(SettingsValue.text)
        return try await folder.read(values: values, columns: columns)
    }

    private func texts(_ names: String...) -> SettingsValue { .list(names.map(SettingsValue.text)) }

    // SiP: a row a task and developer; HoursActual repeats on each, DeveloperHoursActual does not. 71 of 2,684 rows are cancelled
    // tasks and templates; the others are 1,993 tasks with 21,279.74 h.
    @Test(arguments: [("HoursActual", "item"), ("DeveloperHoursActual", "logged-by-row")])
    func `the SiP task log gives its tasks, hours and completed bugs`(_ logged: String, _ repeats: String) async throws {
        let dates = CSVRepeatTests.join(
            "dates.csv", "TaskNumber", ["requestedOn": "EstimateOn", "startedOn": "StartedOn", "finishedOn": "CompletedOn"])
        let outcome = try await read(
            ["export.csv": "teams/sip/sip-task-info-7projects.csv", "dates.csv": "teams/sip/sip-dates-7projects.csv"],
            columns: [
                "key": "TaskNumber", "title": "Summary", "kind": "SubCategory", "status": "StatusCode", "logged": logged,
                "estimated": "HoursEstimate",
            ],
            [
                "repeat": .text(repeats), "skip": .table(["StatusCode": texts("CANCELLED", "TEMPLATE")]), "join": .list([dates]),
            ], date: "dd-MMM-yy")
        #expect(
            outcome.reading.notes == [
                "export.csv: 2,684 rows, 1,993 items; 620 rows with the key of an earlier one; 71 rows left out by skip and only.",
                "dates.csv: 2,684 rows, 2,613 match 1,993 items; 0 items without a row; 71 rows with the key of no item.",
                "Noted: 5 started before they were requested. hone doctor says what each metric makes of it.",
            ])
        // One task has two summaries that differ in a word.
        #expect(outcome.codes == ["rows-disagree"])
        let items = try await outcome.facts(.item)
        let bugs = items.filter { $0.values["type"] == .text("Bug") }
        let done = bugs.filter { $0.values["finished_at"] != .unknown }
        #expect(items.count == 1_993 && bugs.count == 616 && done.count == 413)
        #expect(seconds(items, "logged_seconds") == 76_607_064)  // 21,279.74 h
        #expect(seconds(bugs, "logged_seconds") == 8_299_368)  // 2,305.38 h
        #expect(seconds(done, "logged_seconds") == 6_239_628)  // 1,733.23 h, a mean of 4.1968 h
    }

    // 15,184 rows; 19,271,658 s when each row is rounded by itself; 717 rows took no time; 3,691 went from Code to Code Inspect.
    @Test func `the defects of CESAW have their phases and the minutes they took`() async throws {
        let outcome = try await read(
            ["export.csv": "teams/cesaw/cesaw-defects-open-projects.csv.gz"],
            columns: [
                "key": "defect_log_fact_key", "kind": "defect_type_key", "requestedOn": "defect_found_date",
                "injectedPhase": "injected_phase_name", "foundPhase": "removed_phase_name", "logged": "defect_fix_time_minutes",
            ], ["time_unit": .text("minutes")], date: "M/d/yyyy H:mm")
        let items = try await outcome.facts(.item)
        #expect(items.count == 15_184 && outcome.codes.isEmpty)
        #expect(seconds(items, "logged_seconds") == 19_271_658)
        #expect(items.count { $0.values["logged_seconds"] == .integer(0) } == 717)
        #expect(items.count { $0.values["injected_phase"] == .text("Code") && $0.values["found_phase"] == .text("Code Inspect") } == 3_691)
    }

    // A row a task and person: 23,658 rows of 18,758 tasks; 155 tasks have no row with a completion date.
    @Test func `the tasks of CESAW add up planned and actual minutes`() async throws {
        let outcome = try await read(
            ["export.csv": "teams/cesaw/cesaw-tasks-open-projects.csv.gz"],
            columns: [
                "key": "plan_item_key", "kind": "phase_short_name", "startedOn": "task_actual_start_date",
                "finishedOn": "task_actual_complete_date", "logged": "task_actual_time_minutes", "estimated": "task_plan_time_minutes",
            ], ["time_unit": .text("minutes"), "repeat": .text("row")], date: "M/d/yyyy H:mm")
        let items = try await outcome.facts(.item)
        #expect(items.count == 18_758 && outcome.codes.isEmpty)
        #expect(seconds(items, "logged_seconds") == 177_580_200)
        #expect(seconds(items, "estimated_seconds") == 152_793_260)
        #expect(items.count { $0.values["finished_at"] == .unknown } == 155)
    }

    struct Defects: Sendable {
        let project: String
        let items: Int
        let closed: Int
        let backwards: Int
        let fixSeconds: Int64
        let before: Int
        let after: Int
        let otherEvents: Int
    }

    // KC3: 82 fixes, 1,976.7 h; KC4: 103, 1,372 h; CM1: 25, 150.65 h; PC4 has neither. One file a defect, one a row an event.
    @Test(arguments: [
        Defects(
            project: "KC3", items: 92, closed: 64, backwards: 0, fixSeconds: 7_116_120, before: 35, after: 57, otherEvents: 788),
        Defects(
            project: "KC4", items: 103, closed: 93, backwards: 0, fixSeconds: 4_939_200, before: 84, after: 19, otherEvents: 633),
        Defects(project: "CM1", items: 128, closed: 117, backwards: 1, fixSeconds: 542_340, before: 0, after: 0, otherEvents: 128),
        Defects(project: "PC4", items: 986, closed: 951, backwards: 2, fixSeconds: 0, before: 0, after: 0, otherEvents: 1_868),
    ])
    func `the defects of NASA MDP get their dates from a file of events`(_ expected: Defects) async throws {
        let joins = [("OPENED", "requestedOn"), ("CLOSED", "finishedOn")].map { word, field in
            CSVRepeatTests.join("events.csv", "DEFECT_ID", [field: "ENTRY_DATE"], ["only": .table(["ENTRY_TYPE": texts(word)])])
        }
        let before = texts(
            "Planned Test", "Analysis", "Regression Test", "Engineering Test", "Release_I&T", "Inspection", "Acceptance Test")
        let outcome = try await read(
            [
                "export.csv": "defects/nasa-mdp/\(expected.project)_static_defect_data.csv",
                "events.csv": "defects/nasa-mdp/\(expected.project)_dynamic_defect_data.csv",
            ],
            columns: [
                "key": "DEFECT_ID", "kind": "PROBLEM_TYPE", "severity": "SEVERITY", "status": "STATUS", "reason": "CLOSE_REASON",
                "found": "HOW_FOUND", "logged": "FIX_HOURS", "estimated": "EST_FIX_HOURS",
            ], ["join": .list(joins), "found": .table(["before": before, "after": texts("Customer Use")])],
            date: "dd-MMM-yyyy '00:00:00'")
        let items = try await outcome.facts(.item)
        #expect(items.count == expected.items && outcome.codes.isEmpty)
        #expect(items.allSatisfy { $0.values["requested_at"] != .unknown })
        #expect(items.count { $0.values["finished_at"] != .unknown } == expected.closed)
        let backwards = items.count { item in
            guard case .integer(let from) = item.values["requested_at"], case .integer(let to) = item.values["finished_at"] else {
                return false
            }
            return to < from
        }
        #expect(backwards == expected.backwards)
        #expect(seconds(items, "logged_seconds") == expected.fixSeconds)
        #expect(items.count { $0.values["found"] == .text("before") } == expected.before)
        #expect(items.count { $0.values["found"] == .text("after") } == expected.after)
        let blank = expected.items - expected.closed
        #expect(
            outcome.reading.notes[2]
                == "events.csv: \(CountText.counted(expected.items * 2 + expected.otherEvents, "row")), \(CountText.grouped(expected.items)) match \(CountText.counted(expected.items, "item")); "
                + "0 items without a row; \(CountText.counted(blank, "row")) with nothing that is mapped; "
                + "\(CountText.counted(expected.items + expected.otherEvents, "row")) left out by skip and only.")
    }

    // 626 stories, 2,131.9 h (7,674,840 s when each is rounded by itself); 612 of them are in the file of sprints, which has 131
    // others; 634 memberships in 21 sprints.
    @Test func `the stories of project 22 get their sprints from another file`() async throws {
        let sprints = CSVRepeatTests.join(
            "sprints.csv", "Branch", ["requestedOn": "Created", "sprint": "snum*"], ["date_format": .text("MMM-dd-yyyy h:mm a")])
        let outcome = try await read(
            ["export.csv": "teams/project-22/story-info.csv", "sprints.csv": "teams/project-22/sprint-info.csv"],
            columns: ["key": "Branch", "logged": "Total"], ["join": .list([sprints])])
        let items = try await outcome.facts(.item)
        #expect(items.count == 626 && outcome.codes.isEmpty)
        #expect(seconds(items, "logged_seconds") == 7_674_840)
        #expect(items.count { $0.values["requested_at"] != .unknown } == 612)
        #expect(outcome.reading.notes[1].contains("612 match 612 items; 14 items without a row; 131 rows with the key of no item"))
        #expect(try await outcome.facts(.iteration).count == 21)
        #expect(try await outcome.facts(.iterationItem).count == 634)
    }

    @Test func `the reviews of project 22 are time logged on its stories`() async throws {
        let outcome = try await read(
            ["export.csv": "teams/project-22/review-info.csv"], columns: ["key": "Branch", "loggedOn": "Date", "logged": "ReviewMinutes"],
            ["time_unit": .text("minutes")])
        #expect(outcome.codes.isEmpty)
        #expect(try await outcome.facts(.workLog).count == 1_441)
        #expect(outcome.reading.notes[0].hasPrefix("export.csv: 1,441 rows, 1441 work logs of 1156 items"))
    }

    // 1,945 issues; 32,374,170 s estimated, 26,265,198 s spent, 521 blank; 1,189 have a fix version.
    @Test func `a Jira export of issues has its estimates and time spent in seconds`() async throws {
        let outcome = try await read(
            ["export.csv": "teams/hemmati2018/jira-export-estimates.csv"],
            columns: [
                "key": "Issue key", "kind": "Issue Type", "status": "Status", "severity": "Priority", "requestedOn": "Created",
                "finishedOn": "Resolved", "versions": "Fix Version", "estimated": "Original Estimate", "logged": "Time Spent",
            ], ["time_unit": .text("seconds")], date: "dd/MM/yyyy HH:mm")
        let items = try await outcome.facts(.item)
        #expect(items.count == 1_945 && outcome.codes.isEmpty)
        #expect(seconds(items, "estimated_seconds") == 32_374_170)
        #expect(seconds(items, "logged_seconds") == 26_265_198)
        #expect(items.count { $0.values["logged_seconds"] == .unknown } == 521)
        #expect(items.count { $0.values["versions"] != .text("") } == 1_189)
        #expect(items.allSatisfy { $0.values["requested_at"] != .unknown && $0.values["finished_at"] != .unknown })
    }

    // 1,129 issues, 430 of them objections; 49 reported against the drafts of a corrigendum; 15 lines have text
    // behind a closing quote.
    @Test func `the issues of the Austin Group are read without the people who reported them`() async throws {
        let drafts = texts("2008-TC1", "2008-TC2")
        let issued = texts(
            "1003.1(2004)/Issue 6", "1003.1(2008)/Issue 7", "1003.1(2013)/Issue7+TC1", "1003.1(2016)/Issue7+TC2", "Aardvark Bugs",
            "Online Pubs")
        let outcome = try await read(
            ["export.csv": "defects/austin-group/Austin-group-Jul-17.csv"],
            columns: [
                "key": "Id", "kind": "Type", "title": "Summary", "labels": "Category", "severity": "Severity", "status": "Status",
                "reason": "Resolution", "requestedOn": "Date Submitted", "found": "Project",
            ],
            [
                "people": texts("Reporter", "Assigned To"), "found": .table(["before": drafts, "after": issued]),
            ])
        let items = try await outcome.facts(.item)
        #expect(items.count == 1_129)
        #expect(outcome.codes == Array(repeating: "stray-quote", count: 15))
        #expect(items.count { $0.values["severity"] == .text("Objection") } == 430)
        #expect(items.count { $0.values["found"] == .text("before") } == 49)
        #expect(items.count { $0.values["found"] == .text("after") } == 1_080)
        let stored = items.flatMap { $0.values.values.map { String(describing: $0).lowercased() } }.joined(separator: "\n")
        #expect(!stored.contains("geoffclare") && !stored.contains("ajosey") && !stored.contains("villemoes"))
    }

    private func seconds(_ items: [(id: String, values: [String: FactValue])], _ column: String) -> Int64 {
        items.reduce(0) { sum, item in
            if case .integer(let number) = item.values[column] { sum + number } else { sum }
        }
    }
}
