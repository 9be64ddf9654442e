import Foundation
import GRDB
import HoneTestSupport
import Testing

/// Changes a store behind the program's back, as somebody with an editor for SQLite could.
enum DecisionTampering {
    /// Turns one bit of a decision's text.
    static func flip(in tool: CommandLineTool, _ text: String) throws {
        var bytes = Array(text.utf8)
        bytes[0] ^= 1
        let queue = try DatabaseQueue(path: tool.folder.file(".hone/store.sqlite").path)
        try queue.write { database in
            try database.execute(
                sql: "UPDATE decision SET text = ? WHERE text = ?", arguments: [String(decoding: bytes, as: UTF8.self), text])
            #expect(database.changesCount == 1)
        }
    }
}
