import HoneFacts
import Testing

@Suite struct FoldLawTests {
    @Test(arguments: UInt64(1)...5) func `commits and files folded side by side are those folded one after the other`(seed: UInt64) async {
        let facts = WholeCatalogue.facts(seed: seed)
        let one = fold(facts, WholeCatalogue.board, now: WholeCatalogue.now)
        let other = await foldOnAllCores(facts, WholeCatalogue.board, now: WholeCatalogue.now)
        func texts(_ histories: Histories) -> [String] {
            ["\(histories.git)", "\(histories.files)", "\(histories.people)", "\(histories.remarks)", "\(histories.joins)"]
        }
        #expect(texts(one) == texts(other))
        #expect(one.git.commits.count > 0 && one.files.count > 0)
    }
}
