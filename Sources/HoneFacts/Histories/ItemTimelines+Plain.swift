/// The walks over transitions of the ordinary form, which nearly all of a large log are.
extension ItemTimelines {
    /// Items of ordinary transitions, counted from the origin's first once a number is taken off; below zero where no source describes one.
    struct Owners {
        let numbers: [Int32]
        var less: Int32 = 0
    }

    func owners(_ plain: PlainTransitions, _ keys: inout ItemKeys, first: Int) throws(SegmentDamage) -> Owners {
        let codes = try plain.itemCodes()
        if let run, run.mark === plain.items.table.mark, run.codeCount == plain.items.table.count {
            return Owners(numbers: codes, less: run.firstCode)
        }
        let rows = keys.rows(of: plain.items)
        return Owners(numbers: codes.map { rows[Int($0)] < 0 ? -1 : rows[Int($0)] - Int32(first) })
    }

    mutating func count(_ owners: Owners) {
        ends.withUnsafeMutableBufferPointer { counts in
            for number in owners.numbers where number >= owners.less { counts[Int(number &- owners.less)] &+= 1 }
        }
    }

    /// The columns of ordinary transitions, with the stage of each status by its code.
    struct PlainSteps {
        let owners: Owners
        let statuses, stages: [Int32]
        let instants: [UInt32]
    }

    mutating func place<Number>(_ steps: PlainSteps, into visits: ItemVisits.Columns<Number>) {
        noteOrder(of: steps.instants)
        let less = steps.owners.less
        // Nothing is checked in here: the codes are those of their tables, for each of which stages has an element, the three columns
        // are of one length, and the first walk has counted just the transitions that are put here. Places are found before anything
        // is put there, so that a processor can wait for many of them at once.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blockLength) { places in
            steps.stages.withUnsafeBufferPointer { stages in
                steps.owners.numbers.withUnsafeBufferPointer { owners in
                    steps.statuses.withUnsafeBufferPointer { statuses in
                        steps.instants.withUnsafeBufferPointer { instants in
                            ends.withUnsafeMutableBufferPointer { next in
                                for start in stride(from: 0, to: owners.count, by: Self.blockLength) {
                                    let length = min(Self.blockLength, owners.count &- start)
                                    for row in 0..<length {
                                        let owner = Int(owners[start &+ row] &- less)
                                        guard owner >= 0 else {
                                            places[row] = .max
                                            continue
                                        }
                                        places[row] = next[owner]
                                        next[owner] &+= 1
                                    }
                                    for row in 0..<length where places[row] != .max {
                                        let place = Int(places[row])
                                        visits.enteredAt[place] = Number(truncatingIfNeeded: instants[start &+ row])
                                        visits.stage[place] = UInt16(truncatingIfNeeded: stages[Int(statuses[start &+ row])])
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static let blockLength = 1_024

    private mutating func noteOrder(of instants: [UInt32]) {
        guard let first = instants.first else { return }
        var (before, least, odd, isAscending) = (first, first, UInt32(0), newest <= Int64(first))
        for instant in instants {
            if instant < before { isAscending = false }
            least = min(least, instant)
            odd |= instant
            before = instant
        }
        if !isAscending || odd & 1 == 1 { isInOrder = false }
        newest = Int64(before)
        earliest = min(earliest, Int64(least))
    }
}
