package import HoneFacts

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A named regular file, read whole; anything else is refused with a sentence and never waited for.
package struct CSVFile: Sendable {
    /// Larger files are refused: the reader holds the whole text in memory.
    static let largestByteCount = 2_147_483_648

    /// As configured, and as diagnostics name it.
    let path: String
    let directory: String

    /// - Parameter directory: where a relative path starts; the folder of `hone.yaml`.
    package init(path: String, directory: String) {
        self.path = path
        self.directory = directory
    }

    package enum Content: Sendable {
        case bytes([UInt8])
        case refused(Diagnostic)
    }

    /// A file that is open for reading, or why it is not.
    enum Opened {
        case descriptor(Int32, byteCount: Int)
        case refused(Diagnostic)
    }

    private var full: String { path.hasPrefix("/") ? path : directory + "/" + path }

    /// When it was last written, seconds since 1970; nil where it cannot be examined.
    var writtenAt: Int64? {
        var info = stat()
        guard unfitName == nil, stat(full, &info) == 0 else { return nil }
        #if canImport(Glibc)
            return Int64(info.st_mtim.tv_sec)
        #else
            return Int64(info.st_mtimespec.tv_sec)
        #endif
    }

    /// Opens the file; whoever asks closes it.
    func opened() -> Opened {
        func refused(_ code: String, _ message: String, _ advice: String) -> Opened { .refused(refusal(code, message, advice)) }
        if let reason = unfitName { return refused("unfit-path", reason, "Name a file in the folder of hone.yaml, or a full path.") }
        let descriptor = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return errno == ENOENT || errno == ENOTDIR
                ? refused("no-such-file", "There is no such file.", "Check the path; it starts in the folder of hone.yaml.")
                : refused("unreadable-file", "The file cannot be opened (error \(errno)).", "Check its permissions.")
        }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else {
            Self.close(descriptor)
            return refused("unreadable-file", "The file cannot be examined (error \(errno)).", "Check its permissions.")
        }
        guard info.st_mode & S_IFMT == S_IFREG else {
            Self.close(descriptor)
            let kind = info.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a device or a pipe"
            return refused("not-a-file", "This is \(kind), not a file.", "Name one exported file.")
        }
        return .descriptor(descriptor, byteCount: Int(info.st_size))
    }

    /// The file after one look at all its bytes, unpacked, without taking it into memory; nil where it cannot be read or is damaged.
    /// Complexity: O(bytes).
    func seen() -> CSVWindow? {
        guard case .descriptor(let descriptor, _) = opened() else { return nil }
        defer { Self.close(descriptor) }
        var (window, pieces) = (CSVWindow(), CSVPieces(descriptor))
        while !window.isAtEnd {
            window.pass()
            guard window.take(from: &pieces) else { return nil }
        }
        return window
    }

    /// The keys of its lines of objects; nil where it cannot be read. Complexity: O(bytes).
    func names(wanted: [String]) -> JSONNames? {
        guard case .descriptor(let descriptor, _) = opened() else { return nil }
        defer { Self.close(descriptor) }
        var (window, pieces) = (CSVWindow(), CSVPieces(descriptor))
        var names = JSONNames(wanted: wanted)
        repeat {
            guard window.take(from: &pieces) else { return nil }
            if names.objectCount == 0 { window.position = max(window.position, CSVText.markLength(window.bytes)) }
            window.position = names.look(window.bytes, from: window.position, isAtEnd: window.isAtEnd)
        } while !names.isComplete && !window.isAtEnd
        return names
    }

    /// The bytes of the file. Complexity: O(bytes).
    package func content() -> Content {
        let (descriptor, byteCount): (Int32, Int)
        switch opened() {
        case .refused(let diagnostic): return .refused(diagnostic)
        case .descriptor(let open, let size): (descriptor, byteCount) = (open, size)
        }
        defer { Self.close(descriptor) }
        func refused(_ code: String, _ message: String, _ advice: String) -> Content { .refused(refusal(code, message, advice)) }
        guard byteCount <= Self.largestByteCount else {
            return refused("file-too-large", "The file is larger than 2 GiB.", "Export a shorter period.")
        }
        guard let bytes = Self.bytes(descriptor, expected: byteCount) else {
            return refused("unreadable-file", "The file could not be read to its end (error \(errno)).", "Export it again.")
        }
        guard !bytes.isEmpty else { return refused("empty-file", "The file is empty.", "Export it again.") }
        return .bytes(bytes)
    }

    /// Why the name alone is refused, or nil.
    private var unfitName: String? {
        if path.isEmpty { return "The path is empty." }
        if path.utf8.contains(0) { return "The path holds a NUL byte." }
        return nil
    }

    private func refusal(_ code: String, _ message: String, _ advice: String) -> Diagnostic {
        Diagnostic(.refused, code: code, file: path, message: message, advice: advice)
    }

    /// Reads to the end, or nil after an error or beyond the largest size.
    private static func bytes(_ descriptor: Int32, expected: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunkSize = max(65_536, expected + 1)
        while true {
            var failed = false
            let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
                var got = read(descriptor, buffer.baseAddress, buffer.count)
                while got < 0 && errno == EINTR { got = read(descriptor, buffer.baseAddress, buffer.count) }
                failed = got < 0
                count = max(0, got)
            }
            if failed || bytes.count + chunk.count > largestByteCount { return nil }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            chunkSize = max(65_536, expected + 1 - bytes.count)
        }
    }

    /// Lets go of a file that `opened` opened.
    static func close(_ descriptor: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }
}
