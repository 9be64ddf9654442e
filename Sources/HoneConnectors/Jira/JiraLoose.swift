#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A value that may be anything: decoding never fails, what is not an `Element` is nil.
struct JiraLoose<Element: Decodable>: Decodable {
    let value: Element?

    init(from decoder: any Decoder) throws {
        value = try? Element(from: decoder)
    }
}

/// The elements of an array that could be read, or the one value that stands where an array should.
struct JiraList<Element: Decodable>: Decodable {
    /// Nil for an element of another kind, so that positions hold.
    let elements: [Element?]

    var known: [Element] { elements.compactMap(\.self) }

    init(from decoder: any Decoder) throws {
        guard var list = try? decoder.unkeyedContainer() else {
            elements = (try? Element(from: decoder)).map { [$0] } ?? []
            return
        }
        var elements: [Element?] = []
        while !list.isAtEnd {
            if (try? list.decodeNil()) == true {
                elements.append(nil)
            } else {
                elements.append(try list.decode(JiraLoose<Element>.self).value)
            }
        }
        self.elements = elements
    }
}

/// A text, or the name of the object that stands in its place: `"Bug"` and `{"name": "Bug"}` are the same.
struct JiraText: Decodable {
    let text: String

    private enum Key: CodingKey {
        case name, value
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Key.self) {
            if let name = try? object.decode(String.self, forKey: .name) {
                text = name
            } else {
                text = try object.decode(String.self, forKey: .value)
            }
            return
        }
        let single = try decoder.singleValueContainer()
        if let text = try? single.decode(String.self) { self.text = text } else { text = try String(single.decode(Int64.self)) }
    }
}

/// A whole number, written as a number or as a text.
struct JiraNumber: Decodable {
    let number: Int64

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let number = try? single.decode(Int64.self) {
            self.number = number
            return
        }
        let text = try single.decode(String.self)
        guard let number = Int64(text) else {
            throw DecodingError.dataCorruptedError(in: single, debugDescription: "no whole number")
        }
        self.number = number
    }
}

/// A key by its name, where not all names are known.
struct JiraKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer {
    /// The value of a key; nil where it is absent, null or of another kind.
    func loose<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        guard contains(key), (try? decodeNil(forKey: key)) != true else { return nil }
        return try? decode(type, forKey: key)
    }

    func text(_ key: Key) -> String? { loose(JiraText.self, key)?.text }

    func list<Value: Decodable>(_ type: Value.Type, _ key: Key) -> [Value] { loose(JiraList<Value>.self, key)?.known ?? [] }
}
