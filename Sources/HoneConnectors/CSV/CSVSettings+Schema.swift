package import HoneFacts

extension CSVSettings {
    /// The keys of a `csv` source in `hone.yaml`.
    package static let schema = SettingsSchema([
        .init(
            "csv", .text,
            "Path of the exported file, from the folder of hone.yaml: CSV, or one flat JSON object a line where it ends in .jsonl or .ndjson; "
                + "either may be gzip.", isRequired: true, example: "exports/items.csv"),
        .init(
            "fact", .oneOf(([Shape.item] + Shape.ofOthers).map(\.rawValue)),
            "What the rows are facts of: " + Shape.ofOthers.map(\.sentence).joined(separator: "; ") + ". Of item, shape says more.",
            default: "item"),
        .init(
            "shape", .oneOf(Shape.ofItems.map(\.rawValue)),
            "What a row is: a work item with its dates, a work item entering a status, or time logged on a work item.",
            default: "transition where status and changedOn are mapped, worklog where loggedOn is, else item"),
        .init(
            "columns", .table(.list(.text)),
            "Which column holds what: field and column name, where a field is one of "
                + CSVField.allCases.filter { field in !Shape.ofOthers.contains { $0.onlyFields.contains(field) } }
                .map(\.rawValue).joined(separator: ", ") + "; key '#' numbers the rows; fact lists those of other facts. "
                + "labels, versions, affected and sprint take all columns of their name, and with name* all that begin so; value takes a list, and without name each of its columns is a measure of its own name.",
            isRequired: true, example: "{key: ID, requestedOn: Created Date, finishedOn: Closed Date}"),
        .init(
            "date_format", .text,
            "How dates are written, with \(DateFormat.letters); other letters in single quotes. Or iso, epoch, epoch-ms; several ways stand with | between them.",
            default: "ISO 8601", example: "dd/MM/yyyy"),
        .init("timezone", .zone, "Zone of clock times that carry no offset.", default: "the product's", example: "Europe/Zurich"),
        .init("delimiter", .text, "The sign between the fields of CSV, or tab, comma, semicolon, pipe.", default: "auto", example: ";"),
        .init(
            "encoding", .oneOf(CSVEncoding.allCases.map(\.rawValue)),
            "How bytes stand for characters; auto tries a byte order mark, then UTF-8, then windows-1252.", default: "auto"),
        .init(
            "tracker", .text,
            "Name of the tracker that the keys belong to: exports with the same name share their items, so overlaps do not double; where two say different things, the one that was read last counts. With jira the rows speak of the issues of a Jira export.",
            default: "tracker", example: "support"),
        .init(
            "number_format", .oneOf(CSVNumberFormat.allCases.map(\.rawValue)),
            "How numbers are written that have a sign between thousands.", default: "1234.5 or 1234,5", example: "1,234.5"),
        .init("time_unit", .oneOf(CSVTimeUnit.allCases.map(\.rawValue)), "What logged and estimated count.", default: "hours"),
        repeats("the last row of a key counts, with a note"),
        skip, only,
        .init(
            "found",
            .mapping(
                SettingsSchema([
                    .init("before", .list(.text), "Words for before the release.", example: "[Test, Review]"),
                    .init("after", .list(.text), "Words for after the release.", example: "[Customer]"),
                ])),
            "Which of the file's own words in the column found stand for before and after the release.",
            default: "the words before and after"),
        .init(
            "people", .list(.text), "Columns that name people: their names are masked in all texts; the columns are not stored.",
            example: "[Reporter, Assignee]"),
        .init(
            "join",
            .list(
                .mapping(
                    SettingsSchema([
                        .init(
                            "csv", .text, "Path of the other file, from the folder of hone.yaml.", isRequired: true, example: "dates.csv"),
                        .init("key", .text, "Its column that holds the item's key.", isRequired: true, example: "TaskNumber"),
                        .init(
                            "columns", .table(.text), "Which of its columns holds what, as in columns.", isRequired: true,
                            example: "{finishedOn: CompletedOn}"),
                        .init("date_format", .text, "How its dates are written.", default: "that of the first file"),
                        repeats("item"), skip, only,
                    ]))),
            "Other files that bring more about the same items, found by key; changing one reads all again."),
    ])

    private static func repeats(_ fallback: String) -> SettingsSchema.Key {
        .init(
            "repeat", .oneOf(CSVRepeat.allCases.map(\.rawValue)),
            "Several rows with one key are one item: item says that its numbers repeat on each row, row that they add up, "
                + "logged-by-row that logged time adds up and the estimate repeats. The earliest start and the latest end count.",
            default: fallback)
    }

    private static let skip = SettingsSchema.Key(
        "skip", .table(.list(.text)), "Rows to leave out: column name and texts; NA stands for a cell that is empty.",
        example: "{StatusCode: [CANCELLED, TEMPLATE]}")
    private static let only = SettingsSchema.Key(
        "only", .table(.list(.text)), "The rows to use, all others are left out: column name and texts.", example: "{Type: [Bug]}")
}
