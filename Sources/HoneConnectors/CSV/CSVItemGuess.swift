internal import HoneFacts

/// A guess of which columns of an issue list are what: the words that trackers write in the headers of their exports.
struct CSVItemGuess {
    /// In the order of the fields; a key `#` numbers the rows.
    let columns: [(field: CSVField, name: String)]
    let dateColumns: [Int]
    let people: [String]
    let timezone: String?
    let remarks: [String]

    /// By field, the best first.
    private static let words: [(field: CSVField, names: [String])] = [
        (
            .key,
            [
                "id", "key", "issuekey", "issueid", "workitemid", "item", "number", "ticket", "taskid", "tasknumber", "ref", "cardid",
                "bugid", "storyid", "ticketid", "itemid", "defectid", "issuenumber", "ticketnumber", "reference", "#",
            ]
        ),
        (
            .kind,
            [
                "type", "issuetype", "workitemtype", "kind", "storytype", "tasktype", "cardtype", "tickettype", "tracker", "category",
            ]
        ),
        (.title, ["title", "summary", "name", "subject", "taskname", "cardname", "storyname", "shortdescription"]),
        (.labels, ["labels", "tags", "label", "keywords"]),
        (
            .stream,
            ["stream", "team", "component", "components", "component/s", "owningteam", "assignmentgroup", "area", "areapath", "squad"]
        ),
        (
            .requestedOn,
            [
                "created", "createddate", "createdat", "createdon", "requested", "requestedon", "prioritised", "prioritized", "opened",
                "openedat", "datesubmitted", "reported", "submitted", "datecreated", "createdtime", "creationdate", "dateopened",
                "opendate", "openedon", "reportedon", "requestdate", "submittedon",
            ]
        ),
        (
            .startedOn,
            [
                "started", "starteddate", "startedat", "startedon", "devstarted", "activated", "activateddate", "datestarted",
                "workstarted",
            ]
        ),
        (
            .finishedOn,
            [
                "done", "closed", "closeddate", "closedat", "closedon", "resolved", "resolutiondate", "finished", "finisheddate",
                "completed", "completeddate", "donedate", "completedat", "completedon", "completiondate", "datecompleted", "resolvedat",
                "resolvedon", "resolveddate", "finishedat", "finishedon", "datedone", "dateclosed", "doneon", "doneat", "accepted",
                "acceptedat", "delivered",
            ]
        ),
        (.status, ["status", "state", "currentstate", "listname", "section/column"]),
        (.reason, ["resolution", "reason", "closereason"]), (.severity, ["severity"]),
        (.versions, ["fixversion/s", "fixversions", "fixversion", "fixedversion", "targetversion"]),
        (.affected, ["affectsversion/s", "affectsversions", "affectsversion", "affectedversion", "affectedversions"]),
        (.changedOn, ["at", "changedat", "changedon", "changed", "timestamp", "when", "date"]),
    ]
    private static let dates: Set<CSVField> = [.requestedOn, .startedOn, .finishedOn, .changedOn]
    /// Names of the day work began, or of the day it is planned to begin: trackers mean the second.
    private static let planned: Set = ["startdate", "start", "startingdate"]

    /// Which fields the words of a header speak of, and where.
    static func fields(_ header: CSVHeader, isDate: (Int) -> Bool = { _ in true }) -> [CSVField: Int] {
        let plain = header.names.map(name)
        var found: [CSVField: Int] = [:]
        for (field, names) in words {
            for name in names where found[field] == nil {
                found[field] = plain.indices.first { plain[$0] == name && (!dates.contains(field) || isDate($0)) }
            }
        }
        return found
    }

