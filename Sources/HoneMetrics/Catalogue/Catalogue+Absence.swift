import HoneFacts

extension Catalogue {
    /// What is said to somebody who names a metric that is none: near ones, or that there are no numbers of people.
    package static func absence(of id: String) -> String {
        guard !PeoplesData.isNamed(in: id) else { return "There is no metric '\(id)'. \(PeoplesData.refusal)" }
        let close = suggestions(for: id)
        let advice = close.isEmpty ? "" : " Did you mean \(close.joined(separator: ", "))?"
        return "There is no metric '\(id)'.\(advice) hone metric list shows them all."
    }
}
