// swift-tools-version: 6.2
import PackageDescription

/// One settings array for every Swift target: warnings are errors, and nothing is imported by accident.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Targets that import no C are also checked for unsafe memory use.
let strictAndSafe = strict + [.strictMemorySafety()]

let strictC: [CSetting] = [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]
let strictCXX: [CXXSetting] = [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]

/// Starting programs, with the paths that takes.
let subprocess: [Target.Dependency] = [
    .product(name: "Subprocess", package: "swift-subprocess"),
    .product(name: "SystemPackage", package: "swift-system"),
]

let package = Package(
    name: "KongResume",
    products: [.executable(name: "kongresume", targets: ["kongresume"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
    ],
    targets: [
        // The cellar: one target for each C library.
        .systemLibrary(name: "CEpoll", path: "Sources/CShims/CEpoll"),
        .systemLibrary(name: "CMicrohttpd", path: "Sources/CShims/CMicrohttpd", pkgConfig: "libmicrohttpd"),
        .systemLibrary(name: "CPostgres", path: "Sources/CShims/CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CCurl", path: "Sources/CShims/CCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CXML2", path: "Sources/CShims/CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CKpathsea", path: "Sources/CShims/CKpathsea", pkgConfig: "kpathsea"),
        .systemLibrary(name: "CPopplerLibrary", path: "Sources/CShims/CPopplerLibrary", pkgConfig: "poppler"),
        .systemLibrary(name: "CSeccomp", path: "Sources/CShims/CSeccomp", pkgConfig: "libseccomp"),
        .systemLibrary(name: "CHarfBuzz", path: "Sources/CShims/CHarfBuzz", pkgConfig: "harfbuzz-subset"),
        .systemLibrary(name: "CFriBidi", path: "Sources/CShims/CFriBidi", pkgConfig: "fribidi"),
        .systemLibrary(name: "CZlib", path: "Sources/CShims/CZlib", pkgConfig: "zlib"),
        .target(
            name: "CPoppler", dependencies: ["CPopplerLibrary"], path: "Sources/CShims/CPoppler",
            cxxSettings: strictCXX),
        .target(
            name: "CForkServer", dependencies: ["CSeccomp"], path: "Sources/CShims/CForkServer", cSettings: strictC),
        .executableTarget(
            name: "pdf-inspector", dependencies: ["CPoppler", "CForkServer"], path: "Sources/CShims/PDFInspector",
            cSettings: strictC,
            linkerSettings: [.unsafeFlags(["-nostartfiles", "-static-stdlib"])]),

        // The ground floor: values.
        .target(name: "Resume", path: "Sources/Resume", swiftSettings: strictAndSafe),

        // The middle floor: five houses that do not know each other.
        .target(
            name: "HTTP", dependencies: ["CCurl", "CEpoll", "CMicrohttpd"], path: "Sources/Server/HTTP",
            swiftSettings: strict),
        .target(
            name: "Postgres", dependencies: ["CPostgres"] + subprocess,
            path: "Sources/Server/Postgres", swiftSettings: strict),
        .target(
            name: "JobSource", dependencies: ["Resume", "CXML2"], path: "Sources/Server/JobSource",
            resources: [.copy("Lexicon")], swiftSettings: strict),
        .target(
            name: "Tailoring", dependencies: ["Resume"], path: "Sources/Server/Tailoring",
            swiftSettings: strictAndSafe),
        .target(
            name: "ForkServer", dependencies: ["CForkServer"], path: "Sources/Typeset/ForkServer",
            swiftSettings: strict),
        .target(
            name: "Font", dependencies: ["CHarfBuzz", "CFriBidi", "CZlib"], path: "Sources/Typeset/Font",
            swiftSettings: strict),
        .target(
            name: "Template", dependencies: ["Font", "Resume", .product(name: "Mustache", package: "swift-mustache")],
            path: "Sources/Typeset/Template", swiftSettings: strictAndSafe),
        .target(
            name: "Engine",
            dependencies: [
                "Font", "ForkServer", "CKpathsea",
                .product(name: "Crypto", package: "swift-crypto"),
            ] + subprocess,
            path: "Sources/Typeset/Engine", swiftSettings: strict),
        .target(
            name: "Inspect", dependencies: ["ForkServer", "Resume"], path: "Sources/Typeset/Inspect",
            swiftSettings: strictAndSafe),

        // The upper floor: the pipeline and the routes.
        .target(
            name: "API",
            dependencies: [
                "HTTP", "Postgres", "JobSource", "Tailoring", "Font", "ForkServer", "Template", "Engine", "Inspect",
                "Resume",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            path: "Sources/Server/API", resources: [.copy("Contract"), .copy("Migrations")],
            swiftSettings: strictAndSafe),

        // The roof: the command, which only wires.
        .executableTarget(
            name: "kongresume",
            dependencies: [
                "API", "Engine", "Font", "ForkServer", "HTTP", "Inspect", "JobSource", "Resume", "Template",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ] + subprocess,
            path: "Sources/Server/Command", resources: [.copy("Bench/Peers")], swiftSettings: strictAndSafe),

        // LinkedIn, played over TLS, a language model, and Supabase's pooler, for the tests of three floors.
        .target(
            name: "StandIn", dependencies: subprocess, path: "Tests/StandIn", exclude: ["linkedin.py", "model.py"],
            swiftSettings: strict),

        // Measures how well postings are understood (docs/evaluation.md); `make eval` runs it.
        .executableTarget(
            name: "understanding-evaluation", dependencies: ["JobSource", "Resume"], path: "Tests/Evaluation",
            exclude: ["fit_skills.py", "heldout", "merge_annotation.py", "tuning", "Tailoring"], swiftSettings: strict),
        // Makes the resumes by which tailoring is judged (docs/tailoring.md); `make eval` runs it too.
        .executableTarget(
            name: "tailoring-evaluation", dependencies: ["API", "Resume", "Template"],
            path: "Tests/Evaluation/Tailoring", exclude: ["judge.py", "pairs.sh"], swiftSettings: strict),
        // What tests share.
        .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: strictAndSafe),
        .testTarget(
            name: "ResumeTests", dependencies: ["Randomness", "Resume"], path: "Tests/Resume", swiftSettings: strict),
        .testTarget(
            name: "HTTPTests", dependencies: ["HTTP", "Randomness", "StandIn"], path: "Tests/Server/HTTP",
            resources: [.copy("Cases")],
            swiftSettings: strict),
        .testTarget(
            name: "PostgresTests", dependencies: ["Postgres"], path: "Tests/Server/Postgres", swiftSettings: strict),
        .testTarget(
            name: "TailoringTests", dependencies: ["Randomness", "Tailoring", "JobSource", "Resume"],
            path: "Tests/Server/Tailoring",
            swiftSettings: strict),
        .testTarget(
            name: "JobSourceTests", dependencies: ["JobSource", "Randomness", "Resume"], path: "Tests/Server/JobSource",
            exclude: ["Pages"], swiftSettings: strict),
        .testTarget(
            name: "TypesetTests",
            dependencies: ["Font", "ForkServer", "Template", "Engine", "Inspect", "Randomness", "Resume"] + subprocess,
            path: "Tests/Typeset",
            exclude: ["Engine/Cases", "Engine/judges.py", "Engine/timeline.py", "Inspect/bad_pdfs.py"],
            swiftSettings: strict),
        .testTarget(
            name: "APITests",
            dependencies: [
                "API", "Engine", "Font", "HTTP", "Inspect", "JobSource", "Postgres", "Randomness", "Resume", "StandIn",
                "Tailoring", "Template",
            ]
                + subprocess,
            path: "Tests/Server/API", exclude: ["Model/injections.json"], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "HTTP", "Postgres", "Randomness", "Resume", "StandIn", .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
                + subprocess,
            path: "Tests/EndToEnd", exclude: ["global-address.sh"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
