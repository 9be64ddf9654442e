package import HoneFacts
package import HoneLoop
import HoneMetrics
import HoneStatistics

/// The sentences of the reserve that are the same in every form. Nobody is asked to explain; what was decided is told by role.
package struct ReserveWords {
    let picture: ReservePicture

    package init(_ picture: ReservePicture) { self.picture = picture }

    /// `at least 10 % of finished items, agreed from 1 Dec 2026 on`.
    package var agreement: String { Self.agreement(picture.reserve) }

    package static func agreement(_ reserve: Reserve) -> String {
        let untold = reserve.unit.isTold ? "" : " (which no source tells, so nobody can see whether it is kept)"
        let what = "at least \(ValueText.percent(reserve.floor)) % of \(counted(reserve.unit))\(untold)"
        guard reserve.isAgreed else { return what + ", the usual; nobody agreed on one yet" }
        return what + ", agreed from \(DayText.day(reserve.from)) on" + (reserve.reason.isEmpty ? "" : ": \(reserve.reason)")
    }

    package static func counted(_ unit: Reserve.Unit) -> String {
        switch unit {
        case .items: "finished items"
        case .hours: "the hours logged on finished items"
        case .points: "the points of finished items"
        case .changes: "merged changes"
        }
    }

    /// What begins later, if anything.
    package var coming: String? { picture.next.map { "from \(DayText.day($0.from)): \(Self.agreement($0))" } }

    /// `last sprint`, `running sprint`, `last period`.
    package var label: String? { picture.last.map { ($0.isRunning ? "running " : "last ") + picture.word } }

    /// `0 % of >= 10 % (0 of 12 items), 9 Nov to 22 Nov 2026; planned 8 % of the items it began with`.
    package func sentence(_ period: ReservePicture.Period) -> String {
        "\(used(period)), \(Self.days(period.window))\(planned(period))"
    }

    /// The same without the days.
    package func text(_ period: ReservePicture.Period) -> String {
        used(period) + planned(period) + (period.isRunning ? "; not over yet" : "")
    }

    private func planned(_ period: ReservePicture.Period) -> String {
        period.planned.map { "; planned \(ValueText.percent($0)) % of the items it began with" } ?? ""
    }

    /// `0 % of >= 10 % (0 of 12 items)`.
    package func used(_ period: ReservePicture.Period) -> String {
        let (use, floor) = (period.used, "of >= \(ValueText.percent(period.reserve.floor)) %")
        let sofar = period.isRunning ? " so far" : ""
        if let missing = use.missing { return "cannot be told\(sofar) \(floor): \(missing)" }
        if let share = use.share { return "\(ValueText.percent(share)) % \(floor)\(sofar) (\(Self.amount(use)))" }
        guard let range = use.range else { return "nothing was finished\(sofar), \(floor)" }
        return
            "\(ValueText.range(range.lowerBound, range.upperBound, unit: .share)) \(floor)\(sofar): too few of \(ValueText.short(use.all)) \(Self.noun(use.unit)) have a known kind\(Self.unlogged(use))"
    }

    /// `28 % of the hours logged on finished items was improvement (344 of 1,245 hours)`: of a whole window, in the unit agreed on.
    static func whole(_ use: ReserveUse) -> String {
        if let missing = use.missing { return "Cannot be told yet: \(missing)." }
        if let share = use.share {
            return "\(ValueText.percent(share)) % of \(counted(use.unit)) was improvement (\(amount(use)))"
        }
        guard let range = use.range else { return "Nothing was finished in this window." }
        return
            "somewhere in \(ValueText.range(range.lowerBound, range.upperBound, unit: .share)) of \(counted(use.unit)): too few have a known kind for one number\(unlogged(use))"
    }

    private static func amount(_ use: ReserveUse) -> String {
        "\(ValueText.short(use.improvement)) of \(ValueText.short(use.all)) \(noun(use.unit))\(unlogged(use))"
    }

    /// `; 12 finished items without logged time are not in it`; empty where there is none.
    private static func unlogged(_ use: ReserveUse) -> String {
        guard use.unlogged > 0 else { return "" }
        let (items, are) = use.unlogged == 1 ? ("item", "is") : ("items", "are")
        return "; \(ValueText.grouped(use.unlogged)) finished \(items) without logged time \(are) not in it"
    }

    static func noun(_ unit: Reserve.Unit) -> String { unit == .hours ? "hours" : unit.rawValue }

    package static func days(_ window: Window) -> String { "\(DayText.short(window.from)) to \(DayText.day(window.to + -1))" }

    /// Said where a window is too short for a period; nil where there is one.
    package var none: String? {
        guard picture.periods.isEmpty else { return nil }
        return
            "No \(picture.word) begins in these days: each has \(CountText.counted(picture.periodDays, "day")). Ask for a longer time: --from"
    }

    /// `met in 3 of 8 sprints`; of the usual one `not agreed on, reached in 3 of 8 sprints`.
    package var met: String? {
        picture.met.map { met in
            let (weeks, days) = (CountText.counted(picture.periodDays / 7, "week"), CountText.counted(picture.periodDays, "day"))
            let length = picture.word == "sprint" ? "" : " of \(picture.periodDays % 7 == 0 ? weeks : days)"
            let periods = picture.word + (met.of == 1 ? "" : "s") + length
            return "\(picture.reserve.isAgreed ? "met" : "not agreed on, reached") in \(met.count) of \(met.of) \(periods)"
        }
    }

    /// What the reserve went to instead, a sentence for each decision, oldest first.
    package var raids: [String] { picture.periods.flatMap { period in period.raids.map { Self.raid($0, period) } } }

    static func raid(_ raid: ReserveRaid, _ period: ReservePicture.Period) -> String {
        "\(days(period.window)): \(wentElsewhere(raid))"
    }

    /// The same for periods that are not shown.
    package var otherRaids: [String] {
        picture.otherRaids.map { "not in the periods above, the one with \(DayText.day($0.periodFrom)): \(Self.wentElsewhere($0))" }
    }

    /// The same in a line for a page: how many there are, and the newest in full; nil where there is none.
    var otherRaidsInShort: String? {
        let raids = picture.otherRaids
        guard let newest = raids.max(by: { ($0.periodFrom, $0.decidedAt) < ($1.periodFrom, $1.decidedAt) }) else { return nil }
        let start = raids.count == 1 ? "in another period," : "\(raids.count) in other periods (hone reserve show), the newest in"
        return "\(start) the one with \(DayText.day(newest.periodFrom)): \(Self.wentElsewhere(newest))"
    }

    private static func wentElsewhere(_ raid: ReserveRaid) -> String { "went to other work, decided by \(raid.role): \(raid.reason)" }

    /// What would show whether a reserve is kept that nobody can see; nil where it can be seen.
    package static func advice(_ reserve: Reserve) -> String? {
        reserve.unit.isTold
            ? nil
            : "No source that Hone reads tells story points. The agreement is recorded; to see whether it is kept, agree on items, hours or changes: hone reserve set --floor \"\(ValueText.percent(reserve.floor)) %\" --unit items"
    }
}
