/// How to read the facts of one product. A value: changing it changes what is computed, never what is stored.
package struct Interpretation: Sendable {
    package var zone: ZoneTable
    package var calendar: WorkingCalendar
    /// Nil where nobody said which statuses mean what: items with transitions then have no start.
    package var stages: StageMap?
    /// Reasons such as "Won't Fix" with which a finished item counts as cancelled; empty until someone sets it.
    package var cancelledReasons: Set<String>
    package var workKindRules: [WorkKindRule]
    /// Which tags are releases.
    package var releasePattern: GlobPattern
    /// Length of an iteration in days and the first day of one, for shares that are judged iteration by iteration.
    package var iterationDays: Int
    /// After how many days work comes to its ends, as a rule: those of a sprint, two weeks where nobody works in sprints.
    package var cadenceDays: Int
    package var iterationStart: CalendarDay
    /// A bug open for longer than this is a legacy bug. Days.
    package var legacyBugAge: Int
    /// Below this share of finished items with a known kind, shares of kinds are shown as a range.
    package var classifiedFloor: Double
    /// The shares of improvement work that a team reserves; iterations are counted that reach theirs.
    package var reserveFloors: ReserveFloors
    /// Fewest people that a number about how people work together may stand on; never under 3.
    package var smallestGroup: Int
    /// The order of the phases that defects come from and are found in, for example of a phased project; empty is the usual one.
    package var phases: [String]
    /// Paths of the code that a debt is said to sit in; empty is the folders of the hottest files.
    package var debtAreas: [GlobPattern]
    /// Which deployments reach users, and which of them an incident is laid to.
    package var delivery: DeliveryRule
    /// The line that charts draw and attainment is counted by, where somebody wrote one down; agreeing on it is another matter.
    package var serviceLevel: ServiceLevel?

    package init(
        zone: ZoneTable = .utc, calendar: WorkingCalendar = WorkingCalendar(), stages: StageMap? = nil,
        cancelledReasons: Set<String> = [], workKindRules: [WorkKindRule] = [], releasePattern: GlobPattern = GlobPattern("*"),
        iterationDays: Int = 14, cadenceDays: Int? = nil, iterationStart: CalendarDay = CalendarDay(number: 4), legacyBugAge: Int = 90,
        classifiedFloor: Double = 0.7, reserveFloors: ReserveFloors = ReserveFloors(0.1), smallestGroup: Int = 5, phases: [String] = [],
        debtAreas: [String] = [], delivery: DeliveryRule = DeliveryRule(), serviceLevel: ServiceLevel? = nil
    ) {
        self.zone = zone
        self.calendar = calendar
        self.stages = stages
        self.cancelledReasons = Set(cancelledReasons.map(Self.reasonWords))
        self.workKindRules = workKindRules
        self.releasePattern = releasePattern
        self.iterationDays = max(1, iterationDays)
        self.cadenceDays = max(1, cadenceDays ?? iterationDays)
        self.iterationStart = iterationStart
        self.legacyBugAge = legacyBugAge
        self.classifiedFloor = classifiedFloor
        self.reserveFloors = reserveFloors
        self.smallestGroup = max(Self.fewestPeople, smallestGroup)
        self.phases = phases
        self.debtAreas = debtAreas.map(GlobPattern.init)
        self.delivery = delivery
        self.serviceLevel = serviceLevel
    }

    /// Whether an item that was closed with a reason counts as cancelled; interfaces write `NOT_PLANNED` where people read `not planned`.
    func isCancelled(reason: String) -> Bool { cancelledReasons.contains(Self.reasonWords(reason)) }

    private static func reasonWords(_ reason: String) -> String { reason.lowercased().replacing("_", with: " ") }

    /// No setting makes a group smaller than this.
    package static let fewestPeople = 3

    /// The kind of an item: the first rule that fits; else a type spelled like a work kind is that kind; else unclassified.
    package func workKind(type: String, labels: [String], title: String, changed: [String] = []) -> WorkKind {
        for rule in workKindRules where rule.fits(type: type, labels: labels, title: title, changed: changed) { return rule.kind }
        let spelled = type.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
        return WorkKind(rawValue: spelled) ?? .unclassified
    }

    /// Which iteration a day falls into; consecutive integers.
    package func iteration(of day: CalendarDay) -> Int {
        let distance = day - iterationStart
        return distance >= 0 ? distance / iterationDays : (distance - iterationDays + 1) / iterationDays
    }

    package func firstDay(ofIteration number: Int) -> CalendarDay { iterationStart + number * iterationDays }
}
