internal import HTTP
internal import Resume

extension Application {
    /// `GET /v1/resumes?limit=&cursor=`: newest first.
    func list(_ request: Request, _ caller: Caller) async throws -> Response {
        var limit = 25
        var cursor: String?
        for parameter in request.query {
            switch parameter.name {
            case "limit":
                guard let number = Int(parameter.value), (1...100).contains(number) else {
                    throw Problem(.badRequest, "limit must be a number from 1 to 100.")
                }
                limit = number
            case "cursor":
                guard let id = cursors.open(parameter.value, in: "resumes", of: caller.userID) else {
                    throw Problem(.badRequest, "cursor must be the next_cursor of an earlier answer.")
                }
                cursor = id
            default: throw Problem(.badRequest, "There is no such parameter; there are: limit, cursor.")
            }
        }
        // One more than asked for tells whether there is another page.
        let items = try await generations.list(of: caller.userID, limit: limit + 1, after: cursor)
        let page = items.prefix(limit)
        return Self.json([
            "items": .array(page.map { .object(members(of: $0)) }),
            "next_cursor": items.count > limit
                ? page.last.map { .string(cursors.seal($0.id, in: "resumes", of: caller.userID)) } ?? .null : .null,
        ])
    }

    /// `GET /v1/resumes/{id}`: the list's item, and its record.
    func resume(_ id: String, _ caller: Caller) async throws -> Response {
        guard let found = try await generations.get(id, of: caller.userID) else { throw Self.noSuchResume }
        return Self.json(try document(of: found))
    }

    /// The list's item, and its record.
    func document(of stored: Generations.Stored) throws -> JSON {
        var members = members(of: stored.item)
        members.append(JSON.Member("error_code", stored.errorCode.map { .string($0) } ?? .null))
        if let record = try stored.record.map({ try JSON(parsing: $0) })?.object {
            let own = Set(members.map(\.name))
            members += record.filter { !own.contains($0.name) }
        }
        return .object(members)
    }

    /// `GET /v1/resumes/{id}/pdf`: the stored PDF, byte for byte.
    func pdf(_ id: String, _ request: Request, _ caller: Caller) async throws -> Response {
        guard let pdf = try await generations.pdf(id, of: caller.userID) else { throw Self.noSuchResume }
        let headers: Headers = [
            "Content-Type": "application/pdf",
            "Content-Disposition": FileName(pdf.title).contentDisposition,
            // It never changes, but it can be deleted, and then no copy should be shown.
            "Cache-Control": "private, no-cache",
        ]
        return try ConditionalAnswer(
            tag: EntityTag(value: hexadecimal(pdf.sha256)), headers: headers, body: pdf.bytes, allowsRanges: true
        ).response(to: request)
    }

    /// `DELETE /v1/resumes/{id}`: forgets record and PDF. What it cost stays spent.
    func delete(_ id: String, _ caller: Caller) async throws -> Response {
        guard try await generations.delete(id, of: caller.userID) else { throw Self.noSuchResume }
        return Response(status: 204, headers: ["Cache-Control": "no-store"])
    }

    /// `GET /readyz`: the database answers, and the engines and inspectors are warm.
    func readiness() async throws -> Response {
        try await maker.ready()
        try await verifier.ready()
        try await generations.ping()
        return Self.text("ready\n")
    }

    private static let noSuchResume = Problem(.notFound, "There is no resume of that id.")

    private func members(of item: Generations.Item) -> [JSON.Member] {
        [
            JSON.Member("id", .string(item.id)),
            JSON.Member("title", .string(item.title)),
            JSON.Member("template_id", .string(item.templateID)),
            JSON.Member("source_type", .string(item.sourceType)),
            JSON.Member("status", .string(item.status)),
            JSON.Member("created_at", .string(item.createdAt)),
            JSON.Member("download_url", .string("\(publicURL)/v1/resumes/\(item.id)/pdf")),
        ]
    }
}
