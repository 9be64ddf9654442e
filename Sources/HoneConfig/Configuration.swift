package import HoneFacts
package import HoneLoop

/// What `hone.yaml` says, checked.
package struct Configuration: Sendable {
    package let product: Product
    /// IANA name.
    package let timezone: String
    package let workingDays: Set<Int>
    /// Path of the holiday file, as configured.
    package let holidays: String?
    package let holidayDateFormat: String?
    package let stages: [Stage]
    package let commitment: String?
    package let cancelledReasons: Set<String>
    package let workKindRules: [WorkKindRule]
    package let releasePattern: String
    package let delivery: DeliveryRule
    package let iterationDays: Int
    package let cadenceDays: Int
    package let iterationStart: CalendarDay
    package let phases: [String]
    package let serviceLevel: ServiceLevel?
    package let debtAreas: [String]
    package let bots: [String]
    package let sources: [Source]

    /// One entry of `sources`, as its connector's schema understands it.
    package struct Source: Sendable {
        /// `git` or `csv`.
        package let kind: String
        package let values: [String: SettingsValue]
        /// Where it stands: `sources[2]`.
        package let field: String
        /// 1, or more where sources before it read the same file in another way.
        package let reading: Int

        /// Names of one file are spelled alike: `./a.csv` is `a.csv`.
        var path: String {
            let parts = (values[kind]?.text ?? "").split(separator: "/", omittingEmptySubsequences: false)
            let plain = parts.enumerated().filter { $0 == 0 || !$1.isEmpty }.map(\.element).filter { $0 != "." }
            return plain.joined(separator: "/")
        }
    }

    /// The line of every value, by its path.
    let lines: [String: Int]

    /// What is wrong with a value in the eyes of whoever uses it, with its line, or that of what it is a part of.
    /// - Parameter field: the path of the value, such as `calendar.holidays`.
    package func problem(with field: String, _ message: String, _ advice: String, file: String) -> Diagnostic {
        var (path, line) = (field, lines[field])
        while line == nil, let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) {
            path = String(path[..<end])
            line = lines[path]
        }
        return Diagnostic(.refused, code: "configuration", file: file, line: line, message: "\(field) \(message)", advice: advice)
    }

    /// How to read the facts, with the zone and the holidays that the composition root looked up.
    package func interpretation(zone: ZoneTable, holidays days: Set<CalendarDay>) -> Interpretation {
        Interpretation(
            zone: zone, calendar: WorkingCalendar(weekdays: workingDays, holidays: days),
            stages: stages.isEmpty ? nil : StageMap(stages, commitment: commitment), cancelledReasons: cancelledReasons,
            workKindRules: workKindRules, releasePattern: GlobPattern(releasePattern), iterationDays: iterationDays,
            cadenceDays: cadenceDays,
            iterationStart: iterationStart, smallestGroup: product.smallestGroup, phases: phases,
            debtAreas: debtAreas, delivery: delivery, serviceLevel: serviceLevel)
    }
}

/// Everything that is wrong with a configuration, each with its line.
package struct ConfigurationError: Error, CustomStringConvertible {
    package let problems: [Diagnostic]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
