/// What a health check is opened with; fixed from then on, whatever hone.yaml says later.
package struct HealthTerms: Sendable, Equatable {
    /// Of the statements that come with Hone.
    package let packVersion: Int
    package let questions: [HealthQuestion]
    /// Fewest answers that a cell is shown for.
    package let k: Int
    /// How many people are asked.
    package let teamSize: Int
    package let allowsComments: Bool
    /// To which sheets are sealed. The key that opens them is a file beside the store, and is deleted when the check is closed.
    package let sealingKey: String

    package static let leastK = 3

    package init(packVersion: Int, questions: [HealthQuestion], k: Int, teamSize: Int, allowsComments: Bool, sealingKey: String) {
        (self.packVersion, self.questions, self.k) = (packVersion, questions, max(k, Self.leastK))
        (self.teamSize, self.allowsComments, self.sealingKey) = (teamSize, allowsComments, sealingKey)
    }

    /// A team smaller than k: private to the team instead of anonymous.
    package var isTeamOnly: Bool { teamSize < k }
}

extension HealthTerms {
    /// As the decision that opens a check holds them.
    package var details: [String: String] {
        var details = [
            "pack": String(packVersion), "k": String(k), "team": String(teamSize), "comments": allowsComments ? "yes" : "no",
            "sealing-key": sealingKey, "questions": questions.map(\.id).joined(separator: " "),
        ]
        for question in questions { details["question \(question.id)"] = question.text }
        return details
    }

    /// Nil where something is missing.
    init?(_ details: [String: String]) {
        func number(_ name: String) -> Int? { details[name].flatMap { Int($0) } }
        guard let pack = number("pack"), let k = number("k"), k >= Self.leastK, let team = number("team"), team >= HealthMedians.least,
            let comments = details["comments"], ["yes", "no"].contains(comments), let key = details["sealing-key"], !key.isEmpty,
            let ids = details["questions"]?.split(separator: " ").map(String.init), !ids.isEmpty, Set(ids).count == ids.count,
            ids.count <= HealthPack.most
        else { return nil }
        let questions = ids.compactMap { id in details["question \(id)"].map { HealthQuestion(id: id, text: $0) } }
        guard questions.count == ids.count else { return nil }
        self.init(
            packVersion: pack, questions: questions, k: k, teamSize: team, allowsComments: comments == "yes", sealingKey: key)
    }
}
