import Resume
import Tailoring
import Testing

@Suite(.enabled(if: SamplePair.areThere, "samples/postings is missing"))
struct SamplePairTests {
    private func plans() throws -> [(pair: SamplePair, plan: TailoringPlan)] {
        let agent = OfflineAgent(lexicon: try SamplePair.lexicon.get())
        return try SamplePair.all().map { ($0, agent.plan(for: $0.posting, from: $0.profile)) }
    }

    @Test func `there are at least twelve by twelve`() throws {
        #expect(try SamplePair.all().count >= 144)
    }

    @Test func `the same input gives the same plan`() throws {
        for (first, second) in zip(try plans(), try plans()) {
            #expect(first.plan == second.plan, "\(first.pair.testDescription)")
        }
    }

    @Test func `a supported keyword stays in print until nothing else can go`() throws {
        let lexicon = try SamplePair.lexicon.get()
        for (pair, plan) in try plans() {
            let finder = KeywordFinder(plan.supported, lexicon: lexicon)
            let supported = Set(plan.supported.map(\.canonical))
            for count in 0...plan.expendable {
                let printed = Self.lines(plan.resume(dropping: count)).map(\.text)
                let held = printed.reduce(into: Set<String>()) { $0.formUnion(finder.keywords(in: $1)) }
                #expect(held.isSuperset(of: supported), "\(pair.testDescription), \(count) dropped")
            }
            for droppable in plan.droppable.prefix(plan.expendable) { #expect(droppable.lastOf.isEmpty) }
        }
    }

    @Test func `a keyword is supported or missing`() throws {
        for (pair, plan) in try plans() {
            #expect(Set(plan.supported + plan.missing) == Set(pair.posting.keywords), "\(pair.testDescription)")
        }
    }

    @Test func `roles and degrees keep their heading however much is dropped`() throws {
        for (pair, plan) in try plans() {
            let least = plan.resume(dropping: plan.droppable.count)
            for kind in [TailoredResume.Section.Kind.experience, .education] {
                let all = plan.everything.sections.filter { $0.kind == kind }.flatMap(\.entries)
                let kept = least.sections.filter { $0.kind == kind }.flatMap(\.entries)
                #expect(kept.map(\.item) == all.map(\.item), "\(pair.testDescription)")
                #expect(kept.map(\.title) == all.map(\.title) && kept.map(\.dates) == all.map(\.dates))
            }
            #expect(least.sections.allSatisfy { $0.kind == .experience || $0.kind == .education })
            #expect(least.contacts == plan.everything.contacts && least.name == plan.everything.name)
        }
    }

    @Test func `each item dropped makes the resume shorter and is listed with a reason`() throws {
        for (pair, plan) in try plans() {
            var before = Self.lines(plan.resume(dropping: 0)).count
            for count in plan.droppable.indices.map({ $0 + 1 }) {
                let resume = plan.resume(dropping: count)
                let lines = Self.lines(resume).count
                #expect(lines < before, "\(pair.testDescription), \(plan.droppable[count - 1].item)")
                #expect(resume.sections.allSatisfy { !$0.entries.isEmpty })
                before = lines
            }
            let dropped = plan.dropped(plan.droppable.count)
            #expect(dropped.map(\.item) == plan.droppable.map(\.item) && dropped.allSatisfy { !$0.reason.isEmpty })
            #expect(Set(dropped.map(\.item)).count == dropped.count)
        }
    }

    /// Counted by words of the profile's own document, with no part of the gate.
    @Test func `every printed word is the profile's but for the posting's name of a skill`() throws {
        let lexicon = try SamplePair.lexicon.get()
        for (pair, plan) in try plans() {
            let own = Self.words(Self.texts(of: pair.profile.json).joined(separator: "\n"))
            let skills = plan.everything.sections.filter { $0.kind == .skills }.flatMap(\.entries).flatMap(\.terms)
            for line in Self.lines(plan.everything) {
                let foreign = Self.words(line.text).subtracting(own)
                if foreign.isEmpty { continue }
                if line == plan.everything.summary {
                    // One sentence of the profile's facts, joined by words in small letters that name nothing.
                    #expect(pair.profile.basics.summary == nil && line.items.count >= 4)
                    #expect(foreign.isSubset(of: Self.joining), "\(pair.testDescription): \(line.text)")
                    continue
                }
                #expect(skills.contains(line), "\(pair.testDescription): \(line.text)")
                // `Kubernetes (k8s)`: one is the person's, the other the posting's, and both are the same skill.
                let names = line.text.dropLast().split(separator: " (").map(String.init)
                try #require(names.count == 2 && line.text.hasSuffix(")"))
                let keyword = try #require(plan.supported.first { names.contains($0.term) })
                let ownName = names[0] == keyword.term ? names[1] : names[0]
                #expect(Self.words(ownName).isSubset(of: own))
                #expect(names.allSatisfy { lexicon.canonical(of: $0) == keyword.canonical })
            }
        }
    }

    @Test func `the gate finds nothing in what the offline agent makes`() throws {
        let lexicon = try SamplePair.lexicon.get()
        for (pair, plan) in try plans() {
            let failures = Grounding(pair.profile, lexicon: lexicon).failures(in: plan.everything)
            #expect(failures.isEmpty, "\(pair.testDescription): \(failures)")
        }
    }

    private static let joining: Set<String> = [
        "at", "since", "with", "experience", "in", "and", "bei", "seit", "erfahren", "und", "chez", "depuis", "avec",
        "une",
        "expérience", "en", "et", "con", "experiencia", "desde", "y", "com", "experiência", "em", "e", "doświadczenie",
        "i", "od",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
    }

    private static func texts(of json: JSON) -> [String] {
        switch json {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(texts)
        case .object(let members): members.flatMap { texts(of: $0.value) }
        default: []
        }
    }

    static func lines(_ resume: TailoredResume) -> [TailoredResume.Line] {
        [resume.name] + [resume.headline, resume.summary].compactMap { $0 }
            + resume.sections.flatMap(\.entries).flatMap { entry in
                [entry.title, entry.organization, entry.location, entry.note, entry.summary].compactMap { $0 }
                    + entry.bullets + entry.terms
            }
    }
}
