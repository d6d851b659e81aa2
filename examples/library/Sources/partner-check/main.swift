// What does the ledger say about one partner on one day?
//
//   swift run partner-check ../ledger-utf8 OP10 2026-10-01

import Banken
import Glibc

let arguments = CommandLine.arguments
guard arguments.count == 4, let day = Day(arguments[3]) else {
  print("usage: partner-check DATASET OPERATOR DAY")
  exit(2)
}

let dataset = try Dataset.read(directory: arguments[1])
guard let chain = dataset.chain, let partner = chain.operators(matching: arguments[2]).first else {
  print("cannot read the dataset, or no such operator")
  exit(3)
}

var options = AuditOptions()
options.operatorFilter = partner
let audit = DayAudit(chain, on: day, options: options)

print("\(chain.tables.operators.names[Int(partner)]) on \(day):")
print("  certified: \(audit.state.isCertified(partner) ? "yes" : "no")")
for outcome in audit.outcomes where outcome.findings > 0 {
  print("  \(outcome.rule.name):")
  for finding in outcome.results.findings where !finding.isWaived {
    print("    \(audit.message(of: finding, in: outcome.results, language: .en))")
  }
}
print(Disclaimer.text[.en])
