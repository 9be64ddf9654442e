internal import HoneFacts

/// A CSV whose column `data` holds one object of a service's interface a row, as collectors keep what they were answered.
struct ObjectTable {
    struct Object {
        /// 1-based; where the row begins.
        let line: Int
        let json: [UInt8]
        /// The request that was answered with it; empty where the file has no column `url`.
        let url: String
        /// What the request was made for, in JSON; empty where the file has no column `input`.
        let input: String
    }

    private(set) var objects: [Object] = []
    /// Rows behind the header, used or not.
    private(set) var rowCount = 0

    /// Nil where the text is no table with a column `data`. Rows without data are diagnostics.
    /// Complexity: O(bytes).
    init?(_ bytes: [UInt8], _ diagnostics: inout CSVDiagnostics) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let first = bytes[start...].first(where: { $0 > 32 }), ![UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else {
            return nil
        }
        var reader = CSVReader(CSVText(utf8: bytes, start: start))
        guard let head = reader.next(limit: 1) else { return nil }
        let header = CSVHeader(head)
        guard let data = header.columns(named: "data").first else { return nil }
        let (url, input) = (header.columns(named: "url").first, header.columns(named: "input").first)
        while let records = reader.next() {
            for record in 0..<records.count {
                rowCount += 1
                let json = Array(records.text(record, data).utf8)
                guard !json.isEmpty, records.faults[record] < .nul else {
                    diagnostics.add(
                        .skipped, "no-object", line: records.lines[record], field: "data", "The row holds no object.",
                        advice: "Export it again.")
                    continue
                }
                objects.append(
                    Object(
                        line: records.lines[record], json: json, url: url.map { records.text(record, $0) } ?? "",
                        input: input.map { records.text(record, $0) } ?? ""))
            }
        }
    }
}
