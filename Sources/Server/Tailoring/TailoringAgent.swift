// The stage "tailor": a profile and a posting become a plan of what to print.
//
// The plan holds everything that may be printed and, least relevant first, what may go. How much of it has to go is found
// by typesetting, not here. No agent says what the profile does not hold: `Grounding` looks at every line, whoever wrote
// it.
package import Resume

/// Chooses what a resume for one posting says.
package protocol TailoringAgent: Sendable {
    func plan(for posting: JobPosting, from profile: Profile) async throws -> TailoringPlan
}
