import HoneFacts
import Testing

@testable import HoneConnectors

/// What `hone init` makes of the headers and dates that trackers write in their exports. The rows are made up.
@Suite struct CSVGuessTests {
    private func guess(_ text: String, _ name: String = "export.csv") throws -> CSVGuess {
        let folder = try CSVFolder()
        try folder.write(text, to: name)
        return try CSVGuess(path: name, directory: folder.path, delimiter: nil, encoding: nil)
    }

    private func columns(_ guess: CSVGuess) -> String { guess.columns.map { "\($0.field)=\($0.column)" }.joined(separator: ", ") }

    @Test func `a word among dates leaves the column a date, and is named; many are another column`() throws {
        func export(_ odd: Int) -> String {
            let rows = (0..<20).map { "A-\($0),\($0 < odd ? "tomorrow" : "2026-01-\($0 + 10)"),2026-02-\($0 + 10 > 28 ? 28 : $0 + 10)" }
            return (["Key,Created,Resolved"] + rows).joined(separator: "\n") + "\n"
        }
        let one = try guess(export(1))
        #expect(columns(one) == "key=Key, requestedOn=Created, finishedOn=Resolved" && one.dateFormat == nil)
        // Not what the cell says: that may be somebody's name.
        #expect(one.remarks.contains { $0.contains("Created of export.csv") && $0.contains("1 of 20 cells") })
        let many = try guess(export(5))
        #expect(columns(many) == "key=Key, finishedOn=Resolved")
        #expect(
            many.remarks == [
                "Created of export.csv is not read as a date, as 5 of 20 cells are none. To read the others: requestedOn: Created, under columns in hone.yaml."
            ])
        // What nobody wrote a date in is another column by that name.
        let marks = try guess("Key,Created,Done\nA-1,2026-01-05,yes\nA-2,2026-01-06,no\n")
        #expect(marks.remarks.first?.contains("when an item was finished") == true)
    }

    @Test func `a column called by what its rows are holds keys, unless it holds titles; without a key that is said`() throws {
        let moves = "Issue,Status,Changed\nA-1,Doing,2026-01-05\nA-1,Done,2026-01-07\n"
        #expect(columns(try guess(moves)) == "key=Issue, status=Status, changedOn=Changed")
        for other in [
            "Yes,2026-01-05\nNo,2026-01-07", "0,2026-01-05\n1,2026-01-07\n1,2026-01-08", "Login,2026-01-05\nSearch,2026-01-07", ",",
        ] {
            #expect(columns(try guess("Bug,Created\n\(other)\n")).hasPrefix("key=#"), "\(other)")
        }
        let titles = try guess("Issue,Created\nLogin is slow,2026-01-05\nSearch,2026-01-07\n")
        #expect(columns(titles) == "key=#, requestedOn=Created")
        #expect(titles.remarks.contains { $0.contains("each row is taken for an item of its own") })
    }

    struct Export: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let columns: String
        var format: String?
        var people: [String] = []

        var testDescription: String { name }
    }

    static let exports = [
        Export(
            name: "Jira",
            text:
                "Summary,Issue key,Issue id,Issue Type,Status,Resolution,Assignee,Reporter,Created,Updated,Resolved,Labels,Labels,Fix versions\nLogin,AB-1,10001,Story,Done,Done,Ann Lee,Bo Ray,03/Feb/26 9:15 AM,05/Feb/26 9:15 AM,05/Feb/26 4:15 PM,ui,web,v1\n",
            columns:
                "key=Issue key, kind=Issue Type, title=Summary, labels=Labels, requestedOn=Created, finishedOn=Resolved, status=Status, reason=Resolution, versions=Fix versions",
            format: "dd/MMM/yy h:mm a", people: ["Assignee", "Reporter"]),
        Export(
            name: "Azure DevOps",
            text:
                "ID,Work Item Type,Title,Assigned To,State,Tags,Created Date,Activated Date,Closed Date,Area Path\n17,Bug,Login,Ann <a@x>,Closed,ui,2/3/2026 9:15:00 AM,2/4/2026 9:15:00 AM,2/15/2026 9:15:00 AM,Shop\n",
            columns:
                "key=ID, kind=Work Item Type, title=Title, labels=Tags, stream=Area Path, requestedOn=Created Date, startedOn=Activated Date, finishedOn=Closed Date, status=State",
            format: "M/d/yyyy h:mm:ss a", people: ["Assigned To"]),
        Export(
            name: "Linear",
            text:
                "ID,Team,Title,Status,Creator,Assignee,Labels,Created,Started,Completed\nENG-1,Eng,Login,Done,a@x,b@x,Bug,Tue Feb 03 2026 09:15:00 GMT+0000 (GMT),Wed Feb 04 2026 09:15:00 GMT+0100 (Central European Time),\n",
            columns:
                "key=ID, title=Title, labels=Labels, stream=Team, requestedOn=Created, startedOn=Started, finishedOn=Completed, status=Status",
            format: "EEE MMM d yyyy HH:mm:ss 'GMT'Z (z)", people: ["Creator", "Assignee"]),
        Export(
            name: "GitLab",
            text:
                "Title,Issue ID,URL,State,Author,Created At (UTC),Updated At (UTC),Closed At (UTC),Labels\nLogin,5,u,Closed,Ann,2026-02-03 09:15:00,2026-02-04 09:15:00,2026-02-05 09:15:00,bug\n",
            columns:
                "key=Issue ID, title=Title, labels=Labels, requestedOn=Created At (UTC), finishedOn=Closed At (UTC), status=State",
            people: ["Author"]),
        Export(
            name: "Redmine",
            text:
                "#,Project,Tracker,Status,Subject,Assignee,Updated,Category,Created,Closed,Due\n12,Shop,Bug,Closed,Login,Ann,02/05/2026 09:15 AM,Web,02/03/2026 09:15 AM,02/15/2026 04:15 PM,02/20/2026\n",
            columns: "key=# , kind=Tracker, title=Subject, requestedOn=Created, finishedOn=Closed, status=Status",
            format: "MM/dd/yyyy h:mm a", people: ["Assignee"]),
        Export(
            name: "ClickUp",
            text:
                "Task Type,Task ID,Task Name,Status,Date Created,Date Done,Assignees,Tags\nTask,abc,Login,complete,1770110100000,1770282900000,[Ann],[ui]\n",
            columns:
                "key=Task ID, kind=Task Type, title=Task Name, labels=Tags, requestedOn=Date Created, finishedOn=Date Done, status=Status",
            format: "epoch-ms", people: ["Assignees"]),
        Export(
            name: "Notion",
            text:
                "Name,Status,Type,Created time,Done on,Done\nLogin,Done,Bug,\"February 3, 2026 9:15 AM\",\"February 5, 2026\",Yes\n",
            columns: "key=#, kind=Type, title=Name, requestedOn=Created time, finishedOn=Done on, status=Status",
            format: "MMMM d, yyyy h:mm a | MMMM d, yyyy"),
        Export(
            name: "Shortcut",
            text:
                "id,name,type,requester,owners,is_completed,created_at,started_at,completed_at,state,team\n12,Login,bug,ann,bo,true,2026/02/03 09:15:00,2026/02/04 09:15:00,2026/02/05 09:15:00,Done,Web\n",
            columns:
                "key=id, kind=type, title=name, stream=team, requestedOn=created_at, startedOn=started_at, finishedOn=completed_at, status=state",
            format: "yyyy/MM/dd HH:mm:ss", people: ["requester", "owners"]),
    ]

    @Test(arguments: exports) func `an export is read as its tracker writes it`(_ export: Export) async throws {
        let guess = try guess(export.text)
        #expect(columns(guess) == export.columns && guess.dateFormat == export.format && guess.people == export.people)
        #expect(guess.fact == nil && guess.dateRemarks.isEmpty)
        // And each row is an item by it.
        let folder = try CSVFolder()
        var names: [String: String] = [:]
        for column in guess.columns { names[column.field] = column.column }
        let outcome = try await folder.read(export.text, columns: names, dateFormat: guess.dateFormat)
        #expect(try await outcome.facts(.item).count == 1 && outcome.codes.isEmpty)
    }

    @Test func `the zone of a header is that of its clock times`() throws {
        #expect(try guess(Self.exports[3].text).timezone == "UTC" && guess(Self.exports[0].text).timezone == nil)
    }

    @Test func `day and month are told apart where any date tells them, and else it is said`() throws {
        func format(_ days: String...) throws -> (String?, [String]) {
            let guess = try guess("ID,Created\n" + days.enumerated().map { "\($0),\"\($1)\"\n" }.joined())
            return (guess.dateFormat, guess.dateRemarks)
        }
        #expect(try format("03/02/2026", "24/02/2026") == ("dd/MM/yyyy", []))
        #expect(try format("3/2/2026", "2/24/2026") == ("M/d/yyyy", []))
        #expect(try format("03/02/2026").1 == ["The dates of export.csv read as day/month and as month/day; day first was taken."])
        #expect(try format("3/2/2026 1:05 PM").1 == ["The dates of export.csv read as day/month and as month/day; month first was taken."])
        #expect(try format("24/02/2026", "02/24/2026").1.first?.hasPrefix("No date format reads every date") == true)
        #expect(try format("2026-02-24", "2026-02-24T09:00:00+01:00") == (nil, []))
    }

    @Test func `what is not sure is not mapped, and said`() throws {
        let planned = try guess("ID,Created,Start Date,Closed\n1,2026-02-03,2026-02-04,2026-02-05\n")
        #expect(columns(planned) == "key=ID, requestedOn=Created, finishedOn=Closed")
        #expect(
            planned.remarks == [
                "Start Date of export.csv may be the planned day, so it is not read. If it says when work began: startedOn: Start Date, under columns."
            ])
        let open = try guess("Bug ID,Status,Changed,Opened\n5,RESOLVED,2026-02-05 09:15:00,2026-02-03 09:15:00\n")
        #expect(columns(open) == "key=Bug ID, requestedOn=Opened, status=Status")
        #expect(open.remarks.first?.contains("when an item was finished") == true)
    }

    @Test func `a column of numbers names nobody, and one that is mapped is not learned`() throws {
        let guess = try guess("ID,Developer,DeveloperHours,Created,Owner Team\n1,Ann Lee,3.5,2026-02-03,Web\n2,Bo,4,2026-02-04,Shop\n")
        #expect(guess.people == ["Developer", "Owner Team"])
    }

    @Test(arguments: ["{\"issues\": [{\"key\": \"A\"}]}\n", " [\n {\"key\": 1}]\n"]) func `JSON is no table, and its ways in are told`(
        _ text: String
    ) throws {
        let error = #expect(throws: CSVGuessError.self) { try guess(text, "issues.json") }
        #expect(error?.description.contains("--jira") == true)
        #expect(throws: Never.self) { try guess("{ID},[Created]\n1,2026-02-03\n") }
    }

    @Test func `moves are told by keys that come back`() throws {
        let moves = try guess("Item,Status,Date\nA,Doing,2026-02-03\nA,Done,2026-02-05\nB,Doing,2026-02-05\n")
        #expect(columns(moves) == "key=Item, status=Status, changedOn=Date")
        let board = try guess("Item,Status,Date\nA,Done,2026-02-03\nB,Doing,2026-02-05\n")
        #expect(columns(board) == "key=Item, status=Status")
    }

    @Test(arguments: [
        (
            "Line,Phase,Planned start,Planned end,Budget,Done on,Owner\nWrite it,Design,2026-06-01,2026-07-01,200,2026-07-03,Ann Lee\nBuild it,Build,2026-07-01,2026-09-30,800,,\n",
            "key=Line, finishedOn=Done on, plannedStartOn=Planned start, plannedFinishOn=Planned end, budget=Budget, phase=Phase", nil
        ),
        (
            "ID,Task Name,Phase,Start,Finish,Work\n1,Review,Design,2026-06-01,2026-06-09,40\n2,Review,Build,2026-07-01,2026-07-09,60\n",
            "key=ID, plannedStartOn=Start, plannedFinishOn=Finish, budget=Work, phase=Phase", nil
        ),
        (
            "Line,Phase,Said on,From,Due,Hours\nBuild,Code,2026-01-02,2026-02-02,2026-03-02,80\nBuild,Code,2026-06-01,2026-02-02,2026-07-02,90\n",
            "key=Line, statedOn=Said on, plannedStartOn=From, plannedFinishOn=Due, budget=Hours, phase=Phase", nil
        ),
        (
            "WBS;Name;Start;Finish;Work;Actual work\n1.1;Write it;01.06.2026;13.07.2026;1.200,5;80\n",
            "key=Name, plannedStartOn=Start, plannedFinishOn=Finish, budget=Work, cost=Actual work", "1.234,5"
        ),
    ])
    func `a plan has days, budgets and a phase or a begin`(text: String, columns: String, format: String?) throws {
        let guess = try guess(text, "plan.csv")
        #expect(guess.fact == "plan_line" && self.columns(guess) == columns && guess.numberFormat == format)
        #expect(guess.people.isEmpty && guess.remarks.count == 1 && guess.remarks[0].contains("--life-cycle phased"))
    }

    @Test(arguments: [
        // A board that has days and estimates.
        "Title,Status,Start date,Target date,Estimate\nLogin,Done,2026-06-01,2026-06-09,3\n",
        // A list of issues with hours, and when each was asked for.
        "Key,Created,Start,Due,Hours,Phase\nA-1,2026-06-01,2026-06-02,2026-06-09,3,Build\n",
        // Boards whose stage or hours are no plan's.
        "id,title,status,stage,due,done,hours\n1,Login,done,Build,2026-06-09,2026-06-09,3\n",
        "Task Name,Priority,Start Date,Due Date,Completed,Work\nLogin,High,2026-06-01,2026-06-09,2026-06-09,3\n",
        // Lines that nothing tells apart.
        "Task Name,Phase,Start,Finish,Work\nReview,Design,2026-06-01,2026-06-09,40\nReview,Build,2026-07-01,2026-07-09,60\n",
        // A budget without a day by which it should be done, and one that is no number.
        "Line,Phase,Budget,Done on\nWrite it,Design,200,2026-07-03\n", "Line,Phase,Due,Budget\nWrite it,Design,2026-07-03,open\n",
    ])
    func `what lacks one of them is none`(text: String) throws {
        #expect(try guess(text).fact == nil)
    }
}
