import Foundation
import Measurement

/// Files that bench makes in a process of its own: the peak memory of the runner would else be the least that the
/// kernel reports for every command it starts.
enum MadeFile {
    static func write(_ work: Options.Work, _ words: [String]) throws {
        switch (work, words.count) {
        case (.repository, 2):
            let output = try opened(words[1])
            var stream = RepositoryStream(commits: Int(words[0]) ?? 0)
            try stream.write { try output.write(contentsOf: Data($0.utf8)) }
            try output.close()
        case (.events, 2):
            try EventLog.csv(items: Int(words[0]) ?? 0, seed: 7).write(toFile: words[1], atomically: true, encoding: .utf8)
        case (.grouped, 2):
            let rows = try String(contentsOfFile: words[0], encoding: .utf8)
            try ItemGrouping.grouped(rows).write(toFile: words[1], atomically: true, encoding: .utf8)
        case (.variant, 3):
            guard let kind = RowVariant.Kind(rawValue: words[0]), let input = FileHandle(forReadingAtPath: words[1]) else {
                throw Failure(
                    what: words.joined(separator: " "), why: "there is no such variant or file", advice: "Let bench call this itself")
            }
            var variant = RowVariant(kind)
            let output = try opened(words[2])
            while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
                try output.write(contentsOf: Data(variant.bytes(for: Array(piece))))
            }
            try output.close()
        default:
            throw Failure(what: work.rawValue, why: "its words are missing", advice: "Let bench call this itself")
        }
    }

    private static func opened(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw Failure(what: path, why: "it cannot be written", advice: "Look at the rights of the work folder")
        }
        return file
    }
}
