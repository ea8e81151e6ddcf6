internal import Resume
internal import Tailoring

extension SentResume {
    /// What a record tells of what was printed; `nil` where it tells nothing.
    init?(_ stored: Generations.Stored) {
        // Records are ours: with a posting's text, a report and the LaTeX they may be longer than what a client may send.
        guard let record = stored.record,
            let json = try? JSON(parsing: record, limits: JSON.Limits(bytes: 16 << 20)),
            let provenance = json[member: "provenance"]?.array
        else { return nil }
        let lines = provenance.compactMap { $0[member: "line"]?.string }
        self.init(id: stored.item.id, title: stored.item.title, lines: Set(lines))
    }
}
