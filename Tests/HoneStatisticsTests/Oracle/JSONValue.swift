/// Any JSON value, as the oracle files hold them.
enum JSONValue: Decodable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// A number, or the texts that stand for what JSON cannot write.
    var number: Double? {
        switch self {
        case .number(let value): value
        case .text("Infinity"): .infinity
        case .text("-Infinity"): -.infinity
        case .null, .flag, .text, .list, .object: nil
        }
    }

    var integer: Int? { number.flatMap { Int(exactly: $0) } }

    var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    var flag: Bool? {
        if case .flag(let value) = self { value } else { nil }
    }

    var list: [JSONValue]? {
        if case .list(let values) = self { values } else { nil }
    }

    var numbers: [Double]? {
        guard let values = list?.map(\.number), !values.contains(nil) else { return nil }
        return values.compactMap(\.self)
    }

    var object: [String: JSONValue]? {
        if case .object(let fields) = self { fields } else { nil }
    }

    subscript(_ name: String) -> JSONValue? { object?[name] }
}
