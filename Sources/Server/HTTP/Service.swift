/// What the listener was given by those upstairs.
struct Service: Sendable {
    let configuration: ListenerConfiguration
    let refuse: @Sendable (Refusal, _ requestID: String) -> Response
    let handler: @Sendable (Request) async -> Response
    let observe: @Sendable (Event) -> Void
}
