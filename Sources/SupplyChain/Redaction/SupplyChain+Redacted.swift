extension SupplyChain {
  /// The same supply chain, of which pseudonyms are shown.
  ///
  /// Rows, graph and numbers are the same, and so is everything that is judged: texts are compared, ordered and looked
  /// up as they were read. What any report, answer or picture of it takes from its columns are pseudonyms.
  ///
  /// - Complexity: O(*n*) in the rows whose texts are replaced, O(*n* log *n*) in operators, on all threads.
  public func redacted(by redaction: Redaction, threads: Int = 2) -> SupplyChain {
    var chain = self
    chain.tables.redact(by: redaction, threads: threads)
    return chain
  }
}

extension Tables {
  fileprivate mutating func redact(by redaction: Redaction, threads: Int) {
    self.redaction = redaction
    if redaction.replacesNames {
      // Before the ids, which they are made of: a renamed operator keeps its pseudonym.
      let codes = OperatorCodes(operators.ids, redaction, threads: threads)
      let name = OperatorWriter(codes: codes, prefix: redaction.words.operatorName)
      operators.names = operators.names.redacted(by: name, threads: threads)
      if redaction.replacesIDs {
        let id = OperatorWriter(codes: codes, prefix: PseudonymKind.operator.prefix)
        operators.ids = operators.ids.redacted(by: id, threads: threads)
      }
      redactIdentities(by: redaction, threads: threads)
    }
    if redaction.replacesIDs { redactIDs(by: redaction, threads: threads) }
    // Free text may hold names and numbers alike.
    let withheld = WithheldWriter(word: redaction.words.withheld)
    waivers.reasons = waivers.reasons.redacted(by: withheld, threads: threads)
    let document = CodeWriter(redaction: redaction, kind: .document)
    restrictions.references = restrictions.references.redacted(by: document, threads: threads)
  }

  /// What besides the name tells who somebody is.
  private mutating func redactIdentities(by redaction: Redaction, threads: Int) {
    func codes(_ kind: PseudonymKind) -> CodeWriter { CodeWriter(redaction: redaction, kind: kind) }
    let withheld = WithheldWriter(word: redaction.words.withheld)
    operators.formerNames = operators.formerNames.redacted(by: withheld, threads: threads)
    operators.associations = operators.associations.redacted(
      by: ListWriter(redaction: redaction, kind: .association), threads: threads)
    operators.groups = operators.groups.redacted(by: codes(.group), threads: threads)
    approvals.approvalNumbers = approvals.approvalNumbers.redacted(
      by: codes(.approvalNumber), threads: threads)
    certifications.certificateNumbers = certifications.certificateNumbers.redacted(
      by: codes(.certificateNumber), threads: threads)
    waivers.approvedBy = waivers.approvedBy.redacted(by: codes(.approver), threads: threads)
  }

  private mutating func redactIDs(by redaction: Redaction, threads: Int) {
    func codes(_ kind: PseudonymKind) -> CodeWriter { CodeWriter(redaction: redaction, kind: kind) }
    provisions.ids = provisions.ids.redacted(by: codes(.provision), threads: threads)
    caps.ids = caps.ids.redacted(by: codes(.cap), threads: threads)
    restrictions.ids = restrictions.ids.redacted(by: codes(.restriction), threads: threads)
    waivers.ids = waivers.ids.redacted(by: codes(.waiver), threads: threads)
  }
}

extension SupplyChain {
  /// How many operators have their name, as it was read, for an id.
  ///
  /// - Complexity: O(bytes of the operators table).
  package var namedByID: Int {
    let (ids, names) = (tables.operators.ids.unredacted, tables.operators.names.unredacted)
    return (0..<ids.count).count { ids.bytes[ids.range($0)].elementsEqual(names.bytes[names.range($0)]) }
  }
}
