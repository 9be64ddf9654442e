package import HoneFacts
package import HoneMetrics

/// One page with goals and process side by side. A plain value: terminal, HTML, Markdown and JSON show the same one.
package struct Scorecard: Sendable {
    package var product: String
    /// For example `Scrum, sprints of 14 days`, or `Kanban since 5 Oct 2026`.
    package var lifeCycle: String
    package var window: Window
    package var zone: String
    /// The day the page stands for.
    package var today: CalendarDay
    /// Set when the evidence ends long before today and the window ends with it.
    package var evidenceEndsOn: CalendarDay?
    /// Set when weeks are over since a source was last read: the page stands for those before.
    package var unreadSince: CalendarDay? = nil
    package var evidence: [Evidence]
    package var workingSoftware: [String]
    package var lanes: [Lane]
    package var process: [ProcessRow]
    /// Drifts over the whole history; nil for a product that is too young for them. `capabilityStanding` is what the page says of it.
    package var capability: Capability? = nil
    /// How much history there is for such drifts.
    package var capabilityHistory = CapabilityHistory.none
    /// The decision in force that the section is empty, and its day.
    package var emptyCapability: (choice: EmptyCapability, since: CalendarDay)? = nil
    /// Numbers of others that people hold these trends beside, from hone.yaml.
    package var outside: [OutsideReference] = []
    /// Phases, gates and the improvement lane; nil where the product is not phased.
    package var phased: PhasedPicture? = nil
    /// Sentences on the loops of build, measure and learn; empty where the product does not work by them.
    package var learning: [String] = []
    /// Sentences on where the time goes.
    package var flow: [String]
    package var improvement: Improvement
    /// The three lines that answer where improvement lives, whether it pays, which KPI or why none.
    package var whereItLives: String
    package var whetherItPays: String
    package var whichKPI: String
    package var cannotSay: [Gap]
    /// Sentences about the product's context, from hone.yaml.
    package var notes: [String] = []
    /// Where the life cycle became another one.
    package var breaks: [Break] = []

    /// A source and how fresh it is.
    package struct Evidence: Sendable {
        package var origin: String
        /// Seconds since it was read.
        package var ageSeconds: Int64
    }

    /// The goals of one kind; shown empty where there is none.
    package struct Lane: Sendable {
        package var kind: Goal.Kind
        package var goals: [GoalLine]
    }

    /// A goal with the KPIs that serve it, and what its process lacks.
    package struct GoalLine: Sendable {
        package var number: Int
        package var outcome: String
        /// What became of it, such as `met 3 Mar 2026: …`; empty for one that is open.
        package var standing: String = ""
        /// Its own number, where it has one.
        package var measure: MeasureLine? = nil
        package var kpis: [KPILine] = []
        /// Why no process KPI serves it, in a sentence.
        package var gap: String
        /// The command that closes the gap.
        package var next: String
    }

    /// A KPI: its number, and what was agreed about it.
    package struct KPILine: Sendable {
        package var number: Int
        /// `cycle time p85`.
        package var name: String
        package var metric: String
        /// The number over the page's window with what it stands on; nil for a proposal and for what expired.
        package var observed: String?
        /// `target <= 10 d: reached`; nil where nothing agreed may be held against the number.
        package var target: String?
        /// `agreed v2, review 14 Jan 2027`.
        package var standing: String
        /// `guard reopen rate <= 5 %: holds`; nil for a proposal.
        package var held: String?
        package var remarks: [String]
        /// The command that takes it further; may be empty.
        package var next: String
        /// Whether it is agreed and has not expired.
        package var isInForce: Bool
        /// What the three words of `held` and `target` say, for programs.
        package var guardState: KPIReading.Guard?
        package var targetState: KPIReading.Target?
        /// What its number alone would hide.
        package var signs: [Sign] = []
    }

    /// A process number beside its own past.
    package struct ProcessRow: Sendable {
        package var name: String
        package var observation: Observation
        /// The eight quarters that end with the window, oldest first.
        package var past: [HistoryPoint]
        /// Whether the number is the 85th percentile of a distribution.
        package var isPercentile: Bool
        /// The same number over the quarters; nil where undefined.
        package var history: [Double?] { past.map { $0.shown(isPercentile: isPercentile) } }
        /// The sample behind each of them.
        package var historyCounts: [Int] { past.map(\.n) }
        package var role: String
        /// The number, with unit, as a page shows it; `none` where undefined.
        package var nowText: String
        package var rangeText: String
        /// Days from which on the number is read or meant in another way.
        package var breaks: [Break] = []
    }

    /// A note that waits for an answer.
    package struct Note: Sendable {
        package var number: Int
        package var text: String
        /// Seconds since 1970.
        package var notedAt: Int64
    }

    /// A line on improvements.
    package struct Running: Sendable, Equatable {
        /// `measuring`, `promised`, `to decide`, `decided`.
        package var label: String
        package var text: String
        /// May be empty.
        package var next: String

        package init(label: String, text: String, next: String = "") {
            (self.label, self.text, self.next) = (label, text, next)
        }
    }

    /// The reserve against what was spent, and the notes that wait for an answer.
    package struct Improvement: Sendable {
        package var reserveFloor: Double
        package var share: Observation
        /// Iterations at or above the floor, of how many.
        package var met: (count: Int, of: Int)?
        package var unansweredNotes: [Note]
        /// Sentences on what is promised, measured and decided, with the command that goes on.
        package var running: [Running] = []
        package var oldestNoteDays: Int?
        /// What became of the improvements that ceremonies noted, in a sentence; nil where none was read.
        package var fromCeremonies: String?
        /// What is agreed, planned and used period by period; nil where nobody looked.
        package var reserve: ReservePicture? = nil
        /// What was used in the window of the page, where the reserve is counted in another unit than items; nil where it is items.
        package var used: ReserveUse? = nil
        /// The last health check in a line; nil where none was held.
        package var healthCheck: String? = nil
    }

    /// Something that cannot be said, why, and what would mend it.
    package struct Gap: Sendable, Hashable {
        package var what: String
        package var why: String
        package var next: String

        package init(what: String, why: String, next: String) {
            self.what = what
            self.why = why
            self.next = next
        }
    }
}