    init(_ header: CSVHeader, _ records: CSVRecords?, path: String) {
        func known(_ column: Int) -> [String] { records?.known(column) ?? [] }
        var found = Self.fields(header) { Self.areDates(known($0)) }
        let mayBeMoves = found[.finishedOn] == nil && found[.status] != nil && found[.changedOn] != nil
        if found[.key] == nil {
            found[.key] = header.names.indices.first {
                Self.nouns.contains(Self.name(header.names[$0])) && Self.areKeys(known($0), mayRepeat: mayBeMoves)
            }
        }
        // Moves are told one a row, so keys come back; the day of a last change is no move.
        let isMoves =
            mayBeMoves
            && found[.key].map { known($0) }.map { Set($0).count < $0.count } == true
        if isMoves {
            found[.startedOn] = nil
        } else {
            found[.changedOn] = nil
        }
        dateColumns = CSVField.allCases.filter(Self.dates.contains).compactMap { found[$0] }
        let key = found[.key].map { Self.key(header.names[$0]) } ?? CSVSettings.rowNumber
        columns =
            [(.key, key)]
            + CSVField.allCases.compactMap { field in field == .key ? nil : found[field].map { (field, header.names[$0]) } }
        let mapped = Set(found.values)
        // Numbers are no names.
        people = header.names.indices.filter { column in
            !mapped.contains(column) && PeoplesData.isNamed(in: header.names[column])
                && (known(column).isEmpty || known(column).contains { PlainNumber.value($0) == nil })
        }.map { header.names[$0] }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        timezone = dateColumns.contains { header.names[$0].uppercased().contains("(UTC)") } ? "UTC" : nil
        var remarks: [String] = []
        if found[.key] == nil {
            remarks.append(
                "No column of \(path) has the name of a key, so each row is taken for an item of its own. If several rows speak of one item, map its key in hone.yaml: they would be counted as many."
            )
        }
        for column in dateColumns {
            let odd = known(column).count { !Self.mayBeDate($0) }
            if odd > 0 {
                remarks.append(
                    "\(header.names[column]) of \(path) is read as a date; \(odd) of \(known(column).count) cells are none: hone sync names their rows."
                )
            }
        }
        let unread = Self.unreadDates(header, found, isMoves: isMoves, known)
        for (field, column, odd, count) in unread {
            remarks.append(
                "\(header.names[column]) of \(path) is not read as a date, as \(odd) of \(count) cells are none. To read the others: \(field.rawValue): \(header.names[column]), under columns in hone.yaml."
            )
        }
        if dateColumns.isEmpty, unread.isEmpty {
            remarks.append(
                "No column of \(path) has a name that says when an item was requested, started or finished: map them in hone.yaml.")
        }
        if !dateColumns.isEmpty, !isMoves, found[.finishedOn] == nil, !unread.contains(where: { $0.field == .finishedOn }) {
            remarks.append("No column of \(path) has a name that says when an item was finished: map finishedOn in hone.yaml.")
        }
        if !isMoves, found[.startedOn] == nil, let start = header.names.first(where: { Self.planned.contains(Self.name($0)) }) {
            remarks.append(
                "\(start) of \(path) may be the planned day, so it is not read. If it says when work began: startedOn: \(start), under columns."
            )
        }
        self.remarks = remarks
    }

    /// Without case, spaces and what stands in brackets: `Created At (UTC)` is created at.
    private static func name(_ header: String) -> String {
        let end = header.lastIndex(of: "(").flatMap { header.hasSuffix(")") && $0 > header.startIndex ? $0 : nil }
        return CSVHeader.plain(end.map { String(header[..<$0]) } ?? header)
    }

    /// A column that is called `#` is named with a space, as `#` alone numbers the rows.
    private static func key(_ name: String) -> String { name == CSVSettings.rowNumber ? name + " " : name }

    /// Words that name an item: a column of keys is called by them, and so are titles, kinds of work and marks such as yes.
    private static let nouns: Set = ["issue", "story", "task", "bug", "defect", "card", "workitem"]

    /// Whether texts are keys: each has a digit and no space, and none comes twice where each row is an item.
    private static func areKeys(_ texts: [String], mayRepeat: Bool) -> Bool {
        !texts.isEmpty && texts.allSatisfy { $0.contains(where: \.isNumber) && !$0.contains(" ") }
            && (mayRepeat || Set(texts).count == texts.count)
    }

    /// Whether a column holds dates, a word here and there aside.
    private static func areDates(_ texts: [String]) -> Bool {
        let odd = texts.count { !mayBeDate($0) }
        return odd == 0 || odd * 10 <= texts.count
    }

    /// Columns with the name of a date that has none yet, and with too many words among their dates.
    private static func unreadDates(
        _ header: CSVHeader, _ found: [CSVField: Int], isMoves: Bool, _ known: (Int) -> [String]
    ) -> [(field: CSVField, column: Int, odd: Int, count: Int)] {
        let named = fields(header)
        return [CSVField.requestedOn, .startedOn, .finishedOn].compactMap { field in
            guard !isMoves, found[field] == nil, let column = named[field] else { return nil }
            let texts = known(column)
            let odd = texts.count { !mayBeDate($0) }
            return odd < texts.count ? (field, column, odd, texts.count) : nil
        }
    }

    static func mayBeDate(_ text: String) -> Bool { text.utf8.count { $0 &- 48 < 10 } >= 4 }
}
