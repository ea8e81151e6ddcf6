package import Resume

/// A plan of which every line is in the profile, and what had to be replaced for that.
package struct GroundedPlan: Sendable {
    /// A line that was not printed.
    package struct Replaced: Sendable, Hashable {
        /// What it would have said.
        package let line: String
        package let items: [JSONPointer]
        /// In a few words each.
        package let reasons: [String]

        package init(line: String, items: [JSONPointer], reasons: [String]) {
            self.line = line
            self.items = items
            self.reasons = reasons
        }
    }

    package let plan: TailoringPlan
    package let replaced: [Replaced]
}

extension Grounding {
    /// The plan with what fails replaced: by the line of `own` at the same place where that is grounded, else by the
    /// profile's own words; a line that has no such place is left out.
    ///
    /// - Parameter own: the plan before a model wrote in it.
    package func grounded(
        _ plan: TailoringPlan, of profile: Profile, instead own: TailoringPlan? = nil
    ) -> GroundedPlan {
        let sources = [own?.everything, TailoredResume(everythingIn: profile)].compactMap { $0 }
        var replaced: [GroundedPlan.Replaced] = []
        var resume = plan.everything

        func judged(
            _ line: TailoredResume.Line, _ failure: (TailoredResume.Line) -> Failure?,
            _ place: (TailoredResume) -> TailoredResume.Line?
        ) -> TailoredResume.Line? {
            guard let failed = failure(line) else { return line }
            replaced.append(
                GroundedPlan.Replaced(
                    line: failed.text, items: failed.items, reasons: failed.reasons.map(\.description)))
            return sources.lazy.compactMap(place).first { failure($0) == nil }
        }

        if let name = judged(resume.name, { failure(of: $0) }, { $0.name }) { resume.name = name }
        resume.headline = resume.headline.flatMap { line in judged(line, { failure(of: $0) }, { $0.headline }) }
        resume.summary = resume.summary.flatMap { line in judged(line, { failure(of: $0) }, { $0.summary }) }
        resume.contacts = resume.contacts.compactMap { contact in
            var contact = contact
            guard
                let line = judged(
                    contact.line, { failure(of: $0) },
                    { $0.contacts.first { $0.line.items == contact.line.items }?.line })
            else { return nil }
            contact.line = line
            return contact
        }
        for section in resume.sections.indices {
            let kind = resume.sections[section].kind
            for index in resume.sections[section].entries.indices {
                let entry = resume.sections[section].entries[index]
                func own(_ resume: TailoredResume) -> TailoredResume.Entry? {
                    resume.sections.first { $0.kind == kind }?.entries.first { $0.item == entry.item }
                }
                func kept(
                    _ line: TailoredResume.Line?, _ place: (TailoredResume.Entry) -> TailoredResume.Line?
                ) -> TailoredResume.Line? {
                    line.flatMap { line in
                        judged(line, { failure(of: $0, in: entry, of: kind) }, { own($0).flatMap(place) })
                    }
                }
                var new = entry
                new.title = kept(entry.title) { $0.title }
                new.organization = kept(entry.organization) { $0.organization }
                new.location = kept(entry.location) { $0.location }
                new.note = kept(entry.note) { $0.note }
                new.summary = kept(entry.summary) { $0.summary }
                new.bullets = entry.bullets.compactMap { line in
                    kept(line) { $0.bullets.first { $0.item == line.item } }
                }
                new.terms = entry.terms.compactMap { line in kept(line) { $0.terms.first { $0.item == line.item } } }
                if let failed = failure(ofDatesOf: entry) {
                    replaced.append(
                        GroundedPlan.Replaced(
                            line: failed.text, items: failed.items, reasons: failed.reasons.map(\.description)))
                    new.dates = sources.lazy.compactMap(own).first { failure(ofDatesOf: $0) == nil }?.dates
                }
                resume.sections[section].entries[index] = new
            }
        }
        return GroundedPlan(plan: replaced.isEmpty ? plan : plan.replacing(resume, lexicon), replaced: replaced)
    }
}
