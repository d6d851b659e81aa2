import Numbering
import Testing

@testable import SupplyChain

@Suite struct SupplyChainTests {
  @Test func groupsByPersonAndParty() {
    var tables = Tables()
    let a = tables.operators.append(id: "z", corporateNumber: 7_000_012_050_002)
    let b = tables.operators.append(id: "b", group: "G")
    let c = tables.operators.append(id: "a10", corporateNumber: 7_000_012_050_002, group: "G")
    let d = tables.operators.append(id: "a9")
    let chain = SupplyChain(tables)
    #expect(chain.persons.groupOf == [0, 1, 0, 2])
    #expect(Array(chain.persons.members(of: 0)) == [a, c])
    #expect(chain.parties.groupOf == [0, 0, 0, 1])
    #expect(Array(chain.parties.members(of: 0)) == [a, b, c])
    #expect(chain.leastMember(of: 0) == c)
    #expect(chain.leastMember(of: 1) == d)
  }

  @Test func filesProvisionsUnderBothEnds() {
    var tables = Tables()
    let (a, b) = (tables.operators.append(id: "A"), tables.operators.append(id: "B"))
    let count = tables.provisions.append(id: "n", supplier: a, recipient: b, category: .ip, numbers: 5)
    let late = tables.provisions.append(id: "z", supplier: a, recipient: b, category: .ip, range: 5...9)
    let early = tables.provisions.append(id: "y", supplier: a, recipient: b, category: .ip, range: 5...9)
    let short = tables.provisions.append(id: "x", supplier: a, recipient: b, category: .ip, range: 5...8)
    tables.provisions.append(id: "s", supplier: a, recipient: a, category: .ip, numbers: 1)
    let fixed = tables.provisions.append(id: "f", supplier: b, recipient: a, category: .fixed, numbers: 1)
    let chain = SupplyChain(tables)
    #expect(chain.outflows.view(.ip)?.provisions == [short, early, late, count])
    #expect(chain.outflows.view(.ip)?.offsets == [0, 4, 4])
    #expect(chain.inflows.view(.ip)?.offsets == [0, 0, 4])
    #expect(chain.inflows.view(.fixed)?.provisions == [fixed])
    #expect(chain.outflows.view(.mobile) == nil)
    #expect(chain.provisionIndex(id: "f") == fixed)
    #expect(chain.provisionIndex(id: "g") == nil)
  }

  @Test func findsOperatorsByWhatAPersonMayType() {
    var tables = Tables()
    let a = tables.operators.append(
      id: "A", name: "株式会社甲", formerNames: "旧甲;甲通信 ; B", corporateNumber: 7_000_012_050_002)
    let b = tables.operators.append(id: "B", name: "乙", corporateNumber: 7_000_012_050_002)
    let c = tables.operators.append(id: "C", name: "乙", formerNames: "")
    let chain = SupplyChain(tables)
    #expect(chain.operators(matching: "B") == [b])
    #expect(chain.operators(matching: "7000012050002") == [a, b])
    #expect(chain.operators(matching: "乙") == [b, c])
    #expect(chain.operators(matching: "甲通信") == [a])
    #expect(chain.operators(matching: "旧甲") == [a])
    #expect(chain.operators(matching: "甲") == [])
    #expect(chain.operators(matching: "") == [])
    #expect(chain.operatorIndex(id: "C") == c)
    #expect(chain.operatorIndex(id: "c") == nil)
  }

  @Test func anEmptyDatasetIsAGraph() {
    var tables = Tables()
    tables.declare(.operators)
    tables.declare(.designations)
    let chain = SupplyChain(tables)
    #expect(chain.persons.count == 0)
    let state = DayState(chain, on: SmallWorld.today)
    #expect(state.levels != nil)
  }

  @Test func appendingFillsOptionalColumns() {
    var tables = Tables()
    let (a, b) = (tables.operators.append(id: "A"), tables.operators.append(id: "B"))
    tables.provisions.append(id: "1", supplier: a, recipient: b, category: .ip, numbers: 1)
    #expect(tables.provisions.columns == [])
    tables.provisions.append(
      id: "2", supplier: a, recipient: b, category: .ip, numbers: 1, endsOn: Day(unchecked: 8),
      confirmations: .init(declaredOn: Day(unchecked: 9)), resaleClause: .prohibited)
    tables.provisions.append(id: "3", supplier: a, recipient: b, category: .ip, range: 10...19)
    #expect(tables.provisions.columns == [.declaredOn, .resaleClause])
    #expect(tables.provisions.declaredOn == [0, 9, 0])
    #expect(tables.provisions.clauses == [.free, .prohibited, .free])
    #expect(tables.provisions.ends == [Day.openEnd, 9, Day.openEnd])
    #expect(tables.provisions.numbers == [1, 1, 10])
    #expect(tables.provisions.approvalCheckedOn.isEmpty)
    #expect(tables.provisions.rangeEnd(2) == 19)
  }

  @Test func certificationsEndAsTheContractSays() {
    var tables = Tables()
    let x = tables.operators.append(id: "A")
    let (from, to) = (Day(unchecked: 100), Day(unchecked: 200))
    func end(_ ended: Int32?, _ reason: CertificationEndReason, grace: Int) -> Int64 {
      let row = tables.certifications.append(
        operator: x, validFrom: from, validTo: to, ended: ended.flatMap { Day(ordinal: $0) },
        endReason: reason)
      return tables.certifications.end(of: row, graceDays: grace)
    }
    #expect(end(nil, .unknown, grace: 0) == 201)
    #expect(end(nil, .unknown, grace: 30) == 231)
    #expect(end(150, .revoked, grace: 30) == 150)
    #expect(end(150, .expired, grace: 30) == 150)
    #expect(end(201, .expired, grace: 30) == 231)
    #expect(end(210, .unknown, grace: 30) == 231)
    #expect(end(210, .withdrawn, grace: 30) == 210)
    #expect(end(250, .revoked, grace: 30) == 231)
    #expect(end(nil, .unknown, grace: .max) == 201 + Int64(Int32.max))
  }
}
