import Foundation

/// Files as a command line names them.
enum NamedFiles {
    /// Each file once, in the order given. One that is named again, however it is spelled, is said.
    static func once(_ files: [String], say: (String) -> Void = Console.say) -> [String] {
        var seen: Set<String> = []
        var again: Set<String> = []
        let once = files.filter { file in
            let path = URL(fileURLWithPath: file).standardizedFileURL.path
            if seen.insert(path).inserted { return true }
            if again.insert(path).inserted { say("\(file) is named more than once; it is read once.") }
            return false
        }
        return once
    }
}
