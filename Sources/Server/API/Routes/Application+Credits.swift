internal import HTTP
internal import Resume

extension Application {
    /// `GET /v1/credits`: plan, allowance and what is left of it.
    func credits(_ caller: Caller) async throws -> Response {
        let balance = try await accounts.credits(of: caller.userID)
        return Self.json([
            "plan": .string(balance.planID),
            "allowance": .number(.init(balance.allowance)),
            "allowance_remaining": .number(.init(balance.allowanceLeft)),
            "remaining": .number(.init(balance.remaining)),
            "claimed": .number(.init(balance.claimed)),
            "resets_at": .string(balance.resetsAt),
        ])
    }
}
