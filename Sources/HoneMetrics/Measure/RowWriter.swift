import HoneFacts

/// Writes rows one after the other into columns with room for all of them: appending asks three arrays for room at each row.
struct RowWriter {
    fileprivate let index: UnsafeMutablePointer<Int32>
    fileprivate let endDay: UnsafeMutablePointer<CalendarDay>
    fileprivate let value: UnsafeMutablePointer<Double>
    fileprivate var exclusion: MeasuredRows.Labels<String?>
    fileprivate var flags: MeasuredRows.Labels<[String]>
    fileprivate var count = 0

    @inline(__always)
    mutating func keep(_ row: Int, endDay day: CalendarDay, value number: Double) {
        put(row, day, number)
        exclusion.appendNone()
        flags.appendNone()
    }

    /// - Parameter marks: oddities of the row.
    mutating func keep(_ row: Int, endDay day: CalendarDay, value number: Double, flags marks: [String]) {
        put(row, day, number)
        exclusion.appendNone()
        flags.append(marks)
    }

    mutating func exclude(_ row: Int, endDay day: CalendarDay, reason: String) {
        put(row, day, 0)
        exclusion.append(reason)
        flags.appendNone()
    }

    @inline(__always)
    private mutating func put(_ row: Int, _ day: CalendarDay, _ number: Double) {
        (index + count).initialize(to: Int32(truncatingIfNeeded: row))
        (endDay + count).initialize(to: day)
        (value + count).initialize(to: number)
        count &+= 1
    }
}

/// What rows are written into, one after the other.
protocol RowTaking {
    mutating func exclude(_ row: Int, endDay day: CalendarDay, reason: String)
}

extension RowWriter: RowTaking {}
extension MeasuredRows: RowTaking {}

extension RowTaking {
    /// Counts an item that left without being finished, at the instant it left; one that is still open is no row.
    @inline(__always)
    mutating func excludeCancelled(_ item: Int, _ dates: ItemDates, _ context: MeasureContext) {
        if let day = dates.dayLeft(item, context) { exclude(item, endDay: day, reason: MeasuredRows.cancelled) }
    }

    /// Counts an item that has only dates, at the date it ended, for a metric that looks at transitions.
    mutating func excludeWithoutTransitions(_ item: Int, _ dates: ItemDates, _ context: MeasureContext) {
        let end = dates.finishedAt[item] != NumberReader.missing ? dates.finishedAt[item] : dates.cancelledAt[item]
        guard end != NumberReader.missing, context.needs(end) else { return }
        exclude(item, endDay: context.day(end), reason: "no-transitions")
    }
}

extension MeasuredRows {
    /// Fills rows that are empty.
    /// - Parameters:
    ///   - size: as many rows as may be written.
    ///   - write: writes no more than these.
    mutating func fill(atMost size: Int, _ write: (inout RowWriter) -> Void) {
        precondition(count == 0, "rows are filled once")
        var count = 0
        index = [Int32](unsafeUninitializedCapacity: size) { index, indexCount in
            endDay = [CalendarDay](unsafeUninitializedCapacity: size) { endDay, dayCount in
                value = [Double](unsafeUninitializedCapacity: size) { value, valueCount in
                    if let index = index.baseAddress, let endDay = endDay.baseAddress, let value = value.baseAddress {
                        var writer = RowWriter(index: index, endDay: endDay, value: value, exclusion: exclusion, flags: flags)
                        write(&writer)
                        (count, exclusion, flags) = (writer.count, writer.exclusion, writer.flags)
                    }
                    valueCount = count
                }
                dayCount = count
            }
            indexCount = count
        }
    }

    /// Divides the values of all rows: beside the writing of rows, each division would wait for the one before.
    mutating func divideValues(by divisor: Double) {
        value.withUnsafeMutableBufferPointer { values in
            for row in values.indices { values[row] /= divisor }
        }
    }
}
