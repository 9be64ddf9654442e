import ArgumentParser
import HoneConnectors
import HoneFacts
import HoneLoop
import HoneReport
import HoneStatistics
import HoneWorkflows

struct SeriesCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "What a dated record did since a day: better, worse, or not to be told.",
        discussion: """
            Rows become weekly values, Monday to Sunday in the product's zone (UTC without
            one); a first or last week that is not whole is left out. Durations: one row
            an item. Shares: a column of 0 and 1, one row an item, or two columns, --value
            k --of n. Counts: a column of counts, or --rows for one row an event. The week
            of the day is left out; the 12 weeks behind it are held against at most 52
            weeks before, and against what the record did by itself. "undetermined" is a
            normal answer. No cause is ever claimed. With --group every product or team in
            a column is compared for itself, and the median of their effects is told;
            never people. With --months the rows are monthly and counted from that of the
            change, which is 0.

            Examples:
              hone series compare reviews.csv --at 2026-06-01 --date merged --value hours \\
                --kind duration --better lower
              hone series compare tests.csv --at 2026-06-01 --date day --value failed \\
                --of run --kind share --better lower --smallest 2%
              hone series compare incidents.csv --at 2026-06-01 --date opened --rows \\
                --kind count --better lower
              hone series compare products.csv --group product --months month --value hours
            """)

    @OptionGroup var input: TableArguments

    @Option(name: .long, help: "The day from which the change was in force, YYYY-MM-DD. Not with --months.")
    var at: String?

    @Option(name: .long, help: "The column of dates. Default: the only one that holds nothing else.")
    var date: String?

    @Option(name: .long, help: "How the dates are written, such as dd/MM/yyyy. Default: ISO 8601.")
    var dateFormat: String?

    @Option(name: .long, help: "What the values are.")
    var kind: SeriesKind = .duration

    @Option(name: .long, help: "For shares: the column with the n of k out of n.")
    var of: String?

    @Flag(name: .long, help: "For counts: each row is one event.")
    var rows = false

    @Option(name: .long, help: "Which way is better. Default for durations: lower.")
    var better: EffectTerms.Direction?

    @Option(name: .long, help: "The smallest effect worth having, such as 10%; points for shares.")
    var smallest: Percentage = Percentage(share: EffectTerms.usualSmallest)

    @Option(name: .long, help: "Whole weeks to measure after the day. Default: 12, or 6 at an early look.")
    var weeks: Int?

    @Option(name: .long, help: "Weeks behind the week of the day that the change needs, left out too.")
    var washout = 0

    @Flag(name: .long, help: "The change held for the whole week of the day: leave no week out.")
    var wholeWeek = false

    @Option(name: .long, help: "One look, or the early or the final one of two.")
    var look: EffectTerms.Look = .single

    @Option(name: .long, help: "For durations: amounts below it count as it. Default: the smallest above 0.")
    var unit: Double?

    @Option(name: .long, help: "First day that the record covers, where its rows do not say.")
    var from: String?

    @Option(name: .long, help: "Day after the last that the record covers.")
    var to: String?

    @Option(name: .long, help: "The column of products, teams or kinds of work to compare each for itself.")
    var group: String?

    @Option(name: .long, help: "The rows are monthly: the column that counts months from the change, whose month is 0.")
    var months: String?

    @Option(name: .long, help: "With --group: of the random numbers that the limits are drawn with.")
    var seed: UInt64 = 20_261_128

    @OptionGroup var output: FormatOption

    func run() throws {
        guard (at == nil) == (months != nil) else {
            throw Failure(.usage, "Say since when: --at YYYY-MM-DD for dated rows, or --months COLUMN for monthly ones.")
        }
        guard (from == nil) == (to == nil) else { throw Failure(.usage, "Give both --from and --to, or neither.") }
        let covered = try from.flatMap { from in
            try to.flatMap {
                try WindowArguments(from: from, to: $0).window(or: Window(from: CalendarDay(number: 0), to: CalendarDay(number: 1)))
            }
        }
        guard let better = better ?? (kind == .duration ? .lower : nil) else {
            throw Failure(.usage, "Say which way is better: --better lower or --better higher.")
        }
        if let unit, !(unit > 0 && unit.isFinite) { throw Failure(.usage, "--unit is a number above 0.") }
        let terms = EffectTerms(
            kind: kind.values, better: better, smallest: smallest.share, weeks: weeks, washout: washout, leavesOutActionWeek: !wholeWeek,
            look: look)
        guard let terms else { throw Failure(.usage, unfitTerms) }
        let table = try input.table
        let day = try at.map { try WindowArguments.day($0, "--at") }
        guard let day, group == nil else { return try compareGroups(of: table, at: day, terms) }
        let read = try dated(table)
        let dated = DatedRows(days: read.days, values: read.values(unit: unit), covered: covered)
        guard !read.days.isEmpty, let comparison = CompareSeries(terms: terms).comparison(dated, at: day) else {
            throw Failure(.badData, "\(input.file): There is no row with both a date and a value. Fill them in, or name other columns.")
        }
        let words = SeriesComparisonAnswer(comparison, blanks: read.blanks)
        Console.print(words.answer(width: Console.width), as: output.format, json: SeriesComparisonJSON(comparison).json)
    }

    private func dated(_ table: NumberTable) throws -> DatedTable {
        try DatedTable(
            table, kind: kind, value: input.value, of: of, isRowAnEvent: rows, date: date, format: try format,
            zone: try Workspace.zoneHere())
    }

    private func compareGroups(of table: NumberTable, at day: CalendarDay?, _ terms: EffectTerms) throws {
        let read = try GroupedTable(table, kind: kind, group: group, months: months, value: input.value, unit: unit, dated: dated)
        let comparison = GroupedComparison(
            read.series, action: day?.week ?? 0, terms: terms, isMonthly: day == nil, seed: seed)
        let words = GroupedComparisonAnswer(comparison, actionOn: day, blanks: read.blanks)
        Console.print(words.answer(width: Console.width), as: output.format, json: GroupedComparisonJSON(comparison).json)
    }

    private var format: DateFormat? {
        get throws {
            guard let dateFormat else { return nil }
            do { return try DateFormat(pattern: dateFormat) } catch { throw Failure(.usage, "--date-format: \(error)") }
        }
    }

    private var unfitTerms: String {
        if kind == .count, look != .single { return "Counts are looked at once: leave out --look." }
        return
            "--smallest is above 0 % (and below 100 % where lower is better, and for shares), --weeks 3 or more, --washout 0 to \(EffectTerms.washouts.upperBound)."
    }
}

/// `--kind`: what the values are.
enum SeriesKind: String, CaseIterable, ExpressibleByArgument {
    case duration, share, count

    var values: WeeklySeries.Kind {
        switch self {
        case .duration: .durations
        case .share: .shares
        case .count: .counts
        }
    }
}

/// `10%`, `10 %` or `0.1`.
struct Percentage: ExpressibleByArgument {
    let share: Double

    init(share: Double) {
        self.share = share
    }

    init?(argument: String) {
        let hasSign = argument.hasSuffix("%")
        guard let number = Double(argument.filter { $0 != "%" && $0 != " " }), number.isFinite, hasSign || number < 1 else { return nil }
        share = hasSign ? number / 100 : number
    }

    var defaultValueDescription: String { "\(Int((share * 100).rounded()))%" }
}

extension EffectTerms.Direction: ExpressibleByArgument {}
extension EffectTerms.Look: ExpressibleByArgument {}
