import Foundation
import Testing

@testable import HoneConnectors

@Suite struct JSONMembersTests {
    /// Key and value as text, null as nil, of the keys of an object; nil where the line is none.
    static func values(_ line: [UInt8]) -> [String: String?]? {
        line.withUnsafeBufferPointer { line in
            var members = JSONMembers(line, from: 0)
            var values: [String: String?] = [:]
            while let member = members.next() {
                let key = JSONText.unescaped(line, member.keyStart, member.keyEnd)
                let value: String? =
                    switch member.kind {
                    case .null: nil
                    case .nested: "nested"
                    case .escapedText: String(decoding: JSONText.unescaped(line, member.start, member.end), as: UTF8.self)
                    case .text, .word: String(decoding: line[member.start..<member.end], as: UTF8.self)
                    }
                values.updateValue(value, forKey: String(decoding: key, as: UTF8.self))
            }
            return members.isWhole && members.position == line.count ? values : nil
        }
    }

    static func values(_ text: String) -> [String: String?]? { values(Array(text.utf8)) }

    @Test func `values of every kind are found, numbers as they are written`() {
        let text = #" { "a" : "x\"\u00e9\ud83d\ude00\/\n" ,"b":12,"c":-1.50e+3,"d":true,"e":null,"f":{"g":[1,{}]},"":"" } "#
        let values = Self.values(text)
        #expect(values == ["a": "x\"é😀/\n", "b": "12", "c": "-1.50e+3", "d": "true", "e": nil, "f": "nested", "": ""])
        #expect(Self.values("{}") == [:])
        #expect(Self.values("{\"a\":1,\"a\":2}\r") == ["a": "2"])
    }

    @Test(arguments: [
        "", "{", "[]", "1", "{} x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}",
        "{\"a\":1e}", "{\"a\":-}", "{\"a\":nul}", "{\"a\":True}", "{'a':1}", "{a:1}", "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"\\ud800\\u0041\"}", "{\"a\":[1,]}", "{\"a\":[1 2]}",
        "{\"a\":{\"b\":1,}}", "{\"a\":1\n}", "{\"a\":\"b", "{\"a\":[", "{\"a\":\"\\",
    ])
    func `what is no object of JSON is none`(_ text: String) {
        #expect(Self.values(text) == nil)
    }

    @Test func `objects inside each other are read down to a depth, and no deeper`() {
        func nested(_ depth: Int) -> String {
            "{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        #expect(Self.values(nested(JSONMembers.deepest - 1)) != nil)
        #expect(Self.values(nested(JSONMembers.deepest)) == nil)
    }

    /// Whole objects, and the same with a sign changed, taken out or put in.
    @Test(arguments: 0..<40) func `Foundation reads the same of random objects`(_ seed: Int) throws {
        var random = CSVRandom(state: UInt64(seed) &* 104_729 + 3)
        for _ in 0..<25 {
            let text = Self.object(&random, depth: 0)
            #expect(try Self.values(text) == Self.foundation(text))
            var signs = Array(text.unicodeScalars)
            let spot = random.below(signs.count)
            switch random.below(3) {
            case 0: signs[spot] = UnicodeScalar(UInt8(32 + random.below(95)))
            case 1: signs.remove(at: spot)
            default: signs.insert(Array("\"\\{}[],:0-.eEtfnu ".unicodeScalars)[random.below(18)], at: spot)
            }
            let damaged = String(String.UnicodeScalarView(signs))
            // What Foundation refuses is refused; it also takes a comma behind the last value, which is not JSON.
            if let values = Self.values(damaged) { #expect(try values == Self.foundation(damaged)) }
        }
    }

    private static func foundation(_ text: String) throws -> [String: String?] {
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
        let written = values(text) ?? [:]
        var values: [String: String?] = [:]
        for (key, value) in object {
            let text: String? =
                switch value {
                case is NSNull: nil
                case let text as String: text
                case let number as NSNumber:
                    // Foundation keeps the number and not how it was written.
                    written[key].flatMap { $0 }.flatMap { text in
                        (Double(text) ?? (text == "true" ? 1 : text == "false" ? 0 : nil)) == number.doubleValue ? text : nil
                    } ?? "\(number)"
                default: "nested"
                }
            values.updateValue(text, forKey: key)
        }
        return values
    }

    private static func object(_ random: inout CSVRandom, depth: Int) -> String {
        let members = (0..<random.below(6)).map { _ in "\(text(&random))\(space(&random)):\(space(&random))\(value(&random, depth: depth))"
        }
        return "{" + space(&random) + members.joined(separator: space(&random) + "," + space(&random)) + space(&random) + "}"
    }

    private static func value(_ random: inout CSVRandom, depth: Int) -> String {
        switch random.below(depth > 3 ? 7 : 9) {
        case 0: return "null"
        case 1: return "true"
        case 2: return "false"
        case 3: return "\(random.below(2) == 0 ? "-" : "")\(random.below(100_000))"
        case 4: return "\(random.below(1_000)).\(random.below(1_000))\(["", "e2", "E-3", "e+1"][random.below(4)])"
        case 5, 6: return text(&random)
        case 7: return object(&random, depth: depth + 1)
        default:
            let values = (0..<random.below(4)).map { _ in value(&random, depth: depth + 1) }
            return "[" + values.joined(separator: ",") + "]"
        }
    }

    private static func text(_ random: inout CSVRandom) -> String {
        let pieces = [
            "a", "key", "ü", "漢", "😀", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u00e9", "\\ud83d\\ude00", "\\u0041",
            "\\uFFFD", " ", "1", "\u{7f}", "{", "]", ",", ":",
        ]
        return "\"" + (0..<random.below(6)).map { _ in pieces[random.below(pieces.count)] }.joined() + "\""
    }

    private static func space(_ random: inout CSVRandom) -> String { ["", "", "", " ", "\t", "  "][random.below(6)] }
}
