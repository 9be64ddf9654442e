internal import HoneFacts

/// A guess that an export is a plan: lines with the day each should end and what it may cost, and a phase or the day it should begin.
struct CSVPlanGuess {
    /// Field and position of each column, in the order of the fields.
    let columns: [(field: CSVField, column: Int)]
    /// The texts of the days, column by column.
    let dates: [[String]]
    let numberFormat: CSVNumberFormat?

    /// By field, the best first; the day a line was said on before the key, which it helps to tell apart. What is only estimated is in lists of issues as well.
    private static let words: [(field: CSVField, names: [String])] = [
        (.statedOn, ["saidon", "statedon", "asof", "statusdate", "stand"]),
        (
            .key,
            [
                "line", "planline", "activity", "workpackage", "deliverable", "task", "taskname", "name", "title", "milestone", "wbs", "id",
                "key", "vorgang", "vorgangsname", "arbeitspaket",
            ]
        ),
        (.kind, ["kind", "type", "category", "worktype"]),
        (
            .plannedStartOn,
            ["plannedstart", "plannedstartdate", "baselinestart", "startdate", "start", "from", "begin", "plannedfrom", "anfang", "beginn"]
        ),
        (
            .plannedFinishOn,
            [
                "plannedfinish", "plannedend", "plannedfinishdate", "plannedenddate", "baselinefinish", "finishdate", "enddate", "finish",
                "end", "due", "duedate", "dueon", "targetdate", "deadline", "until", "to", "ende",
            ]
        ),
        (
            .budget,
            [
                "budget", "budgethours", "budgetedhours", "budgetedcost", "plannedhours", "plannedcost", "plannedwork", "plannedeffort",
                "plannedvalue", "baselinecost", "baselinework", "work", "hours", "arbeit",
            ]
        ),
        (
            .finishedOn,
            [
                "doneon", "done", "finishedon", "finished", "actualfinish", "actualend", "actualfinishdate", "completedon", "completed",
                "closedon",
            ]
        ),
        (.cost, ["spent", "actualcost", "actualhours", "actualwork", "hoursspent", "cost", "kosten"]), (.phase, ["phase"]),
    ]

    /// Headers of lists of issues. A column that is called budget, planned or baseline is of a plan all the same.
    private static let ofIssues: Set = ["status", "state", "priority", "assignee", "assignedto", "labels", "tags", "listname"]
    private static let ofPlans = ["budget", "planned", "baseline"]

    /// Nil where the columns are no such table.
    init?(_ header: CSVHeader, _ records: CSVRecords?) {
        // What says when it was asked for is a list of issues.
        guard CSVItemGuess.fields(header)[.requestedOn] == nil, let records, records.count > 0 else { return nil }
        let plain = header.names.map(CSVHeader.plain)
        let isOfPlan = plain.contains { name in Self.ofPlans.contains { name.hasPrefix($0) } }
        guard isOfPlan || !plain.contains(where: Self.ofIssues.contains) else { return nil }
        var found: [CSVField: Int] = [:]
        for (field, names) in Self.words {
            found[field] = names.lazy.compactMap { plain.firstIndex(of: $0) }.first { column in
                guard !found.values.contains(column) else { return false }
                return field == .key ? Self.isKey(column, found[.statedOn], records) : Self.fits(records.known(column), field)
            }
        }
        guard found[.key] != nil, found[.plannedFinishOn] != nil, let budget = found[.budget], !records.known(budget).isEmpty,
            found[.phase] != nil || found[.plannedStartOn] != nil
        else { return nil }
        columns = CSVField.allCases.compactMap { field in found[field].map { (field, $0) } }
        dates = columns.filter { Self.days.contains($0.field) }.map { records.known($0.column) }
        let numbers = columns.filter { $0.field == .budget || $0.field == .cost }.flatMap { records.known($0.column) }
        let isPlain = numbers.allSatisfy { PlainNumber.value($0) != nil }
        numberFormat = isPlain ? nil : Self.format(numbers)
        guard isPlain || numberFormat != nil else { return nil }
    }

    private static let days: Set<CSVField> = [.statedOn, .plannedStartOn, .plannedFinishOn, .finishedOn]

    /// Whether each row has one, and no two that were said on one day the same: a plan says its lines again when it is renewed.
    private static func isKey(_ column: Int, _ statedOn: Int?, _ records: CSVRecords) -> Bool {
        let keys = (0..<records.count).map { row in [records.text(row, column), statedOn.map { records.text(row, $0) } ?? ""] }
        return records.known(column).count == records.count && Set(keys).count == records.count
    }

    private static func fits(_ texts: [String], _ field: CSVField) -> Bool {
        switch field {
        case .budget, .cost: texts.allSatisfy { PlainNumber.value($0) != nil } || format(texts) != nil
        case _ where days.contains(field): texts.allSatisfy { $0.utf8.count { $0 &- 48 < 10 } >= 4 }
        default: !texts.isEmpty
        }
    }

    private static func format(_ texts: [String]) -> CSVNumberFormat? {
        CSVNumberFormat.allCases.first { format in texts.allSatisfy { format.plain($0.utf8) != nil } }
    }
}
