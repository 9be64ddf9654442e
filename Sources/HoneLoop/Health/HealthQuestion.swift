/// A statement of a health check, to which people say from 1 (not at all) to 5 (completely) how true it is for this team.
package struct HealthQuestion: Sendable, Equatable {
    /// By which it is found again in later checks: `technical-debt`.
    package let id: String
    package let text: String

    package init(id: String, text: String) {
        (self.id, self.text) = (id, text)
    }

    package static let longestText = 160

    /// What stands before the statement in tables: `technical debt`.
    package var label: String { id.split(separator: "-").joined(separator: " ") }
}

/// What somebody says to one statement.
package enum HealthAnswer: Sendable, Hashable {
    /// 1 is not at all, 5 is completely.
    case level(Int)
    case cannotSay

    package static let levels = 1...5

    /// Reads `4` or `?`; nil for anything else.
    package init?(_ text: String) {
        if ["?", "x", "-", "can't say"].contains(text.lowercased()) {
            self = .cannotSay
        } else if let level = Int(text), Self.levels.contains(level) {
            self = .level(level)
        } else {
            return nil
        }
    }

    package static func meaning(_ level: Int) -> String {
        switch level {
        case 1: "not at all"
        case 2: "hardly"
        case 3: "partly"
        case 4: "mostly"
        default: "completely"
        }
    }
}
