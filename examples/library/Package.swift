// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "partner-check",
  dependencies: [.package(name: "banken", path: "../..")],
  targets: [
    .executableTarget(
      name: "partner-check",
      dependencies: [.product(name: "Banken", package: "banken")])
  ],
  swiftLanguageModes: [.v6]
)
