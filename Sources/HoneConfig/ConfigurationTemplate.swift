package import HoneFacts
package import HoneLoop

/// Writes a commented `hone.yaml`: what was found, what was guessed, and what else there is to say.
package struct ConfigurationTemplate {
    package var product: String
    package var timezone: String
    /// Whether nobody named the zone.
    package var isZoneAssumed = false
    package var customer = "customer"
    /// Nil where nobody said how they work: the page says then that it is assumed.
    package var lifeCycle: LifeCycle?
    /// Days of the sprints that a source tells of, and the first day of the last one.
    package var iteration: (days: Int, startsOn: CalendarDay)?
    /// Each source as its keys and values, already YAML.
    package var sources: [[(key: String, value: String)]] = []
    package var holidays: String?
    package var holidayDateFormat: String?
    package var stages: [Stage] = []
    package var commitment: String?
    package var workKinds: [(type: String, kind: WorkKind)] = []
    /// Types that no rule above names: a guess where there is one, and the count.
    package var otherTypes: [(type: String, guess: WorkKind?, count: Int)] = []
    /// Labels: a guess where there is one, and the count.
    package var labels: [(label: String, guess: WorkKind?, count: Int)] = []
    package var statuses: [(name: String, count: Int)] = []
    package var reasons: [(name: String, count: Int)] = []
    /// Remarks for the head of the file.
    package var remarks: [String] = []

    package init(product: String, timezone: String) {
        self.product = product
        self.timezone = timezone
    }

    /// A text as a single-quoted YAML scalar.
    package static func quoted(_ text: String) -> String {
        let plain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._/+ -".contains($0)) }
        let isWord = text.first.map { $0.isLetter || $0 == "/" } ?? false
        let reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "~"]
        if plain, isWord, !reserved.contains(text.lowercased()), text.last != " " { return text }
        // What YAML takes in no form but this one.
        if text.unicodeScalars.contains(where: isControl) { return escaped(text) }
        return "'" + text.replacing("'", with: "''") + "'"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.value == 0xfffe || scalar.value == 0xffff
    }

    /// Between double quotes, with what cannot be printed by its number.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "\"") { result, scalar in
            if isControl(scalar) {
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                if scalar == "\"" || scalar == "\\" { result += "\\" }
                result.unicodeScalars.append(scalar)
            }
        } + "\""
    }

    package var yaml: String {
        // A comment ends with its line, whatever an export holds.
        var plain = self
        plain.otherTypes = otherTypes.map { (Self.oneLine($0.type), $0.guess, $0.count) }
        plain.labels = labels.map { (Self.oneLine($0.label), $0.guess, $0.count) }
        plain.statuses = statuses.map { (Self.oneLine($0.name), $0.count) }
        plain.reasons = reasons.map { (Self.oneLine($0.name), $0.count) }
        plain.remarks = remarks.map(Self.oneLine)
        return plain.text
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline || $0.unicodeScalars.contains(where: isControl) ? " " : $0 })
    }

    private var text: String {
        var lines = [
            "# How hone reads the evidence of this product. Check it with: hone config check",
            "# Every key: Documentation/Configuration.md in hone's repository, or hone config schema.",
        ]
        lines += remarks.map { "# " + $0 }
        lines += ["", "product: \(Self.quoted(product))"]
        lines.append("timezone: \(timezone)" + (isZoneAssumed ? "   # assumed: days begin and end in this IANA zone" : ""))
        lines.append("customer: \(Self.quoted(customer))   # what you call the person who asks for things")
        if let lifeCycle {
            lines += [
                "life_cycle:",
                "  - kind: \(lifeCycle.rawValue)   # scrum, kanban, lean-startup or phased; add an entry with from: when it changed",
            ]
        } else {
            lines += [
                "# How you work was not said, so kanban is assumed: work that flows, without iterations.", "# life_cycle:",
                "#   - kind: scrum   # scrum, kanban, lean-startup or phased; add an entry with from: when it changed",
            ]
        }
        if let iteration, lifeCycle == .scrum {
            lines += [
                "iteration:   # as most sprints of the export, and the day on which the last of these began", "  days: \(iteration.days)",
                "  starts_on: \(iteration.startsOn)",
            ]
        }
        lines.append("")
        lines += calendarLines + [""] + sourceLines + [""] + stageLines + [""] + kindLines + [""] + reasonLines
        lines += [
            "", "releases:", "  pattern: '*'   # tags that are releases, with * and ?; for example 'v*'", "", "privacy:",
            "  smallest_group: 5   # fewest contributors that a breakdown may stand on; never under 3",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private var calendarLines: [String] {
        var lines = ["calendar:", "  working_days: [mon, tue, wed, thu, fri]"]
        lines.append(holidays.map { "  holidays: \(Self.quoted($0))" } ?? "  # holidays: holidays.ics   # iCalendar, or a CSV with dates")
        if let holidayDateFormat { lines.append("  date_format: \(Self.quoted(holidayDateFormat))") }
        return lines
    }

    private var sourceLines: [String] {
        guard !sources.isEmpty else {
            return [
                "# No source was found here. Add a repository or an export:", "#   - git: .", "#   - csv: export.csv",
                "#     columns: {key: ID, kind: Type, requestedOn: Created, startedOn: Started, finishedOn: Closed}", "sources: []",
            ]
        }
        return ["sources:"]
            + sources.flatMap { source in
                source.enumerated().map { position, pair in (position == 0 ? "  - " : "    ") + "\(pair.key): \(pair.value)" }
            }
    }

    private var stageLines: [String] {
        let meaning = "# The way from idea to product, left to right. kind: backlog, wait, active, done or cancelled."
        guard !stages.isEmpty else {
            return [meaning] + Self.listed("# Statuses that items are in: ", statuses) + [
                "# stages:", "#   - {name: To do, kind: backlog}", "#   - {name: In progress, kind: active, statuses: [Doing]}",
                "#   - {name: Done, kind: done}", "# commitment: In progress   # from here on work counts as started",
            ]
        }
        var lines = [meaning, "# Guessed from the names of the statuses: look through it.", "stages:"]
        for stage in stages {
            let statuses = stage.statuses.isEmpty ? "" : ", statuses: [\(stage.statuses.map(Self.quoted).joined(separator: ", "))]"
            let group = Stage(name: stage.name, kind: stage.kind).group == stage.group ? "" : ", group: \(stage.group.rawValue)"
            lines.append("  - {name: \(Self.quoted(stage.name)), kind: \(stage.kind.rawValue)\(group)\(statuses)}")
        }
        if let commitment { lines.append("commitment: \(Self.quoted(commitment))   # from here on work counts as started") }
        return lines
    }

    private var kindLines: [String] {
        var lines = [
            "# What work is for: feature, bug, refactoring, legacy-bug, process, tool or other. The first rule that fits wins;",
            "# conditions: type, label, title (with * and ?), path. A type spelled like a work kind is that kind.",
        ]
        let guessed =
            otherTypes.filter { $0.guess != nil }.map { ("type", $0.type, $0.guess, $0.count) }
            + labels.filter { $0.guess != nil }.prefix(Self.longestList).map { ("label", $0.label, $0.guess, $0.count) }
        lines.append(workKinds.isEmpty && guessed.isEmpty ? "# work_kinds:" : "work_kinds:")
        lines += workKinds.map { "  - {kind: \($0.kind.rawValue), type: [\(Self.quoted($0.type))]}" }
        lines += guessed.map { condition, name, guess, count in
            "  - {kind: \(guess?.rawValue ?? ""), \(condition): [\(Self.quoted(name))]}   # \(Self.items(count)), guessed"
        }
        lines += otherTypes.filter { $0.guess == nil }.map {
            "#  - {kind: other, type: [\(Self.quoted($0.type))]}   # \(Self.items($0.count)): unclassified until you say"
        }
        lines += Self.listed("# Labels that no rule names: ", labels.filter { $0.guess == nil }.map { ($0.label, $0.count) })
        if workKinds.isEmpty, otherTypes.isEmpty, guessed.isEmpty { lines.append("#  - {kind: bug, label: [bug, defect]}") }
        return lines
    }

    /// More of a kind are not listed.
    private static let longestList = 30

    private static func items(_ count: Int) -> String { "\(count) item\(count == 1 ? "" : "s")" }

    private static func listed(_ heading: String, _ names: [(name: String, count: Int)]) -> [String] {
        guard !names.isEmpty else { return [] }
        let more = names.count > longestList ? ", and \(names.count - longestList) more" : ""
        return [heading + names.prefix(longestList).map { "\($0.name) (\($0.count))" }.joined(separator: ", ") + more]
    }

    private var reasonLines: [String] {
        if reasons.isEmpty { return ["# cancelled_reasons: [Won't Fix, Duplicate]   # closed with these is cancelled, not finished"] }
        return Self.listed("# Reasons found: ", reasons)
            + ["# cancelled_reasons: []   # closed with these is cancelled, not finished"]
    }
}
