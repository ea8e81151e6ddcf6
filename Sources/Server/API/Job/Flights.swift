internal import JobSource

/// One fetch of a posting, however many ask for it at once. Who stops asking does not stop it for the others.
actor Flights {
    private var flights: [String: Task<PublishedPosting, any Error>] = [:]

    func value(
        for id: String, _ fetch: @escaping @Sendable () async throws -> PublishedPosting
    ) async throws -> PublishedPosting {
        if let flight = flights[id] { return try await flight.value }
        let flight = Task { try await fetch() }
        flights[id] = flight
        defer { flights[id] = nil }
        return try await flight.value
    }
}
