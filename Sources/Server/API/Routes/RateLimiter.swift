internal import Foundation
internal import HTTP
internal import Synchronization

/// How often each key may come: a bucket of tokens that fills evenly and of which every request takes one.
package final class RateLimiter: Sendable {
    /// What a bucket holds, and the seconds in which an empty one fills.
    package struct Quota: Sendable, Hashable {
        package let requests: Int
        package let seconds: Int

        var perSecond: Double { Double(requests) / Double(seconds) }
    }

    struct Admission {
        let isAdmitted: Bool
        /// Seconds until a request will be let in; 0 when this one was.
        let retryAfter: Int
        let fields: Headers
    }

    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    private struct State {
        var buckets: [String: Bucket] = [:]
        /// Buckets that are full again are forgotten once there are this many, and then twice as many as were left.
        var limit = 1000
    }

    private let quota: Quota?
    private let state = Mutex(State())

    /// - Parameter quota: `nil` for no limit.
    package init(_ quota: Quota?) { self.quota = quota }

    /// Takes a token of a key's bucket. `nil` where there is no limit.
    func admit(_ key: String, at now: ContinuousClock.Instant = .now) -> Admission? {
        guard let quota else { return nil }
        let (isAdmitted, tokens) = state.withLock { state in
            if state.buckets.count >= state.limit {
                state.buckets = state.buckets.filter {
                    Self.tokens(in: $0.value, at: now, quota) < Double(quota.requests)
                }
                state.limit = max(1000, 2 * state.buckets.count)
            }
            let held = state.buckets[key].map { Self.tokens(in: $0, at: now, quota) } ?? Double(quota.requests)
            let isAdmitted = held >= 1
            let left = isAdmitted ? held - 1 : held
            state.buckets[key] = Bucket(tokens: left, filled: now)
            return (isAdmitted, left)
        }
        return Admission(
            isAdmitted: isAdmitted,
            retryAfter: isAdmitted ? 0 : max(1, Int(((1 - tokens) / quota.perSecond).rounded(.up))),
            fields: Self.fields(quota, tokens))
    }

    private static func tokens(in bucket: Bucket, at now: ContinuousClock.Instant, _ quota: Quota) -> Double {
        min(Double(quota.requests), bucket.tokens + (now - bucket.filled) / .seconds(1) * quota.perSecond)
    }

    /// draft-ietf-httpapi-ratelimit-headers: the quota and its window; what is left, and when all of it is back.
    private static func fields(_ quota: Quota, _ tokens: Double) -> Headers {
        let untilFull = Int(((Double(quota.requests) - tokens) / quota.perSecond).rounded(.up))
        return [
            "RateLimit-Policy": "\"key\";q=\(quota.requests);w=\(quota.seconds)",
            "RateLimit": "\"key\";r=\(Int(tokens));t=\(untilFull)",
        ]
    }
}

extension Caller {
    /// Whose bucket a request takes from: each key has its own, and all sessions of a user share one.
    var rateKey: String { keyID.isEmpty ? "session \(userID)" : keyID }
}
