import Engine
import Foundation
import Subprocess
import Template

/// The project's own folder.
let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path

extension EngineConfiguration {
    /// The project's tree, the library that was built beside the tests, and formats kept between runs.
    static func make(idle: Int = 2, busy: Int = 2, queue: Int = 64) -> EngineConfiguration {
        let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
        return EngineConfiguration(
            texmf: project + "/texmf", formats: project + "/.build/formats",
            library: built + "/libtexforkserver.so", idle: idle, busy: busy, queue: queue)
    }
}

extension TemplateCatalog {
    /// The project's templates, with the fonts of this machine.
    static func make() throws -> TemplateCatalog {
        let tex = try TeXInstallation.find()
        return try load(from: project + "/templates", texmf: project + "/texmf", find: tex.findFont)
    }
}

extension Environment {
    /// These variables and no others.
    static func exactly(_ variables: [String: String]) -> Environment {
        .custom(Dictionary(uniqueKeysWithValues: variables.map { (Key(stringLiteral: $0), $1) }))
    }
}
