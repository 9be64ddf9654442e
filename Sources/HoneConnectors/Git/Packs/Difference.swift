/// An object as the difference to another one: runs of its bytes, and new bytes between them.
struct Difference {
    let baseSize: Int
    let size: Int
    private let steps: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) throws(Unreadable) {
        var place = 0
        func number() throws(Unreadable) -> Int {
            var (value, shift) = (0, 0)
            while true {
                guard place < bytes.count, shift <= 46 else { throw Unreadable() }
                let byte = bytes[place]
                place += 1
                value |= Int(byte & 0x7f) << shift
                shift += 7
                if byte & 0x80 == 0 { return value }
            }
        }
        baseSize = try number()
        size = try number()
        steps = UnsafeRawBufferPointer(rebasing: bytes[place...])
    }

    /// - Parameters:
    ///   - base: as many bytes as `baseSize` says.
    ///   - target: room for `size` bytes.
    func apply(to base: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) throws(Unreadable) {
        guard base.count == baseSize, target.count == size else { throw Unreadable() }
        guard let from = steps.baseAddress, let to = target.baseAddress, let source = base.baseAddress else {
            guard size == 0, steps.isEmpty else { throw Unreadable() }
            return
        }
        let end = steps.count
        var (place, filled) = (0, 0)
        while place < end {
            let step = from.load(fromByteOffset: place, as: UInt8.self)
            place += 1
            if step & 0x80 == 0 {
                let count = Int(step)
                guard count > 0, count <= end - place, count <= size - filled else { throw Unreadable() }
                (to + filled).copyMemory(from: from + place, byteCount: count)
                place += count
                filled += count
            } else {
                guard (step & 0x7f).nonzeroBitCount <= end - place else { throw Unreadable() }
                var (start, count) = (0, 0)
                for bit in 0..<4 where step & (1 << bit) != 0 {
                    start |= Int(from.load(fromByteOffset: place, as: UInt8.self)) << (bit * 8)
                    place += 1
                }
                for bit in 0..<3 where step & (16 << bit) != 0 {
                    count |= Int(from.load(fromByteOffset: place, as: UInt8.self)) << (bit * 8)
                    place += 1
                }
                if count == 0 { count = 0x10000 }
                guard count <= size - filled, start <= baseSize, count <= baseSize - start else { throw Unreadable() }
                (to + filled).copyMemory(from: source + start, byteCount: count)
                filled += count
            }
        }
        guard filled == size else { throw Unreadable() }
    }
}
