internal import HoneFacts

/// An exported file, plain or gzip, read whole; anything that is no regular file is refused with a sentence.
package struct ExportFile: Sendable {
    let path: String
    let directory: String

    /// - Parameter directory: where a relative path starts; the folder of `hone.yaml`.
    package init(path: String, directory: String) {
        self.path = path
        self.directory = directory
    }

    /// The bytes of the file, unpacked. Complexity: O(bytes).
    package func content() -> CSVFile.Content {
        let content = CSVFile(path: path, directory: directory).content()
        guard case .bytes(let bytes) = content else { return content }
        guard Gzip.isGzip(bytes) else { return .bytes(bytes) }
        guard let unpacked = Gzip.inflated(bytes) else {
            return .refused(
                Diagnostic(
                    .refused, code: "damaged-gzip", file: path, message: "The file is damaged, cut off, or unpacks to more than 4 GiB.",
                    advice: "Export it again."))
        }
        return .bytes(unpacked)
    }

    /// The first bytes of the file, unpacked, up to the end of a line where more come and these are ASCII: enough to see what it is.
    /// Complexity: O(1), or O(bytes) where there are others.
    func beginning() -> CSVFile.Content {
        guard case .descriptor(let descriptor, _) = CSVFile(path: path, directory: directory).opened() else { return content() }
        defer { CSVFile.close(descriptor) }
        let source = ByteSource(descriptor)
        var filled: Int?
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.beginningSize) { bytes, count in
            filled = source.read(into: UnsafeMutableRawBufferPointer(bytes))
            count = filled ?? 0
        }
        // What is wrong with a file, and which encoding it is in, is told by a look at all of it.
        guard let filled, filled == Self.beginningSize, bytes.allSatisfy({ $0 > 0 && $0 < 0x80 }),
            let end = bytes.lastIndex(of: UInt8(ascii: "\n"))
        else { return content() }
        return .bytes(Array(bytes[...end]))
    }

    /// Room for some thousand records with long texts.
    private static let beginningSize = 8_388_608

    /// When the file was last written, seconds since 1970; nil where it is not there, and where its day is one that tools write which
    /// want the same bytes each time (1970, 1980).
    package var writtenAt: Int64? {
        CSVFile(path: path, directory: directory).writtenAt.flatMap { $0 < Self.firstBelieved ? nil : $0 }
    }

    /// 1 January 1990.
    private static let firstBelieved: Int64 = 631_152_000

    /// The file, if there is something to read in it since a position.
    enum Opening {
        /// Nothing to read: the file is refused, or is the one read before.
        case over(SourceReading)
        case bytes([UInt8], position: ExportPosition)
    }

    /// - Parameter version: of the reader that asks.
    func opened(since cursor: String?, version: some CustomStringConvertible, digest: Digest) -> Opening {
        switch content() {
        case .refused(let diagnostic): return .over(SourceReading(diagnostics: [diagnostic]))
        case .bytes(let bytes):
            let position = ExportPosition(bytes: bytes, version: version, digest: digest)
            guard cursor.flatMap(ExportPosition.init) != position else {
                return .over(SourceReading(notes: ["\(path) has not changed since it was last read."]))
            }
            return .bytes(bytes, position: position)
        }
    }
}
