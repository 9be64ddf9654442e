package import HoneFacts

/// Facts from the history of a git repository: commits, the files they changed, tags, where HEAD stands, and its files.
///
/// Only reads: see `GitProcess`. Commits that a force-push made unreachable stay in the log; whoever needs the present
/// history walks it from `head`. With `mask` left out the names of the history's people are masked, which is the only way to
/// use it outside of a test.
package struct GitSource: FactSource {
    /// Changes when the same commits would be read differently by a newer version of this connector.
    static let readingVersion = 3
    package let settings: GitSettings
    let digest: Digest
    let git: GitProcess
    /// Seconds since 1970.
    let now: Int64
    /// Set only by the test that shows what would be stored without a mask.
    let fixedMask: NameMask?
    /// Told the commits read so far.
    let progress: (@Sendable (Int) -> Void)?
    let bots: BotNames

    /// - Parameters:
    ///   - folder: where relative paths begin; nil for the current folder.
    ///   - nowSeconds: the present, seconds since 1970; commits after it are counted.
    ///   - environment: of which `PATH`, `HOME` and `XDG_CONFIG_HOME` are passed to git.
    ///   - program: git's name or path.
    package init(
        _ settings: GitSettings, in folder: String? = nil, digest: Digest, nowSeconds: Int64, environment: [String: String],
        program: String = "git", mask: NameMask? = nil, progress: (@Sendable (Int) -> Void)? = nil
    ) {
        self.settings = settings
        self.digest = digest
        now = nowSeconds
        fixedMask = mask
        self.progress = progress
        bots = BotNames(settings.botPatterns)
        let isAbsolute = settings.repository.hasPrefix("/")
        path = isAbsolute ? settings.repository : folder.map { $0 + "/" + settings.repository } ?? settings.repository
        git = GitProcess(program: program, directory: path, inherited: environment)
    }

    private let path: String

    package var origin: String { settings.origin }

    package func facts(
        since cursor: String?, into sink: @escaping @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> SourceReading {
        let refFiles = GitRefFiles(at: path)
        if let refFiles, let cursor, GitPosition.stands(cursor, at: digest(of: refFiles)) { return SourceReading() }
        let glance = try await GitGlance.taken(with: git, path: path)
        // Noted only where nothing was changed while git was asked, not even there and back.
        let unchanged = refFiles.flatMap { $0 == GitRefFiles(at: path) ? digest(of: $0) : nil }
        if let glance, let cursor, let known = GitPosition(cursor, isWhole: false), isNothingNew(glance, since: known) {
            let notes = glance.notes(of: settings)
            let isQuiet = notes.isEmpty && known.uncounted.isNothingDeferred
            let noted = GitPosition.text(cursor, at: isQuiet ? unchanged : nil)
            return SourceReading(position: noted == cursor ? nil : noted, notes: notes, isPartial: true)
        }
        let known = cursor.flatMap { GitPosition($0) }
        let survey = try await GitSurvey.made(with: git, path: path, after: glance, isKnown: known != nil)
        if let known, isNothingNew(survey.glance, since: known) {
            return SourceReading(notes: survey.glance.notes(of: settings), isPartial: true)
        }
        let rules = rules(survey.glance)
        let state = survey.glance.state(rules, digest)
        var reading = SourceReading(notes: survey.glance.notes(of: settings))
        // A count that is stored is never taken back: where commits have to be read again, their lines are counted again.
        let isAnew = known?.rules != rules
        let countsLines = settings.countsLines || (isAnew && known?.countedTips.isEmpty == false)

        // The files of HEAD are opened first together with those of the commits; from then on they are kept up with.
        let wasTreeDeferred = known?.uncounted.isTreeDeferred ?? true
        let isTreeDeferred = wasTreeDeferred && !countsLines
        let isTreeKnown = known.map { $0.head == survey.head && $0.files.values.allSatisfy(FileFacts.isCurrent) } ?? false
        let isTreeRead = !isTreeDeferred && (wasTreeDeferred || isAnew || !isTreeKnown)
        async let filesRead = isTreeRead ? files(of: survey, known: known, isAnew: isAnew) : .init(marks: known?.files ?? [:])
        let before = isAnew ? nil : known
        let plan = GitPlan(survey: survey, before: (countsLines ? before?.countedTips : before?.tips) ?? [])
        let history = try await readCommits(plan, survey, after: before?.people, countsLines: countsLines, into: sink)
        var uncounted = self.uncounted(history, before: before, countsLines: countsLines)
        uncounted.isTreeDeferred = isTreeDeferred
        reading.notes += GitSurvey.notes(uncounted, isAbsent: history.isAbsent)
        let mask = history.mask

        let tags = TagFacts(survey.tags, known: known?.tags ?? [:], origin: origin, mask: mask, digest: digest)
        let branch = survey.branch.map { mask.masked(branch: $0) } ?? "detached"
        let head = HeadFact.batch(
            origin: origin, branch: branch, sha: survey.head, isCutOff: survey.isShallow,
            uncountedCount: uncounted.count)
        let files = try await filesRead
        // Each group is a transaction, for which the disk is waited for.
        let group = [tags.batch, head].filter { !$0.isEmpty } + (files.groups.first ?? [])
        if !group.isEmpty { try await sink(group) }
        for group in files.groups.dropFirst() { try await sink(group) }
        if let note = files.note { reading.notes.append(note) }

        var oddities = history.oddities
        oddities.skippedTags = tags.skippedCount
        reading.diagnostics = oddities.diagnostics(file: settings.repository)
        reading.recordCount = history.commitCount + survey.tags.count
        // Where commits are read again, files that stayed as they were are not handed over anew.
        reading.isPartial = true
        let position = GitPosition(
            state: state, rules: rules, head: survey.head, tags: tags.current, files: files.marks, uncounted: uncounted,
            people: history.people)
        let isQuiet = survey.glance.notes(of: settings).isEmpty && uncounted.isNothingDeferred
        reading.position = GitPosition.text(position.text, at: isQuiet ? unchanged : nil)
        return reading
    }

    /// Digest of the files that say whether there is something new, and of how they are read and noted.
    private func digest(of refFiles: GitRefFiles) -> String {
        let reading = [GitPosition.title, "\(Self.readingVersion)", FileFacts.reading, bots.fingerprintText, settings.trimmedFolder ?? ""]
        return digest.pseudonym((reading + [refFiles.text]).joined(separator: "\n\n"))
    }

    /// Whether there is nothing to read: the same state, and no lines that were left for later and are wanted now.
    private func isNothingNew(_ glance: GitGlance, since known: GitPosition) -> Bool {
        glance.state(rules(glance), digest) == known.state && (!settings.countsLines || known.uncounted.isNothingDeferred)
    }

    /// Which commits of those read now and before have no lines.
    private func uncounted(_ history: History, before: GitPosition?, countsLines: Bool) -> GitPosition.Uncounted {
        var uncounted = before?.uncounted ?? GitPosition.Uncounted()
        if countsLines { (uncounted.deferredCount, uncounted.countedTips) = (0, []) }
        if history.isAbsent {
            uncounted.absentCount += history.namedCount
        } else if history.namedCount > 0 {
            uncounted.countedTips = before?.countedTips ?? []
            uncounted.deferredCount += history.namedCount
        }
        return uncounted
    }

    private func files(of survey: GitSurvey, known: GitPosition?, isAnew: Bool) async throws -> GitFiles.Outcome {
        try await GitFiles(git: git, origin: origin, folder: settings.trimmedFolder)
            .read(survey, before: known.map { MarkerAges.Before(head: $0.head, marks: $0.files) }, isAnew: isAnew)
    }

    private struct History {
        let commitCount: Int
        /// Commits whose files were read by their names alone.
        let namedCount: Int
        /// Whether that is because file contents are missing.
        let isAbsent: Bool
        let oddities: GitOddities
        let mask: NameMask
        let people: PeopleTraces
    }

    /// Of the hashes that a position keeps of whom its history knows.
    static func keyOfPeople(_ digest: Digest) -> KeyedHash { KeyedHash(digest, for: "people of a history") }

    /// Reads the new commits. Whom they may name is found out while git counts their lines.
    /// - Parameter earlier: whom the commits before them know; nil where nobody has noted it.
    private func readCommits(
        _ plan: GitPlan, _ survey: GitSurvey, after earlier: PeopleTraces?, countsLines: Bool,
        into sink: @Sendable ([FactBatch]) async throws -> Void
    ) async throws -> History {
        let key = Self.keyOfPeople(digest)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            let hasOld = earlier == nil && plan.new != plan.everything
            async let early = hasOld ? people(GitHeaders.read(plan.everything, with: git), after: nil, survey) : nil
            let isAbsent = survey.isPartial && !plan.new.isEmpty ? try await GitObjects.areMissing(for: plan.new, with: git) : false
            let isCounted = countsLines && !isAbsent
            let names: GitHeaders.Names = isCounted ? .none : isAbsent ? .withRenamesOfUnchanged : .withRenames
            // Of a few new commits git tells the files before this process has found the trees of one.
            let isByTrees = !isCounted && plan.new == plan.everything
            let listed = try await GitHeaders.read(plan.new, isByTrees ? .none : names, with: git)
            async let late = hasOld ? nil : people(listed, after: earlier, survey)
            let hasFiles = GitLog.commitsWithFiles(listed, boundary: survey.boundary)
            let touched =
                isByTrees ? try await TouchedFiles.read(listed, hasFiles, in: survey.glance.objects, names, with: git) : nil
            let headers = isByTrees && touched == nil ? try await GitHeaders.read(plan.new, names, with: git) : listed
            var changes: GitChanges?
            if isCounted {
                let shas = hasFiles.indices.filter { hasFiles[$0] }.map { headers.bytes(.sha, of: $0) }
                changes = GitChanges(of: shas, with: git, in: &group)
            }
            let (old, new) = (try await early, try await late)
            let people = old ?? new ?? GitPeople()
            let mask = fixedMask ?? people.mask(key)
            var facts = CommitFacts(
                origin: origin, folder: settings.trimmedFolder, digest: digest, mask: mask, bots: bots, people: people,
                boundary: survey.boundary, now: now)
            let log = GitLog(headers: headers, touched: touched, mask: mask, progress: progress)
            try await log.read(&changes, of: hasFiles, facts: &facts, into: sink)
            var oddities = facts.oddities
            oddities.strange = changes?.strangeCount ?? 0
            let namedCount = isCounted ? 0 : hasFiles.reduce(0) { $0 + ($1 ? 1 : 0) }
            return History(
                commitCount: headers.count, namedCount: namedCount, isAbsent: isAbsent, oddities: oddities, mask: mask,
                people: people.traces(key))
        }
    }

    private func people(_ headers: GitHeaders, after earlier: PeopleTraces?, _ survey: GitSurvey) async throws -> GitPeople? {
        try await GitPeople.read(headers, after: earlier, tags: survey.tags, bots: bots, with: git)
    }

    /// What decides how a commit is read: where it changed, known commits are read again.
    private func rules(_ glance: GitGlance) -> String {
        let parts = [
            "\(Self.readingVersion)", glance.mailmap, bots.fingerprintText, settings.trimmedFolder ?? "",
            glance.boundary.sorted().joined(separator: " "),
            glance.isPartial ? "partial" : "whole",
        ]
        return digest.pseudonym(parts.joined(separator: "\n\n"))
    }
}
