import API
import Foundation

/// Runs something on the accounts, with the database opened before and closed after. While a server runs on the same
/// private cluster, that cluster is left running.
func withAccounts(_ body: (Accounts) async throws -> Void) async throws {
    let settings = try Settings(environment: ProcessInfo.processInfo.environment)
    let database = try await Database.open(settings, Installation.find(settings)) { event in
        if case .preparing(let what) = event { progress(what) }
    }
    let result: Result<Void, any Error>
    do { result = .success(try await body(Accounts(database.pool))) } catch { result = .failure(error) }
    await database.close()
    try result.get()
}
