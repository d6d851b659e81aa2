// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "banken-benchmarks",
  dependencies: [.package(name: "banken", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmark",
      dependencies: [.product(name: "Banken", package: "banken")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
