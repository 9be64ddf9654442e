import HoneFacts

extension MeasuredRows {
    /// Rows for what still waits at the instant of the level, however long ago it began: a number over what has ended says nothing
    /// of it.
    static func waiting(_ subject: Subject) -> MeasuredRows { MeasuredRows(subject, unit: .hours, summary: .levelHours) }

    /// Keeps the hours that a row has waited at the instant of the level, where it had begun by then and not ended.
    /// - Parameter end: `Instant.missing` where it has not ended at all.
    mutating func keepWait(_ row: Int, since start: Int64, until end: Int64, _ context: MeasureContext) {
        let level = context.levelSeconds
        guard start != Instant.missing, context.seconds(start) <= level, end == Instant.missing || context.seconds(end) > level else {
            return
        }
        keep(
            row, endDay: context.interpretation.zone.day(atSeconds: level), value: Double(level - context.seconds(start)) / 3600,
            startAt: start)
    }
}
