#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One JSON value of an export: an object, a list of objects, or a page with its objects.
struct JiraDocument: Decodable {
    /// Nil for an element that is no object.
    let objects: [JiraObject?]
    /// Whether the value is one object, not a list.
    let isSingle: Bool
    /// The page's own address, which says whose changelog it is of; empty where it has none.
    let address: String
    /// Which of how many objects a page has, where it says so.
    let place: JiraPlace?

    private enum Field: String, CodingKey {
        case issues, values, worklogs, histories
        case address = "self"
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Field.self) {
            let list = [Field.issues, .values, .worklogs, .histories].first { (try? object.nestedUnkeyedContainer(forKey: $0)) != nil }
            isSingle = list == nil
            objects = try list.map { try object.decode(JiraList<JiraObject>.self, forKey: $0).elements } ?? [try? JiraObject(from: decoder)]
            address = isSingle ? "" : object.text(.address) ?? ""
            place = isSingle ? nil : try? JiraPlace(from: decoder)
        } else if (try? decoder.unkeyedContainer()) != nil {
            isSingle = false
            objects = try JiraList<JiraObject>(from: decoder).elements
            (address, place) = ("", nil)
        } else {
            isSingle = true
            objects = [nil]
            (address, place) = ("", nil)
        }
    }

    /// Reads a whole file as one value, or line by line.
    /// - Returns: whether the file is JSON at all.
    static func read(_ bytes: [UInt8], into export: inout JiraExport) throws -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        let decoder = JSONDecoder()
        if let table = export.table(of: bytes) {
            for (index, object) in table.objects.enumerated() {
                if index.isMultiple(of: 256) { try Task.checkCancellation() }
                if let document = try? decoder.decode(JiraDocument.self, from: Data(object.json)) {
                    export.add(document, line: object.line, address: object.url)
                } else {
                    export.addBadJSON(line: object.line)
                }
            }
            return true
        }
        // Of several values this reads the first only, and then gives up.
        if let document = try? decoder.decode(JiraDocument.self, from: Data(text)) {
            export.add(document, line: nil)
            return true
        }
        guard isJSONLines(text) else {
            export.refuse()
            return false
        }
        var (line, start) = (0, text.startIndex)
        while start < text.endIndex {
            line += 1
            let end = text[start...].firstIndex(of: newline) ?? text.endIndex
            let part = text[start..<end]
            start = min(end + 1, text.endIndex)
            if line.isMultiple(of: 256) { try Task.checkCancellation() }
            guard firstSign(part) != nil else { continue }
            if let document = try? decoder.decode(JiraDocument.self, from: Data(part)) {
                export.add(document, line: line)
            } else {
                export.addBadJSON(line: line)
            }
        }
        return true
    }

    private static let newline = UInt8(ascii: "\n")

    /// Whether every line of what is not one value is a value of its own: one of the first is a whole object or array.
    private static func isJSONLines(_ text: ArraySlice<UInt8>) -> Bool {
        let lines = text.split(separator: newline, maxSplits: 64).prefix(64).filter { firstSign($0) != nil }.prefix(8)
        guard lines.count > 1 else { return false }
        func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
            guard let sign = firstSign(line), sign == UInt8(ascii: "{") || sign == UInt8(ascii: "[") else { return false }
            return (try? JSONDecoder().decode(JiraDocument.self, from: Data(line))) != nil
        }
        // An array that is cut off can hold an object a line.
        if firstSign(lines[0]) == UInt8(ascii: "["), !isWhole(lines[0]) { return false }
        return lines.contains(where: isWhole)
    }

    /// The first byte of a line that is not white space.
    private static func firstSign(_ line: ArraySlice<UInt8>) -> UInt8? { line.first { $0 > UInt8(ascii: " ") } }
}
