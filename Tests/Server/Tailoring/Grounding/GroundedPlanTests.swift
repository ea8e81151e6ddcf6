import Resume
import Tailoring
import Testing

/// What fails is replaced by the profile's own words, wherever it stands.
@Suite(.enabled(if: SamplePair.areThere, "samples/postings is missing"))
struct GroundedPlanTests {
    @Test func `an offline plan is grounded as it is`() throws {
        let lexicon = try SamplePair.lexicon.get()
        for pair in try SamplePair.all() {
            let plan = OfflineAgent(lexicon: lexicon).plan(for: pair.posting, from: pair.profile)
            let grounded = Grounding(pair.profile, lexicon: lexicon).grounded(plan, of: pair.profile)
            #expect(grounded.replaced == [] && grounded.plan == plan, "\(pair.testDescription)")
        }
    }

    @Test func `a falsehood in any place of a plan is replaced by what the profile has there`() throws {
        let lexicon = try SamplePair.lexicon.get()
        let pair = try #require(try SamplePair.all().first { $0.profileName.hasPrefix("icu-nurse") })
        let own = OfflineAgent(lexicon: lexicon).plan(for: pair.posting, from: pair.profile)
        var resume = own.everything
        func lie(_ line: TailoredResume.Line?) -> TailoredResume.Line? {
            line.map { .init($0.text + " at Contoso", from: $0.items) }
        }
        resume.headline = lie(resume.headline)
        resume.summary = lie(resume.summary)
        var count = [resume.headline, resume.summary].compactMap { $0 }.count
        for section in resume.sections.indices {
            for index in resume.sections[section].entries.indices {
                var entry = resume.sections[section].entries[index]
                count +=
                    [entry.title, entry.organization, entry.location, entry.note, entry.summary].compactMap { $0 }.count
                count += entry.bullets.count + entry.terms.count
                entry.title = lie(entry.title)
                entry.organization = lie(entry.organization)
                entry.location = lie(entry.location)
                entry.note = lie(entry.note)
                entry.summary = lie(entry.summary)
                entry.bullets = entry.bullets.compactMap(lie)
                entry.terms = entry.terms.compactMap(lie)
                if entry.dates?.start != nil {
                    entry.dates?.start = PartialDate("1971-01")
                    count += 1
                }
                resume.sections[section].entries[index] = entry
            }
        }
        let grounding = Grounding(pair.profile, lexicon: lexicon)
        let grounded = grounding.grounded(own.replacing(resume, lexicon), of: pair.profile, instead: own)
        #expect(grounded.plan == own)
        #expect(grounded.replaced.count == count)
        #expect(grounded.replaced.allSatisfy { !$0.reasons.isEmpty })
        #expect(
            grounding.grounded(own.replacing(resume, lexicon), of: pair.profile).plan.everything.summary?.text
                == pair.profile.basics.summary)
    }

    @Test func `a bullet may not tell what happened in another role`() throws {
        let lexicon = try SamplePair.lexicon.get()
        let pair = try #require(try SamplePair.all().first { $0.profileName.hasPrefix("icu-nurse") })
        let own = OfflineAgent(lexicon: lexicon).plan(for: pair.posting, from: pair.profile)
        var resume = own.everything
        let section = try #require(resume.sections.firstIndex { $0.kind == .experience })
        let other = try #require(resume.sections[section].entries.last?.bullets.first)
        resume.sections[section].entries[0].bullets[0] = other
        let grounded = Grounding(pair.profile, lexicon: lexicon).grounded(
            own.replacing(resume, lexicon), of: pair.profile, instead: own)
        #expect(grounded.replaced.first?.reasons.first?.contains("another entry") == true)
    }
}
