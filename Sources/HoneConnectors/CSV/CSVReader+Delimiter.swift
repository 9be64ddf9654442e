/// Which byte separates the fields, where the settings do not say.
extension CSVReader {
    static let commonDelimiters: [UInt8] = [44, 59, 9, 124]  // , ; tab |

    /// The common delimiter that cuts the first records most evenly into more than one field; a comma where none does.
    static func likelyDelimiter(_ text: CSVText) -> UInt8 {
        var best: (delimiter: UInt8, share: Double, width: Int)?
        let sample = CSVText(utf8: sampleLines(text))
        for delimiter in commonDelimiters {
            var reader = CSVReader(sample, delimiter: delimiter)
            guard let records = reader.next(limit: 32) else { continue }
            let width = records.fieldCount(0)
            guard width > 1 else { continue }
            let even = (0..<records.count).filter { records.fieldCount($0) == width }.count
            let share = Double(even) / Double(records.count)
            if let known = best, share < known.share || (share == known.share && width <= known.width) { continue }
            best = (delimiter, share, width)
        }
        return best?.delimiter ?? 44
    }

    /// The first bytes, up to a line end, so that no record is cut in two.
    private static func sampleLines(_ text: CSVText) -> [UInt8] {
        let limit = 65_536
        guard text.bytes.count - text.start > limit else { return Array(text.bytes[text.start...]) }
        let sample = text.bytes[text.start..<text.start + limit]
        guard let last = sample.lastIndex(where: { $0 == 10 || $0 == 13 }) else { return Array(sample) }
        return Array(sample[...last])
    }

    /// The line `sep=;` that spreadsheets put before the header.
    static func separatorMark(_ text: CSVText) -> (delimiter: UInt8, end: Int)? {
        let bytes = text.bytes
        let start = text.start
        guard bytes.count >= start + 6, bytes[start..<start + 4].elementsEqual("sep=".utf8) else { return nil }
        let delimiter = bytes[start + 4]
        guard delimiter < 0x80, ![0, 10, 13, 34].contains(delimiter) else { return nil }
        switch bytes[start + 5] {
        case 10: return (delimiter, start + 6)
        case 13: return (delimiter, bytes.count > start + 6 && bytes[start + 6] == 10 ? start + 7 : start + 6)
        default: return nil
        }
    }
}
