package import HoneFacts

extension CSVSettings {
    /// The keys of a `csv` source in `hone.yaml`.
    package static let schema = SettingsSchema([
        .init("csv", .text, "Path of the exported file, from the folder of hone.yaml.", isRequired: true, example: "exports/items.csv"),
        .init(
            "shape", .oneOf(Shape.allCases.map(\.rawValue)),
            "What a row is: a work item with its dates, or a work item entering a status.",
            default: "transition where status and changedOn are mapped, else item"),
        .init(
            "columns", .table(.text),
            "Which column holds what: field and column name, where a field is one of "
                + CSVField.allCases.map(\.rawValue).joined(separator: ", ") + "; key '#' numbers the rows.",
            isRequired: true, example: "{key: ID, requestedOn: Created Date, finishedOn: Closed Date}"),
        .init(
            "date_format", .text, "How dates are written, with yyyy yy MM M MMM dd d HH H mm ss; other letters in single quotes.",
            default: "ISO 8601", example: "dd/MM/yyyy"),
        .init("timezone", .text, "Zone of clock times that carry no offset.", default: "the product's", example: "Europe/Zurich"),
        .init("delimiter", .text, "The sign between fields, or tab, comma, semicolon, pipe.", default: "auto", example: ";"),
        .init(
            "encoding", .oneOf(CSVEncoding.allCases.map(\.rawValue)),
            "How bytes stand for characters; auto tries a byte order mark, then UTF-8, then windows-1252.", default: "auto"),
        .init(
            "snapshot", .boolean,
            "Whether rows that a newer file lacks are taken back; true exactly where the rows are numbered (key '#').",
            default: "true for key '#', else false"),
        .init(
            "tracker", .text,
            "Name of the tracker that the keys belong to: exports with the same name share their items, so overlaps do not double.",
            default: "tracker", example: "support"),
    ])
}
