import HoneFacts
import HoneLoop
import Yams

extension Configuration {
    static let outsideSchema = SettingsSchema([
        .init("metric", .oneOf(Capability.metrics), "The metric whose trend it stands beside.", isRequired: true),
        .init("value", .text, "The number with its unit, in the words of the source.", isRequired: true, example: "30 d"),
        .init("said_by", .text, "The report, paper or organisation that says so.", isRequired: true, example: "Survey of Software Teams"),
        .init("date", .text, "When it was said: a year, a month or a day.", isRequired: true, example: "2024"),
        .init("where", .text, "A link, or a chapter and page."),
    ])

    /// Numbers of others. Each has a number in it, and a date.
    static func outside(_ root: Node, _ entries: [SettingsValue], _ reader: inout SettingsReader) -> [OutsideReference] {
        let nodes: [Node] = if case .sequence(let sequence)? = root["outside"] { Array(sequence) } else { [] }
        return entries.enumerated().compactMap { index, entry in
            let values = entry.table
            guard let metric = values["metric"]?.text, let value = values["value"]?.text, let saidBy = values["said_by"]?.text,
                let date = values["date"]?.text
            else { return nil }
            let (node, field) = (index < nodes.count ? nodes[index] : root, "outside[\(index + 1)]")
            if !value.contains(where: \.isNumber) {
                reader.problem(
                    node, "\(field).value", "is '\(value)', in which no number stands.", "Write it as 30 d, 0.5 a week or 12 items.")
            }
            if !OutsideReference.isDate(date) {
                reader.problem(node, "\(field).date", "is '\(date)', not a date.", "Write it as 2024, 2024-06 or 2024-06-30.")
            }
            return OutsideReference(metric: metric, value: value, saidBy: saidBy, date: date, place: values["where"]?.text)
        }
    }
}
