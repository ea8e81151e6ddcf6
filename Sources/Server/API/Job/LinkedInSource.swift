// Postings by their address on LinkedIn: from the cache, or from LinkedIn by one of two ways, the guest fragment and the
// public page (docs/decisions/0022). Redirects are followed by hand, and only to the same posting.

package import HTTP
package import JobSource

package struct LinkedInSource: Sendable {
    package static let address = "https://www.linkedin.com"
    /// LinkedIn's own hosts: the site, its mobile form and its short links. Country hosts have the same pages.
    package static let hosts: Set<String> = ["www.linkedin.com", "linkedin.com", "m.linkedin.com", "lnkd.in"]

    /// From the first question to the last answer, waits and retries included.
    package var patience = Duration.seconds(20)
    /// Before the second try; doubled for each further one.
    package var firstPause = Duration.milliseconds(300)
    private let client: PageClient
    private let base: Destination
    private let isMirror: Bool
    private let cache: PostingCache?
    private let pace: Pace
    private let flights = Flights()
    private let observe: @Sendable (Event) -> Void

    /// - Parameter cache: `nil` where there is no database.
    package init(
        _ client: PageClient, perMinute: Int = 30, cache: PostingCache? = nil,
        observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) throws(FetchError) {
        self.client = client
        self.cache = cache
        self.observe = observe
        isMirror = client.configuration.mirror != nil
        if let mirror = client.configuration.mirror { base = mirror } else { base = try Destination(Self.address) }
        pace = Pace(perMinute: perMinute)
    }

    /// - Throws: ``JobSourceError``, which says why there is no posting.
    package func posting(at address: LinkedInAddress) async throws -> PublishedPosting {
        let deadline = ContinuousClock.now + patience
        let id = try await number(of: address, until: deadline)
        return try await flights.value(for: id) { try await cachedPosting(id, until: deadline) }
    }

    private func cachedPosting(_ id: String, until deadline: ContinuousClock.Instant) async throws -> PublishedPosting {
        // Without the cache it takes longer and is as good.
        do {
            if let kept = try await cache?.posting(id) { return kept }
        } catch {
            observe(.unexpected(error: String(reflecting: error), requestID: nil))
        }
        let posting = try await fetch(id, until: deadline)
        do { try await cache?.keep(posting, as: id) } catch {
            observe(.unexpected(error: String(reflecting: error), requestID: nil))
        }
        return posting
    }

    // MARK: The two ways

    private func fetch(_ id: String, until deadline: ContinuousClock.Instant) async throws(JobSourceError)
        -> PublishedPosting
    {
        do {
            return try await read("/jobs-guest/jobs/api/jobPosting/\(id)", id, until: deadline)
        } catch {
            // A closed posting is closed both ways, and who asked too much does not ask more.
            if error.code == .closed || error.code == .rateLimited { throw error }
            do {
                return try await read("/jobs/view/\(id)", id, until: deadline)
            } catch let second {
                // The page says more than the fragment, unless it said nothing.
                throw second.code == .unreachable || second.code == .otherPage ? error : second
            }
        }
    }

    private func read(
        _ path: String, _ id: String, until deadline: ContinuousClock.Instant
    ) async throws(JobSourceError) -> PublishedPosting {
        var destination = try resolve(path, base)
        for _ in 0...5 {
            let page = try await ask(destination, until: deadline)
            guard let target = page.redirect else {
                return try PublishedPosting(page: text(page.body), requestedID: id)
            }
            let (path, query) = LinkedInAddress.pathAndQuery(target)
            if let wall = Self.wall(path, query) { throw PublishedPosting.error(wall) }
            guard LinkedInAddress.postingID(path: path, query: query) == id else {
                // Where a posting is no more, LinkedIn leads to a search for its like.
                throw PublishedPosting.error(path.hasPrefix("/jobs") ? .removed : .otherPage)
            }
            destination = try resolve(target, destination)
        }
        throw PublishedPosting.error(.otherPage)
    }

    private static func wall(_ path: Substring, _ query: Substring) -> JobSourceError.Code? {
        switch path.split(separator: "/").first?.lowercased() {
        case "authwall", "login", "uas", "signup": .signInWall
        case "checkpoint": .captcha
        default: query.contains("expired_jd_redirect") ? .removed : nil
        }
    }

    // MARK: Short links

    private func number(
        of address: LinkedInAddress, until deadline: ContinuousClock.Instant
    ) async throws(JobSourceError) -> String {
        var address = address
        for _ in 0...5 {
            guard case .shortLink(let code) = address else {
                if case .posting(let id) = address { return id }
                break
            }
            let place = isMirror ? "/lnkd.in/\(code)" : "https://lnkd.in/\(code)"
            let page = try await ask(try resolve(place, base), until: deadline)
            guard let target = page.redirect else {
                throw JobSourceError(
                    .noPostingAddress,
                    "The short link leads to no posting by itself: open it and copy the address of the posting. "
                        + JobSourceError.advice)
            }
            address = try LinkedInAddress(target)
        }
        throw JobSourceError(
            .noPostingAddress, "The short link leads to further short links only. \(JobSourceError.advice)")
    }

    // MARK: One question

    /// Asks, and asks again after a pause where that may help: later each time, and never at the same moment as others.
    private func ask(
        _ destination: Destination, until deadline: ContinuousClock.Instant
    ) async throws(JobSourceError) -> FetchedPage {
        var pause = firstPause
        var failure = PublishedPosting.error(.unreachable)
        for attempt in 0..<3 {
            guard let wait = await pace.wait(until: deadline) else { throw PublishedPosting.error(.rateLimited) }
            try await sleep(wait)
            var asked = Duration.zero
            switch await answer(of: destination) {
            case .success(let page):
                guard let code = Self.fault(page.status) else { return page }
                failure = PublishedPosting.error(code)
                guard page.status == 429 || (500..<600).contains(page.status) else { throw failure }
                asked = .seconds(page.headers["Retry-After"].flatMap { Int($0) }.map { max(0, min($0, 3600)) } ?? 0)
            case .failure(let error):
                failure = Self.failure(error)
                guard error.isPassing else { throw failure }
            }
            let jittered = max(asked, pause * Double.random(in: 0.5...1.5))
            guard attempt < 2, ContinuousClock.now + jittered < deadline else { throw failure }
            try await sleep(jittered)
            pause *= 2
        }
        throw failure
    }

    private func answer(of destination: Destination) async -> Result<FetchedPage, FetchError> {
        do throws(FetchError) { return .success(try await client.get(destination)) } catch { return .failure(error) }
    }

    private func sleep(_ duration: Duration) async throws(JobSourceError) {
        do { try await Task.sleep(for: duration) } catch { throw PublishedPosting.error(.unreachable) }
    }

    /// `nil` for an answer that can be read, or leads on.
    private static func fault(_ status: Int) -> JobSourceError.Code? {
        switch status {
        case 200..<400: nil
        case 401, 403: .signInWall
        case 404, 410: .removed
        // LinkedIn's own status for who looks like a program.
        case 429, 999: .rateLimited
        case 500..<600: .unreachable
        default: .otherPage
        }
    }

    private static func failure(_ error: FetchError) -> JobSourceError {
        let code: JobSourceError.Code
        let reason: String
        switch error.code {
        case .forbiddenDestination, .forbiddenAddress:
            (code, reason) = (.otherPage, "The address leads to a place that this program does not go to.")
        case .tooLarge: (code, reason) = (.otherPage, "The page is larger than any posting.")
        case .tooSlow: (code, reason) = (.unreachable, "LinkedIn did not answer in time; try again in a moment.")
        case .untrusted: (code, reason) = (.unreachable, "LinkedIn's certificate is not trusted on this machine.")
        default: return PublishedPosting.error(.unreachable)
        }
        return JobSourceError(code, "\(reason) \(JobSourceError.advice)", underlying: error)
    }

    private func resolve(_ address: String, _ base: Destination) throws(JobSourceError) -> Destination {
        do { return try Destination(address, relativeTo: base) } catch { throw Self.failure(error) }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension FetchedPage {
    /// Where it leads, if it does.
    fileprivate var redirect: String? { (300..<400).contains(status) ? headers["Location"] ?? "" : nil }
}
