// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "banken-benchmarks",
  dependencies: [.package(name: "banken", path: "..")],
  targets: [
    // What can be wrong without anybody noticing: statistics, judgement, comparison, the page.
    .target(name: "Harness", swiftSettings: strict),
    .executableTarget(
      name: "benchmark",
      // The tool itself is measured too: it is built beside the benchmark, not linked into it.
      dependencies: [
        "Harness", .product(name: "Banken", package: "banken"), .product(name: "banken", package: "banken"),
      ],
      swiftSettings: strict),
    .testTarget(name: "HarnessTests", dependencies: ["Harness"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
