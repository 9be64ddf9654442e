/// The statements that come with Hone. A text that changes gets the next version of the pack, and old checks keep the old text.
package struct HealthPack: Sendable, Equatable {
    package let version: Int
    package let questions: [HealthQuestion]

    package static let current = HealthPack(
        version: 1,
        questions: [
            .init(id: "teamwork", text: "We help each other finish before we start something new."),
            .init(id: "collaboration", text: "Those who order the work and those who build it decide together what comes next."),
            .init(id: "technical-debt", text: "We can change our code without being afraid of what else will break."),
            .init(id: "flow", text: "What we start moves on to its end without long waits."),
            .init(id: "learning", text: "What we learn from mistakes changes the way we work."),
            .init(id: "safety", text: "Anyone here can say that something is going wrong, and is heard."),
            .init(id: "purpose", text: "I know who will be better off with what we are building now."),
            .init(id: "quality", text: "What we hand over works, and we rarely have to come back to it."),
            .init(id: "tools", text: "Our builds, tests and environments are quick, and we can rely on them."),
            .init(id: "pace", text: "We could go on at this pace for a year."),
        ])

    /// Most statements in one check: more of them, and people stop thinking.
    package static let most = 24

    /// The pack with a team's own statements behind it, one a line: `id: statement`. Lines that begin with `#` and blank ones count for
    /// nothing.
    /// - Throws: `Refusal` with each line that is none.
    package func adding(_ text: String, file: String) throws(Refusal) -> [HealthQuestion] {
        var (questions, problems) = (questions, [String]())
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Self.trimmed(line)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: ":", maxSplits: 1).map(Self.trimmed)
            let isID = parts[0].utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            if parts.count < 2 || parts[1].isEmpty || !isID || parts[0].isEmpty || parts[0].count > 30 {
                problems.append("\(file):\(place + 1): a statement is written as `meetings: Our meetings are worth their time.`")
            } else if parts[1].count > HealthQuestion.longestText {
                problems.append(
                    "\(file):\(place + 1): the statement is longer than \(HealthQuestion.longestText) characters. Say it shorter.")
            } else if questions.contains(where: { $0.id == parts[0] }) {
                problems.append("\(file):\(place + 1): there is a statement '\(parts[0])' already. Give it another name.")
            } else {
                questions.append(HealthQuestion(id: parts[0], text: parts[1]))
            }
        }
        if questions.count > Self.most {
            problems.append(
                "\(file): these are \(questions.count) statements with the \(self.questions.count) of the pack, and \(Self.most) are the most. Leave some out."
            )
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return questions
    }

    private static func trimmed(_ text: Substring) -> String {
        let end = text.lastIndex { !$0.isWhitespace }
        return end.map { String(text[...$0].drop { $0.isWhitespace }) } ?? ""
    }
}
