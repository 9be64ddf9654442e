import Foundation
import HoneFacts

#if canImport(Glibc)
    import Glibc
#endif

/// The clock of the disk is that of the command: what a test has written since the last command was written when the next one runs.
enum DiskClock {
    /// Tells a file that was set from one that the disk has dated.
    private static let mark = 424_242_424

    /// - Parameter now: an ISO instant; any other text leaves the files as they are.
    static func set(_ folder: URL, to now: String) {
        guard let seconds = Instant(iso: now)?.seconds, let files = FileManager.default.enumerator(atPath: folder.path) else { return }
        for case let name as String in files {
            if name.hasSuffix(".git") || name.hasSuffix(".hone") { files.skipDescendants() }
            let path = folder.path + "/" + name
            var info = stat()
            guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_mtim.tv_nsec != mark else { continue }
            let time = timespec(tv_sec: Int(seconds), tv_nsec: mark)
            _ = utimensat(AT_FDCWD, path, [time, time], 0)
        }
    }
}
