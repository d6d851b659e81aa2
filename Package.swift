// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error)
]

/// A room of the house: a library target in `Sources/<name>`.
func room(_ name: String, uses dependencies: [String] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies.map { .target(name: $0) },
    swiftSettings: strict)
}

/// The tests of a room, in `Tests/<name>Tests`, with the shared support target.
func tests(of name: String, uses dependencies: [String]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: (dependencies + ["TestSupport"]).map { .target(name: $0) },
    swiftSettings: strict)
}

let package = Package(
  name: "banken",
  products: [
    .library(name: "Banken", targets: ["Banken"]),
    .executable(name: "banken", targets: ["banken-tool"]),
  ],
  targets: [
    // Dependencies point down this list only: docs/architecture.md says why.
    room("Bytes"),
    room("Numbering"),
    room("Synthesis", uses: ["Bytes", "Numbering"]),
    room("SupplyChain", uses: ["Bytes", "Numbering"]),
    room("Audit", uses: ["Bytes", "Numbering", "SupplyChain"]),
    room("Interchange", uses: ["Bytes", "Numbering", "SupplyChain"]),
    room("Comparison", uses: ["Bytes", "Numbering", "SupplyChain", "Audit"]),
    room("Decisions", uses: ["Bytes", "Numbering", "SupplyChain", "Audit", "Comparison"]),
    room(
      "Reporting",
      uses: ["Bytes", "Numbering", "SupplyChain", "Audit", "Interchange", "Comparison", "Decisions"]),
    room(
      "Banken",
      uses: ["Numbering", "SupplyChain", "Audit", "Interchange", "Comparison", "Decisions", "Reporting"]),
    room("BankenCommand", uses: ["Bytes", "Synthesis", "Banken"]),
    .executableTarget(
      name: "banken-tool",
      dependencies: ["BankenCommand"],
      path: "Sources/banken-tool",
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Bytes", "Banken", "BankenCommand"],
      path: "Tests/Support",
      swiftSettings: strict),
    tests(of: "Bytes", uses: ["Bytes"]),
    tests(of: "Numbering", uses: ["Numbering"]),
    tests(of: "Synthesis", uses: ["Bytes", "Numbering", "Synthesis", "Banken"]),
    tests(of: "SupplyChain", uses: ["Numbering", "SupplyChain"]),
    tests(of: "Audit", uses: ["Banken"]),
    tests(of: "Interchange", uses: ["Banken"]),
    tests(of: "Comparison", uses: ["Bytes", "Banken"]),
    tests(of: "Decisions", uses: ["Bytes", "Banken"]),
    tests(of: "Reporting", uses: ["Banken"]),
    tests(of: "Banken", uses: ["Banken"]),
    tests(of: "BankenCommand", uses: ["Banken", "BankenCommand"]),
    tests(of: "Oracle", uses: ["Banken"]),
  ],
  swiftLanguageModes: [.v6]
)
