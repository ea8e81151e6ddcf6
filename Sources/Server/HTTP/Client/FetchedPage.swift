/// What a server answered, whatever its status. Redirects are not followed.
package struct FetchedPage: Sendable {
    package let status: Int
    package let headers: Headers
    /// Decompressed.
    package let body: [UInt8]
}
