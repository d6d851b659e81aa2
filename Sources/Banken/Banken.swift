@_exported import Audit
@_exported import Comparison
@_exported import Decisions
@_exported import Interchange
@_exported import Numbering
@_exported import Reporting
@_exported import SupplyChain
