/// Which deployments reach users, and how an incident is laid to one of them.
package struct DeliveryRule: Sendable, Equatable {
    /// Patterns of the environments that users are in, in lower case. A deployment that names no environment counts.
    package let production: [String]
    /// How long after a deployment an incident is laid to it where nothing links the two.
    package let incidentWindow: IncidentWindow

    package static let defaultProduction = ["prod*", "live"]

    package init(production: [String] = Self.defaultProduction, incidentWindow: IncidentWindow = .day) {
        self.production = production.map { $0.lowercased() }
        self.incidentWindow = incidentWindow
    }

    package func isProduction(_ environment: String) -> Bool {
        environment.isEmpty || production.contains { GlobPattern($0).matches(environment.lowercased()) }
    }
}

/// The time after a deployment within which an incident is laid to it.
package enum IncidentWindow: Sendable, Equatable {
    case seconds(Int64)
    /// Until the next deployment, however late that is.
    case unlimited

    package static let day = IncidentWindow.seconds(86_400)

    /// Reads `90min`, `24h`, `7d` or `unlimited`; nil for anything else.
    package init?(_ text: String) {
        let compact = text.lowercased().filter { $0 != " " }
        if compact == "unlimited" {
            self = .unlimited
            return
        }
        let digits = compact.prefix { $0.isASCII && $0.isNumber }
        let lengths: [Substring: Int64] = ["min": 60, "h": 3600, "d": 86_400]
        guard let number = Int64(digits), (1...100_000).contains(number), let length = lengths[compact.dropFirst(digits.count)] else {
            return nil
        }
        self = .seconds(number * length)
    }

    /// Whether an incident this many seconds after a deployment is laid to it.
    package func covers(_ seconds: Int64) -> Bool {
        switch self {
        case .seconds(let length): (0...length).contains(seconds)
        case .unlimited: seconds >= 0
        }
    }
}
