// swift-tools-version: 6.1
import PackageDescription

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "verslag",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "verslag", targets: ["verslag"])],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "Diagnostics"),
        .target(name: "Declarations", dependencies: ["Diagnostics", yams]),
        .target(name: "Digests", dependencies: [crypto]),
        .target(name: "Markup"),
        .target(name: "Processes", dependencies: [subprocess]),
        .target(name: "Documents", dependencies: ["CCMark", "Diagnostics", "Markup"]),
        .target(name: "Datasets", dependencies: ["CCSV", "Declarations", "Diagnostics", "Digests"]),
        .target(name: "Disclosure", dependencies: ["Datasets", "Diagnostics"]),
        .target(name: "Indicators", dependencies: ["Datasets", "Declarations", "Diagnostics", "Disclosure", "Markup"]),
        .target(name: "Charts", dependencies: ["Declarations", "Diagnostics", "Disclosure", "Markup"]),
        .target(name: "Reports", dependencies: ["Diagnostics", "Digests", "Processes"]),
        .target(
            name: "SiteBuild",
            dependencies: [
                "CLinux", "Charts", "Datasets", "Declarations", "Diagnostics", "Digests", "Disclosure", "Documents",
                "Indicators", "Markup", "Processes", "Reports", mustache,
            ],
            plugins: ["EmbedTheme"]
        ),
        .target(
            name: "Editions",
            dependencies: [
                "CLinux", "Declarations", "Diagnostics", "Digests", "Markup", "Processes", "Reports", "SiteBuild",
                crypto,
            ]
        ),
        .executableTarget(name: "embed-theme"),
        .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"]),
        .executableTarget(
            name: "verslag",
            dependencies: ["Diagnostics", "Documents", "Editions", "Markup", "Reports", "SiteBuild", arguments]
        ),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "DeclarationsTests", dependencies: ["Declarations"]),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .testTarget(name: "ProcessesTests", dependencies: ["Processes"]),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
        .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Digests"]),
        .testTarget(name: "DisclosureTests", dependencies: ["Digests", "Disclosure"]),
        .testTarget(name: "IndicatorsTests", dependencies: ["Digests", "Indicators"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], exclude: ["Golden"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "SiteBuildTests", dependencies: ["Reports", "SiteBuild", "TestSupport"], exclude: ["Cases"]),
        .testTarget(name: "EditionsTests", dependencies: ["Digests", "Editions", "Processes", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["verslag", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz` only: our own modules count which of their branches an input reaches, and libFuzzer drives them.
if Context.environment["VERSLAG_FUZZ"] != nil {
    let instrumented: [Target.TargetType] = [.regular]
    for target in package.targets where instrumented.contains(target.type) {
        target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]
    }
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Charts", "Datasets", "Declarations", "Diagnostics", "Documents", "Editions", "Indicators", "Markup",
                "SiteBuild", mustache,
            ],
            path: "Tests/Fuzz",
            exclude: ["Seeds", "Dictionaries", "run"],
            swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
        )
    )
}
