internal import HoneFacts

/// The facts that are not about items: which of their fields a column can be mapped to, and what is stored of it.
extension CSVSettings.Shape {
    /// A field of a fact, in the order of the columns of its family.
    struct Part: Sendable {
        enum Kind: Sendable {
            /// A name of something that is not a person, kept as it is.
            case key
            /// Names of things, apart by spaces, commas or semicolons.
            case keys
            /// Free text, masked.
            case text
            case instant
            /// A number, kept as text with all its digits.
            case number(isSigned: Bool)
            /// Yes or no.
            case flag
        }

        let field: CSVField
        let kind: Kind

        init(_ field: CSVField, _ kind: Kind) {
            self.field = field
            self.kind = kind
        }
    }

    var family: FactFamily {
        switch self {
        case .item: .item
        case .transition: .transition
        case .worklog: .workLog
        case .deployment: .deployment
        case .incident: .incident
        case .build: .build
        case .planLine: .planLine
        case .measurement: .measurement
        }
    }

    var parts: [Part] {
        switch self {
        case .item, .transition, .worklog: []
        case .deployment:
            [
                Part(.key, .key), Part(.service, .text), Part(.environment, .text), Part(.status, .text), Part(.startedOn, .instant),
                Part(.finishedOn, .instant), Part(.sha, .key), Part(.commits, .keys), Part(.items, .keys), Part(.unplanned, .flag),
                Part(.repairs, .key),
            ]
        case .incident:
            [
                Part(.key, .key), Part(.service, .text), Part(.severity, .text), Part(.openedOn, .instant), Part(.resolvedOn, .instant),
                Part(.deployment, .key), Part(.sha, .key), Part(.fromChange, .flag),
            ]
        case .build:
            [
                Part(.key, .key), Part(.pipeline, .text), Part(.branch, .text), Part(.status, .text), Part(.startedOn, .instant),
                Part(.finishedOn, .instant), Part(.sha, .key),
            ]
        case .planLine:
            [
                Part(.key, .key), Part(.kind, .text), Part(.statedOn, .instant), Part(.plannedStartOn, .instant),
                Part(.plannedFinishOn, .instant), Part(.budget, .number(isSigned: false)), Part(.finishedOn, .instant),
                Part(.cost, .number(isSigned: false)), Part(.phase, .text),
            ]
        case .measurement:
            [Part(.name, .text), Part(.date, .instant), Part(.value, .number(isSigned: true)), Part(.unit, .text)]
        }
    }

    /// Fields without which a row says nothing: they have to be mapped, and to be filled in. What has no name of its own is a
    /// measurement named by the column of its value.
    var needed: [CSVField] {
        switch self {
        case .item, .transition, .worklog: []
        case .deployment: [.finishedOn]
        case .incident: [.key, .openedOn]
        case .build: [.finishedOn, .status]
        case .planLine: [.key, .plannedFinishOn]
        case .measurement: [.date, .value]
        }
    }

    /// Fields that tell one fact of a source from another, where the source has no key for it. A plan that says something else of a
    /// line is another fact, so that it cannot take the place of the baseline.
    var identity: [CSVField] {
        switch self {
        case .item, .transition, .worklog: []
        case .deployment: [.service, .environment, .finishedOn, .sha]
        case .incident: [.key]
        case .build: [.pipeline, .finishedOn, .sha]
        case .planLine: [.key, .statedOn, .plannedStartOn, .plannedFinishOn, .budget]
        case .measurement: [.name, .date]
        }
    }

    /// Whether a key alone tells a fact from the others.
    var isKeyed: Bool { self == .deployment || self == .incident || self == .build }

    /// Fields that no item has.
    var onlyFields: [CSVField] {
        parts.map(\.field).filter {
            !CSVField.ofItems.contains($0) && !CSVField.ofTransitions.contains($0) && !CSVField.ofWorkLogs.contains($0)
        }
    }

    /// `deployment has key, service, …`.
    var sentence: String { "\(rawValue) has " + parts.map(\.field.rawValue).joined(separator: ", ") }
}
