internal import HTTP
internal import JobSource

extension LinkedInSource {
    /// As this installation is set up.
    package init(
        _ settings: Settings, cache: PostingCache? = nil, observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) throws {
        var configuration = ClientConfiguration()
        configuration.userAgent = settings.userAgent
        configuration.certificateFile = settings.linkedInCertificates
        if let address = settings.linkedInURL {
            do { configuration.mirror = try Destination(address) } catch {
                throw SettingsError(
                    message: "KONGRESUME_LINKEDIN_URL is \"\(address)\": it must be an https address (\(error.context))"
                )
            }
        } else {
            configuration.hosts = Self.hosts
        }
        try self.init(
            PageClient(configuration), perMinute: settings.linkedInPerMinute, cache: cache, observe: observe)
    }
}
