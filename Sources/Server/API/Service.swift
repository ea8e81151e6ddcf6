internal import ForkServer
internal import Foundation
internal import HTTP
package import Postgres
internal import Synchronization

/// The server, from start to stop: database, migrations, engines, listener.
package struct Service: Sendable {
    private let settings: Settings
    private let installation: Installation
    private let host: String
    private let port: Int
    private let metrics: Metrics
    private let observe: @Sendable (Event) -> Void

    package init(
        _ settings: Settings, _ installation: Installation, host: String, port: Int,
        observe: @escaping @Sendable (Event) -> Void
    ) {
        self.settings = settings
        self.installation = installation
        self.host = host
        self.port = port
        let metrics = Metrics()
        self.metrics = metrics
        self.observe = { event in
            metrics.record(event)
            observe(event)
        }
    }

    /// Starts everything, in order, and runs until the task is cancelled; then stops everything, in reverse: requests
    /// that were let in are answered first.
    package func run(until stop: @Sendable () async -> Void) async throws {
        let database = try await Database.open(settings, installation, observe: observe)
        do {
            try await serve(database, until: stop)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        observe(.stopped)
    }

    private func serve(_ database: Database, until stop: @Sendable () async -> Void) async throws {
        let maker = try await ResumeMaker.start(
            installation, settings, report: { observe(.preparing($0)) }, observe: observe)
        let verifier = try maker.verifier.startForStrangers(installation, settings)
        let generations = Generations(database.pool, server: UUID().uuidString.lowercased())
        let cursors = try await Cursors(database.pool)
        let interrupted = try await generations.signOfLife(isAlone: database.isPrivate)
        if interrupted > 0 { observe(.interruptedGenerationsReleased(count: interrupted)) }

        let pages = try ContractPages.load()
        let verificationPage = try VerificationPage.load()
        let previews = try Previews.load(maker.catalog, from: installation.templates)

        let jobs = JobReader(
            maker.lexicon, try LinkedInSource(settings, cache: PostingCache(database.pool), observe: observe))
        let application = Mutex<Application?>(nil)
        let listener = try Listener.start(
            listenerConfiguration, observe: { observe(.http($0)) },
            refuse: { refusal, requestID in Problem(refusal).response(requestID: requestID) },
            handler: { request in
                guard let application = application.withLock({ $0 }) else {
                    return Problem(Refusal.shuttingDown).response(requestID: request.id)
                }
                return await application.respond(to: request)
            })
        let address = host.contains(":") ? "[\(host)]:\(listener.port)" : "\(host):\(listener.port)"
        application.withLock {
            $0 = Application(
                accounts: Accounts(database.pool), generations: generations, cursors: cursors, maker: maker,
                sessions: settings.sessions.map { Sessions($0, observe: observe) },
                rates: RateLimiter(settings.rateLimit), metrics: metrics, page: pages,
                verificationPage: verificationPage,
                previews: previews,
                verifier: verifier, jobs: jobs,
                publicURL: settings.publicURL ?? "http://\(address)", observe: observe)
        }
        try await maker.ready()
        try await verifier.ready()
        observe(.listening(address: address))

        await reportConfinement(of: maker)
        let heartbeat = Task { await beat(generations) }
        let checks = Task { await check(maker) }
        await stop()
        observe(.stopping)
        await listener.shutdown(within: .seconds(20))
        heartbeat.cancel()
        checks.cancel()
        await verifier.stop()
        await maker.stop()
    }

    private var listenerConfiguration: ListenerConfiguration {
        var configuration = ListenerConfiguration()
        configuration.host = host
        configuration.port = port
        configuration.bodyBytes = { $0.path == "/v1/ats/verify" ? VerificationOrder.bodyLimit : 1 << 20 }
        return configuration
    }

    private func reportConfinement(of maker: ResumeMaker) async {
        for (pool, figures) in await maker.figures() where !(figures.landlock && figures.seccomp) {
            observe(.confinementLacking(pool: pool, landlock: figures.landlock, seccomp: figures.seccomp))
        }
    }

    /// Every five seconds. A check waits for an engine's answer, which takes as long as a pool gives a job in the worst
    /// case: nothing else may wait for that.
    private func check(_ maker: ResumeMaker) async {
        while (try? await Task.sleep(for: .seconds(5))) != nil {
            for failure in await maker.check() { observe(.engineReplaced(reason: failure)) }
        }
    }

    /// Every five seconds, so that three signs may be missed before others take this server for dead.
    private func beat(_ generations: Generations) async {
        while (try? await Task.sleep(for: .seconds(5))) != nil {
            do {
                let count = try await generations.signOfLife()
                if count > 0 { observe(.interruptedGenerationsReleased(count: count)) }
            } catch {
                observe(.unexpected(error: String(reflecting: error), requestID: nil))
            }
        }
    }
}

/// The PostgreSQL that was named, or a private one.
package struct Database: Sendable {
    package let pool: PostgresPool
    private let cluster: PrivateCluster?

    /// Whether it is ours alone, so that no other machine's server can be at work on it.
    package var isPrivate: Bool { cluster != nil }

    /// Opens it and brings its schema up to date.
    package static func open(
        _ settings: Settings, _ installation: Installation, observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) async throws -> Database {
        var cluster: PrivateCluster?
        if settings.databaseURL == nil {
            observe(.preparing("starting the private PostgreSQL"))
            cluster = try await PrivateCluster.start(in: installation.database)
        }
        let address = settings.databaseURL ?? cluster?.address ?? ""
        let revive: (@Sendable () async throws -> Bool)? = cluster.map { cluster in
            { @Sendable in
                try await cluster.revive { observe(.preparing("starting the private PostgreSQL again")) }
            }
        }
        let database = Database(
            pool: PostgresPool(address, limit: settings.databaseConnections, revive: revive), cluster: cluster)
        do {
            let applied = try await database.pool.migrate(Migrations.load())
            if !applied.isEmpty { observe(.migrated(names: applied)) }
        } catch {
            await database.close()
            throw error
        }
        return database
    }

    /// Closes the connections, and stops the private cluster.
    package func close() async {
        await pool.close()
        try? await cluster?.stop()
    }
}
