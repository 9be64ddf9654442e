import Foundation
import Glibc

/// The lines of a file, one after the other, so that a large file needs no memory.
struct TextLines: Sequence, IteratorProtocol {
    private let file: UnsafeMutablePointer<FILE>
    private var buffer: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    init(path: String) throws {
        guard let file = fopen(path, "r") else {
            throw Failure(what: path, why: String(cString: strerror(errno)), advice: "Run bench again; it makes this file")
        }
        self.file = file
    }

    mutating func next() -> String? {
        let length = getline(&buffer, &capacity, file)
        guard length >= 0, let buffer else {
            free(self.buffer)
            self.buffer = nil
            fclose(file)
            return nil
        }
        let bytes = UnsafeBufferPointer(start: buffer, count: length).map { UInt8(bitPattern: $0) }
        return String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// The whole number after `"name":`; 0 where there is none.
    static func number(_ name: String, in line: String) -> Int {
        guard let place = line.range(of: "\"\(name)\":") else { return 0 }
        return Int(line[place.upperBound...].prefix { $0.isNumber }) ?? 0
    }
}
