/// A JSON value that keeps the order of its keys, so that the same input gives the same bytes.
package indirect enum JSON: Sendable {
    case object([(String, JSON)])
    case array([JSON])
    case text(String)
    case number(Double)
    case integer(Int64)
    case boolean(Bool)
    case null

    package static func optional(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    package static func optional(_ value: String?) -> JSON { value.map { .text($0) } ?? .null }
    package static func integer(_ value: Int) -> JSON { .integer(Int64(value)) }

    /// Null for a text that says nothing.
    package static func unlessEmpty(_ text: String) -> JSON { text.isEmpty ? .null : .text(text) }

    /// A key of some words: `no meaningful change` is `noMeaningfulChange`.
    package static func key(_ words: String) -> String {
        let parts = words.split(whereSeparator: { $0 == " " || $0 == "-" })
        return parts.prefix(1).joined() + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// Indented by two spaces, without a newline at the end.
    package var pretty: String {
        var output = ""
        write(to: &output, indent: "", isPretty: true)
        return output
    }

    /// On one line.
    package var line: String {
        var output = ""
        write(to: &output, indent: "", isPretty: false)
        return output
    }

    private func write(to output: inout String, indent: String, isPretty: Bool) {
        switch self {
        case .object(let members):
            list(members.count, "{", "}", to: &output, indent: indent, isPretty: isPretty) { index, output, inner in
                Self.quote(members[index].0, to: &output)
                output += isPretty ? ": " : ":"
                members[index].1.write(to: &output, indent: inner, isPretty: isPretty)
            }
        case .array(let elements):
            list(elements.count, "[", "]", to: &output, indent: indent, isPretty: isPretty) { index, output, inner in
                elements[index].write(to: &output, indent: inner, isPretty: isPretty)
            }
        case .text(let text): Self.quote(text, to: &output)
        case .number(let value):
            // Whole numbers without a point; JSON has no infinity.
            if !value.isFinite {
                output += "null"
            } else if value == value.rounded(), abs(value) < 9e15 {
                output += String(Int64(value))
            } else {
                output += String(value)
            }
        case .integer(let value): output += String(value)
        case .boolean(let flag): output += flag ? "true" : "false"
        case .null: output += "null"
        }
    }

    private func list(
        _ count: Int, _ open: String, _ close: String, to output: inout String, indent: String, isPretty: Bool,
        element: (Int, inout String, String) -> Void
    ) {
        output += open
        let inner = indent + "  "
        for index in 0..<count {
            if index > 0 { output += "," }
            if isPretty { output += "\n" + inner }
            element(index, &output, inner)
        }
        if isPretty, count > 0 { output += "\n" + indent }
        output += close
    }

    private static func quote(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
