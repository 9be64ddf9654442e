import Foundation
import HoneReport

/// The folder of a report: made where there is none, and never written over files that are no report's.
struct ReportFolder {
    let path: String

    /// - Throws: `Failure` where a file of somebody else would be replaced, or where nothing can be written.
    func write(_ files: [(name: String, text: String)]) throws {
        let folder = URL(fileURLWithPath: path)
        let isThere = { (name: String) in FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) }
        if !isReport(folder), let other = files.first(where: { isThere($0.name) }) {
            throw Failure(
                .usage,
                "\(path) has a file \(other.name) that is no report's, and would be replaced. Name another folder with --output, or move the file away."
            )
        }
        do {
            let isNew = !FileManager.default.fileExists(atPath: folder.path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // A folder of its own ignores itself in git; somebody else's is left as it is.
            for (name, text) in (isNew ? [(".gitignore", "*\n")] : []) + files {
                try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
            }
        } catch {
            throw Failure(
                .storeUnusable, "\(path) cannot be written. Look at the permissions of the folder and at the space on the disk.")
        }
    }

    private func isReport(_ folder: URL) -> Bool {
        let first = try? String(contentsOf: folder.appendingPathComponent("index.html"), encoding: .utf8)
        return first?.contains(PageFrame.signature) ?? false
    }
}
