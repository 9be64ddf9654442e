/// Objects that were unpacked last, in one piece of memory: a new one takes the place of the oldest.
struct ObjectRing: ~Copyable {
    /// An object in the ring. Its bytes can be read as long as it is live.
    struct Object {
        let kind: ObjectKind
        /// Counted from the first object on; where it stands in the memory follows from it.
        let position: Int
        let count: Int
    }

    /// What an object is found by: its pack and where it begins there, or most of its name.
    struct Key: Equatable {
        let first: UInt64
        let second: UInt64

        fileprivate var slot: Int { Int(truncatingIfNeeded: ((first &+ second) &* 0x9e37_79b9_7f4a_7c15) >> ObjectRing.slotShift) }
    }

    private struct Slot {
        let key: Key
        let object: Object
    }

    private static let slotCount = 8_192
    private static let slotShift: UInt64 = 64 - 13
    private let capacity: Int
    private let memory: UnsafeMutableRawPointer
    private let slots: UnsafeMutablePointer<Slot?>
    private var head = 0

    /// - Parameter capacity: in bytes, a power of two.
    init(capacity: Int) {
        self.capacity = capacity
        memory = .allocate(byteCount: capacity + Inflater.slack, alignment: 2 << 20)
        LargePages.wish(UnsafeMutableRawBufferPointer(start: memory, count: capacity))
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: nil, count: Self.slotCount)
    }

    deinit {
        memory.deallocate()
        slots.deallocate()
    }

    /// The largest object that there is room for.
    var largest: Int { capacity / 8 }

    /// Room for an object, which is not yet found by a key. The oldest ones are live no longer.
    mutating func add(_ kind: ObjectKind, count: Int) throws(Unreadable) -> Object {
        guard count >= 0, count <= largest else { throw Unreadable(isTooLarge: true) }
        let rest = capacity - (head & (capacity - 1))
        if rest < count { head += rest }
        defer { head += count }
        return Object(kind: kind, position: head, count: count)
    }

    func note(_ object: Object, _ key: Key) { slots[key.slot] = Slot(key: key, object: object) }

    /// An object that stays live while another one is made of it.
    func object(_ key: Key) -> Object? {
        guard let slot = slots[key.slot], slot.key == key, head - slot.object.position <= capacity - 3 * largest else { return nil }
        return slot.object
    }

    func isLive(_ object: Object) -> Bool { head - object.position <= capacity }

    func bytes(_ object: Object) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(room(object)) }

    /// Where the bytes of an object belong; the slack behind them may hold parts of older ones.
    func room(_ object: Object) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: memory + (object.position & (capacity - 1)), count: object.count)
    }
}
