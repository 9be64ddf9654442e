#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A file without a name: gone from its folder before the first byte is in it, and from the disk once it is closed.
enum ScratchFile {
    /// A descriptor for reading and writing; whoever takes it closes it.
    static func open() throws -> FileDescriptor {
        let path = FileManager.default.temporaryDirectory.path + "/hone-scratch-" + UUID().uuidString
        let file = try FileDescriptor.open(
            FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        do {
            try FileManager.default.removeItem(atPath: path)
            return file
        } catch {
            try file.close()
            throw error
        }
    }

    static func contents(_ file: FileDescriptor) throws -> [UInt8] {
        let size = Int(try file.seek(offset: 0, from: .end))
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            LargePages.wish(UnsafeMutableRawBufferPointer(buffer))
            while count < size {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size])
                let read = try file.read(fromAbsoluteOffset: Int64(count), into: rest)
                if read == 0 { return }
                count += read
            }
        }
    }
}
