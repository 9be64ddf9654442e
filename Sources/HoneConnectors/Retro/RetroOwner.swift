/// Whoever an improvement belongs to: a role may stay, a person is only counted.
enum RetroOwner {
    private static let roles: [String: String] = [
        "team": "team", "the team": "team", "all": "team", "everyone": "team", "everybody": "team", "whole team": "team", "we": "team",
        "alle": "team", "dev team": "team", "devs": "team", "developers": "team", "development team": "team", "po": "product owner",
        "product owner": "product owner", "product manager": "product manager", "pm": "product manager", "sm": "scrum master",
        "scrum master": "scrum master", "agile coach": "coach", "coach": "coach", "facilitator": "facilitator", "qa": "testers",
        "testers": "testers", "ops": "operations", "devops": "operations", "operations": "operations", "ux": "design", "design": "design",
        "designers": "design", "customer": "customer", "management": "management", "tech lead": "tech lead", "architect": "architect",
    ]

    static func role(_ text: String) -> String? { roles[NameWord.words(in: text).joined(separator: " ")] }

    /// The single owners of a cell such as `Anna, Ben & PO`.
    static func parts(_ text: String) -> [String] {
        var spaced = text.map { ",;/&+|\u{1f}".contains($0) ? "\n" : String($0) }.joined()
        for word in [" and ", " und ", " et ", " y "] { spaced = spaced.split(separator: word).joined(separator: "\n") }
        return spaced.split(separator: "\n").map(trimmed).filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// Whether a text looks like names: up to three words, each with a capital, or mentions.
    static func isNames(_ text: String) -> Bool {
        let parts = parts(text)
        return !parts.isEmpty && parts.count <= 6
            && parts.allSatisfy { part in
                let words = part.split(separator: " ")
                return words.count <= 3
                    && words.allSatisfy { word in
                        word.first == "@" || (word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || "-'’.".contains($0) })
                    }
            }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
