import Foundation
import Testing

/// One golden result of `../shared/data/oracle`, made with NumPy, SciPy and statsmodels.
struct OracleCase: Sendable, CustomTestStringConvertible {
    let id: String
    /// 0 where the case has none, or one in words that its test must read.
    let tolerance: Double
    let fields: JSONValue

    var testDescription: String { id }

    /// Whether the folder of golden results lies beside the project.
    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// Why an oracle test is skipped.
    static let absence: Comment = "needs ../shared/data/oracle beside the project"

    /// The cases of a kind; a case whose tolerance is told in words has `tolerance`.
    static func all(_ kind: String, otherwise tolerance: Double = 0) -> [OracleCase] {
        guard let data = try? Data(contentsOf: folder.appending(path: kind + ".json")),
            let cases = (try? JSONDecoder().decode(JSONValue.self, from: data))?["cases"]?.list
        else { return [] }
        return cases.compactMap { fields in
            guard let id = fields["id"]?.text else { return nil }
            return OracleCase(id: id, tolerance: fields["tolerance"]?.number ?? tolerance, fields: fields)
        }
    }

    func input(_ name: String) throws -> JSONValue {
        try #require(fields["input"]?[name], "no input \(name) in \(id)")
    }

    func number(_ name: String) throws -> Double {
        let value = try input(name)
        return try #require(value.number)
    }

    func integer(_ name: String) throws -> Int {
        let value = try input(name)
        return try #require(value.integer)
    }

    func numbers(_ name: String) throws -> [Double] {
        let value = try input(name)
        return try #require(value.numbers)
    }

    func expected(_ name: String) throws -> JSONValue {
        try #require(fields["expected"]?[name], "no expected \(name) in \(id)")
    }

    /// Whether `actual` is the golden number within the tolerance of the case; golden null is "no value".
    func agrees(_ actual: Double?, with golden: JSONValue) -> Bool {
        guard let actual, let number = golden.number else {
            if case .null = golden { return actual == nil }
            return false
        }
        return actual == number || abs(actual - number) <= tolerance * max(1, abs(number))
    }

    /// The same for a pair of ends.
    func agrees(_ lower: Double?, _ upper: Double?, with golden: JSONValue) -> Bool {
        guard let ends = golden.list else { return agrees(lower, with: golden) && agrees(upper, with: golden) }
        return ends.count == 2 && agrees(lower, with: ends[0]) && agrees(upper, with: ends[1])
    }

    static let folder: URL = {
        var root = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent().appending(path: "shared/data/oracle")
    }()
}
