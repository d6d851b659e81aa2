import Banken
import Testing

/// The data formats of a report, byte for byte.
@Suite struct DataGoldenTests {
  private func report(_ language: Language, _ format: ReportFormat) throws -> String {
    try ReportSample.report(ReportSample.goldenAudit(), ReportSample.context(language), format)
  }

  @Test func ndjsonInJapanese() throws {
    let expected = #"""
      {"rule": "approval-missing", "severity": "violation", "basis": "law", "fingerprint": "a39cb13719cb9c1f", "waived_by": null, "provision_id": "P2", "supplier_id": "W1", "recipient_id": "R1", "category": "ip", "numbers": 1200, "cause": "none", "since": "2026-07-01", "tier": 2, "chain": ["P1", "P2"], "rooted": true, "source": {"file": "provisions.csv", "line": 3}, "message": "P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号を提供しているが、卸先の認定の記録が台帳にない。"}
      {"rule": "approval-missing", "severity": "violation", "basis": "law", "fingerprint": "706c1a206568d238", "waived_by": null, "provision_id": "P3", "supplier_id": "W1", "recipient_id": "R2", "category": "ip", "numbers": 1, "cause": "other-category", "since": "2026-08-01", "tier": 2, "chain": ["P1", "P3"], "rooted": true, "source": {"file": "provisions.csv", "line": 4}, "message": "P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供しているが、卸先の認定はこの種別を含まない。"}
      {"rule": "approval-missing", "severity": "notice", "basis": "law", "fingerprint": "13d924332d94b16a", "waived_by": null, "provision_id": "P4", "supplier_id": "R1", "recipient_id": "A1", "category": "ip", "numbers": 40, "cause": "unrecorded", "since": "2026-08-01", "tier": 3, "chain": ["P1", "P2", "P4"], "rooted": true, "source": {"file": "provisions.csv", "line": 5}, "message": "P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供しているが、卸先の認定の記録が台帳にない（認定確認日は2026-09-15）。"}
      {"rule": "cap-exceeded", "severity": "violation", "basis": "policy", "fingerprint": "edb20ef92077cf6d", "waived_by": null, "recipient_id": "R1", "cap_id": "C1", "numbers": 1200, "limit": 1000, "source": {"file": "caps.csv", "line": 2}, "message": "紫苑転送サービス㈱（R1）はすべての卸元から1,200番号の提供を受けており、上限C1（1,000番号）を200番号超えている。"}
      {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "c3669f65a90ec1c6", "waived_by": null, "provision_id": "P2", "supplier_id": "W1", "recipient_id": "R1", "category": "ip", "numbers": 1200, "cause": "never", "since": "2026-07-01", "tier": 2, "chain": ["P1", "P2"], "rooted": true, "source": {"file": "provisions.csv", "line": 3}, "message": "P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号を提供しているが、卸先のETOC認証の記録が台帳にない。"}
      {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "b267593ffef5069e", "waived_by": "X1", "provision_id": "P3", "supplier_id": "W1", "recipient_id": "R2", "category": "ip", "numbers": 1, "cause": "never", "since": "2026-08-01", "tier": 2, "chain": ["P1", "P3"], "rooted": true, "source": {"file": "provisions.csv", "line": 4}, "message": "P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供しているが、卸先のETOC認証の記録が台帳にない。"}
      {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "8e33237f463e7bee", "waived_by": null, "provision_id": "P4", "supplier_id": "R1", "recipient_id": "A1", "category": "ip", "numbers": 40, "cause": "never", "since": "2026-08-01", "tier": 3, "chain": ["P1", "P2", "P4"], "rooted": true, "source": {"file": "provisions.csv", "line": 5}, "message": "P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供しているが、卸先のETOC認証の記録が台帳にない。"}

      """#
    #expect(try report(.ja, .ndjson) == expected)
  }

  @Test func csvInJapanese() throws {
    let expected = #"""
      rule,severity,basis,fingerprint,waived_by,provision_id,supplier_id,recipient_id,operator_id,operator_ids,operators,category,cap_id,party,value,other_id,restriction_id,waiver_id,cycle,numbers,limit,provisions,cause,since,tier,chain,rooted,periods,source,message
      approval-missing,violation,law,a39cb13719cb9c1f,,P2,W1,R1,,,,ip,,,,,,,,1200,,,none,2026-07-01,2,P1;P2,true,,provisions.csv:3,"P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号を提供しているが、卸先の認定の記録が台帳にない。"
      approval-missing,violation,law,706c1a206568d238,,P3,W1,R2,,,,ip,,,,,,,,1,,,other-category,2026-08-01,2,P1;P3,true,,provisions.csv:4,P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供しているが、卸先の認定はこの種別を含まない。
      approval-missing,notice,law,13d924332d94b16a,,P4,R1,A1,,,,ip,,,,,,,,40,,,unrecorded,2026-08-01,3,P1;P2;P4,true,,provisions.csv:5,P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供しているが、卸先の認定の記録が台帳にない（認定確認日は2026-09-15）。
      cap-exceeded,violation,policy,edb20ef92077cf6d,,,,R1,,,,,C1,,,,,,,1200,1000,,,,,,,,caps.csv:2,"紫苑転送サービス㈱（R1）はすべての卸元から1,200番号の提供を受けており、上限C1（1,000番号）を200番号超えている。"
      uncertified-recipient,warning,etoc,c3669f65a90ec1c6,,P2,W1,R1,,,,ip,,,,,,,,1200,,,never,2026-07-01,2,P1;P2,true,,provisions.csv:3,"P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号を提供しているが、卸先のETOC認証の記録が台帳にない。"
      uncertified-recipient,warning,etoc,b267593ffef5069e,X1,P3,W1,R2,,,,ip,,,,,,,,1,,,never,2026-08-01,2,P1;P3,true,,provisions.csv:4,P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供しているが、卸先のETOC認証の記録が台帳にない。
      uncertified-recipient,warning,etoc,8e33237f463e7bee,,P4,R1,A1,,,,ip,,,,,,,,40,,,never,2026-08-01,3,P1;P2;P4,true,,provisions.csv:5,P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供しているが、卸先のETOC認証の記録が台帳にない。

      """#
    #expect(try report(.ja, .csv) == "\u{FEFF}" + expected.replacing("\n", with: "\r\n"))
  }

  @Test func ndjsonInEnglish() throws {
    let expected = #"""
      {"rule": "approval-missing", "severity": "violation", "basis": "law", "fingerprint": "a39cb13719cb9c1f", "waived_by": null, "provision_id": "P2", "supplier_id": "W1", "recipient_id": "R1", "category": "ip", "numbers": 1200, "cause": "none", "since": "2026-07-01", "tier": 2, "chain": ["P1", "P2"], "rooted": true, "source": {"file": "provisions.csv", "line": 3}, "message": "P2: 藤波ホールセール㈱ (W1) provides 1,200 ip numbers to 紫苑転送サービス㈱ (R1), for which there is no approval on record."}
      {"rule": "approval-missing", "severity": "violation", "basis": "law", "fingerprint": "706c1a206568d238", "waived_by": null, "provision_id": "P3", "supplier_id": "W1", "recipient_id": "R2", "category": "ip", "numbers": 1, "cause": "other-category", "since": "2026-08-01", "tier": 2, "chain": ["P1", "P3"], "rooted": true, "source": {"file": "provisions.csv", "line": 4}, "message": "P3: 藤波ホールセール㈱ (W1) provides 1 ip number to Komichi Mobile (R2), whose approval does not cover this category."}
      {"rule": "approval-missing", "severity": "notice", "basis": "law", "fingerprint": "13d924332d94b16a", "waived_by": null, "provision_id": "P4", "supplier_id": "R1", "recipient_id": "A1", "category": "ip", "numbers": 40, "cause": "unrecorded", "since": "2026-08-01", "tier": 3, "chain": ["P1", "P2", "P4"], "rooted": true, "source": {"file": "provisions.csv", "line": 5}, "message": "P4: 紫苑転送サービス㈱ (R1) provides 40 ip numbers to 軒端商会 (A1), for which there is no approval on record, though it was entered as checked on 2026-09-15."}
      {"rule": "cap-exceeded", "severity": "violation", "basis": "policy", "fingerprint": "edb20ef92077cf6d", "waived_by": null, "recipient_id": "R1", "cap_id": "C1", "numbers": 1200, "limit": 1000, "source": {"file": "caps.csv", "line": 2}, "message": "紫苑転送サービス㈱ (R1) receives 1,200 numbers from all suppliers together, 200 numbers above the cap C1 (1,000 numbers)."}
      {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "c3669f65a90ec1c6", "waived_by": null, "provision_id": "P2", "supplier_id": "W1", "recipient_id": "R1", "category": "ip", "numbers": 1200, "cause": "never", "since": "2026-07-01", "tier": 2, "chain": ["P1", "P2"], "rooted": true, "source": {"file": "provisions.csv", "line": 3}, "message": "P2: 藤波ホールセール㈱ (W1) provides 1,200 ip numbers to 紫苑転送サービス㈱ (R1), for which there is no ETOC certification on record."}
      {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "b267593ffef5069e", "waived_by": "X1", "provision_id": "P3", "supplier_id": "W1", "recipient_id": "R2", "category": "ip", "numbers": 1, "cause": "never", "since": "2026-08-01", "tier": 2, "chain": ["P1", "P3"], "rooted": true, "source": {"file": "provisions.csv", "line": 4}, "message": "P3: 藤波ホールセール㈱ (W1) provides 1 ip number to Komichi Mobile (R2), for which there is no ETOC certification on record."}
      {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "8e33237f463e7bee", "waived_by": null, "provision_id": "P4", "supplier_id": "R1", "recipient_id": "A1", "category": "ip", "numbers": 40, "cause": "never", "since": "2026-08-01", "tier": 3, "chain": ["P1", "P2", "P4"], "rooted": true, "source": {"file": "provisions.csv", "line": 5}, "message": "P4: 紫苑転送サービス㈱ (R1) provides 40 ip numbers to 軒端商会 (A1), for which there is no ETOC certification on record."}

      """#
    #expect(try report(.en, .ndjson) == expected)
  }

  @Test func csvInEnglish() throws {
    let expected = #"""
      rule,severity,basis,fingerprint,waived_by,provision_id,supplier_id,recipient_id,operator_id,operator_ids,operators,category,cap_id,party,value,other_id,restriction_id,waiver_id,cycle,numbers,limit,provisions,cause,since,tier,chain,rooted,periods,source,message
      approval-missing,violation,law,a39cb13719cb9c1f,,P2,W1,R1,,,,ip,,,,,,,,1200,,,none,2026-07-01,2,P1;P2,true,,provisions.csv:3,"P2: 藤波ホールセール㈱ (W1) provides 1,200 ip numbers to 紫苑転送サービス㈱ (R1), for which there is no approval on record."
      approval-missing,violation,law,706c1a206568d238,,P3,W1,R2,,,,ip,,,,,,,,1,,,other-category,2026-08-01,2,P1;P3,true,,provisions.csv:4,"P3: 藤波ホールセール㈱ (W1) provides 1 ip number to Komichi Mobile (R2), whose approval does not cover this category."
      approval-missing,notice,law,13d924332d94b16a,,P4,R1,A1,,,,ip,,,,,,,,40,,,unrecorded,2026-08-01,3,P1;P2;P4,true,,provisions.csv:5,"P4: 紫苑転送サービス㈱ (R1) provides 40 ip numbers to 軒端商会 (A1), for which there is no approval on record, though it was entered as checked on 2026-09-15."
      cap-exceeded,violation,policy,edb20ef92077cf6d,,,,R1,,,,,C1,,,,,,,1200,1000,,,,,,,,caps.csv:2,"紫苑転送サービス㈱ (R1) receives 1,200 numbers from all suppliers together, 200 numbers above the cap C1 (1,000 numbers)."
      uncertified-recipient,warning,etoc,c3669f65a90ec1c6,,P2,W1,R1,,,,ip,,,,,,,,1200,,,never,2026-07-01,2,P1;P2,true,,provisions.csv:3,"P2: 藤波ホールセール㈱ (W1) provides 1,200 ip numbers to 紫苑転送サービス㈱ (R1), for which there is no ETOC certification on record."
      uncertified-recipient,warning,etoc,b267593ffef5069e,X1,P3,W1,R2,,,,ip,,,,,,,,1,,,never,2026-08-01,2,P1;P3,true,,provisions.csv:4,"P3: 藤波ホールセール㈱ (W1) provides 1 ip number to Komichi Mobile (R2), for which there is no ETOC certification on record."
      uncertified-recipient,warning,etoc,8e33237f463e7bee,,P4,R1,A1,,,,ip,,,,,,,,40,,,never,2026-08-01,3,P1;P2;P4,true,,provisions.csv:5,"P4: 紫苑転送サービス㈱ (R1) provides 40 ip numbers to 軒端商会 (A1), for which there is no ETOC certification on record."

      """#
    #expect(try report(.en, .csv) == "\u{FEFF}" + expected.replacing("\n", with: "\r\n"))
  }

  @Test func jsonInJapanese() throws {
    let expected = #"""
      {"schema": "banken-report/1", "tool": {"name": "banken", "version": "1.0.0"},
       "audit": {"on": "2026-10-01"},
       "policy": {"source": "built-in", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "effective_sha256": "22d775b53b0e5b2c1b92a9fc2666d7816c05812f11bb81db0c65e9e0fa3dbf11"},
       "inputs": [
        {"table": "operators", "file": "operators.csv", "encoding": "utf-8", "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "rows": 5, "rejected": 0},
        {"table": "provisions", "file": "番号提供.csv", "encoding": "cp932", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "rows": 1234, "rejected": 1}],
       "rules": [
        {"rule": "approval-missing", "severity": "violation", "basis": "law", "evaluated": true, "reason": null, "findings": 3, "waived": 0},
        {"rule": "supplier-approval-missing", "severity": "violation", "basis": "law", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "deemed-approval-invalid", "severity": "violation", "basis": "law", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "registration-missing", "severity": "violation", "basis": "law", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "approval-unconfirmed", "severity": "notice", "basis": "law", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "conditions-unagreed", "severity": "notice", "basis": "law", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "continuity-unconfirmed", "severity": "notice", "basis": "law", "evaluated": false, "reason": "no-column:continuity_checked_on", "findings": 0, "waived": 0},
        {"rule": "undeclared-resale", "severity": "warning", "basis": "law", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "cap-exceeded", "severity": "violation", "basis": "policy", "evaluated": true, "reason": null, "findings": 1, "waived": 0},
        {"rule": "cap-exceeded-in-total", "severity": "warning", "basis": "policy", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "evaluated": true, "reason": null, "findings": 2, "waived": 1},
        {"rule": "uncertified-supplier", "severity": "warning", "basis": "etoc", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "uncertified-upstream", "severity": "notice", "basis": "etoc", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "provided-after-revocation", "severity": "warning", "basis": "etoc", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "second-tier-resale", "severity": "warning", "basis": "etoc", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "resale-beyond-designation", "severity": "notice", "basis": "etoc", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "resale-against-clause", "severity": "violation", "basis": "contract", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "provided-despite-refusal", "severity": "violation", "basis": "request", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "suspended-number-provided", "severity": "violation", "basis": "request", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "suspended-stock-provided", "severity": "violation", "basis": "request", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "no-source", "severity": "warning", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "over-provision", "severity": "violation", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "range-not-held", "severity": "violation", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "range-provided-twice", "severity": "violation", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "designation-overlap", "severity": "violation", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "circular-provision", "severity": "warning", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "self-provision", "severity": "violation", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "out-of-role", "severity": "warning", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "shared-identity", "severity": "notice", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "related-to-barred", "severity": "notice", "basis": "ledger", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0},
        {"rule": "waiver-expired", "severity": "notice", "basis": "policy", "evaluated": false, "reason": "not-selected", "findings": 0, "waived": 0}],
       "summary": {"operators": 5, "active_provisions": 4, "violations": 3, "warnings": 2, "notices": 1, "waived": 1,
        "coverage": [
         {"category": "ip", "tier": 1, "provisions": 1, "numbers": 3000, "approved": 3000, "certified": 3000, "both": 3000},
         {"category": "ip", "tier": 2, "provisions": 2, "numbers": 1201, "approved": 0, "certified": 0, "both": 0},
         {"category": "ip", "tier": 3, "provisions": 1, "numbers": 40, "approved": 0, "certified": 0, "both": 0}]},
       "waivers": [],
       "findings": [
        {"rule": "approval-missing", "severity": "violation", "basis": "law", "fingerprint": "a39cb13719cb9c1f", "waived_by": null, "provision_id": "P2", "supplier_id": "W1", "recipient_id": "R1", "category": "ip", "numbers": 1200, "cause": "none", "since": "2026-07-01", "tier": 2, "chain": ["P1", "P2"], "rooted": true, "source": {"file": "provisions.csv", "line": 3}, "message": "P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号を提供しているが、卸先の認定の記録が台帳にない。"},
        {"rule": "approval-missing", "severity": "violation", "basis": "law", "fingerprint": "706c1a206568d238", "waived_by": null, "provision_id": "P3", "supplier_id": "W1", "recipient_id": "R2", "category": "ip", "numbers": 1, "cause": "other-category", "since": "2026-08-01", "tier": 2, "chain": ["P1", "P3"], "rooted": true, "source": {"file": "provisions.csv", "line": 4}, "message": "P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供しているが、卸先の認定はこの種別を含まない。"},
        {"rule": "approval-missing", "severity": "notice", "basis": "law", "fingerprint": "13d924332d94b16a", "waived_by": null, "provision_id": "P4", "supplier_id": "R1", "recipient_id": "A1", "category": "ip", "numbers": 40, "cause": "unrecorded", "since": "2026-08-01", "tier": 3, "chain": ["P1", "P2", "P4"], "rooted": true, "source": {"file": "provisions.csv", "line": 5}, "message": "P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供しているが、卸先の認定の記録が台帳にない（認定確認日は2026-09-15）。"},
        {"rule": "cap-exceeded", "severity": "violation", "basis": "policy", "fingerprint": "edb20ef92077cf6d", "waived_by": null, "recipient_id": "R1", "cap_id": "C1", "numbers": 1200, "limit": 1000, "source": {"file": "caps.csv", "line": 2}, "message": "紫苑転送サービス㈱（R1）はすべての卸元から1,200番号の提供を受けており、上限C1（1,000番号）を200番号超えている。"},
        {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "c3669f65a90ec1c6", "waived_by": null, "provision_id": "P2", "supplier_id": "W1", "recipient_id": "R1", "category": "ip", "numbers": 1200, "cause": "never", "since": "2026-07-01", "tier": 2, "chain": ["P1", "P2"], "rooted": true, "source": {"file": "provisions.csv", "line": 3}, "message": "P2: 藤波ホールセール㈱（W1）は紫苑転送サービス㈱（R1）に特定IP電話番号1,200番号を提供しているが、卸先のETOC認証の記録が台帳にない。"},
        {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "b267593ffef5069e", "waived_by": "X1", "provision_id": "P3", "supplier_id": "W1", "recipient_id": "R2", "category": "ip", "numbers": 1, "cause": "never", "since": "2026-08-01", "tier": 2, "chain": ["P1", "P3"], "rooted": true, "source": {"file": "provisions.csv", "line": 4}, "message": "P3: 藤波ホールセール㈱（W1）はKomichi Mobile（R2）に特定IP電話番号1番号を提供しているが、卸先のETOC認証の記録が台帳にない。"},
        {"rule": "uncertified-recipient", "severity": "warning", "basis": "etoc", "fingerprint": "8e33237f463e7bee", "waived_by": null, "provision_id": "P4", "supplier_id": "R1", "recipient_id": "A1", "category": "ip", "numbers": 40, "cause": "never", "since": "2026-08-01", "tier": 3, "chain": ["P1", "P2", "P4"], "rooted": true, "source": {"file": "provisions.csv", "line": 5}, "message": "P4: 紫苑転送サービス㈱（R1）は軒端商会（A1）に特定IP電話番号40番号を提供しているが、卸先のETOC認証の記録が台帳にない。"}],
       "disclaimer": "指摘は提出された台帳の記載に関するもので、事業者の違法行為を認定するものではない。"}

      """#
    #expect(try report(.ja, .json) == expected)
  }

  @Test func jsonInEnglishDiffersInMessagesAndDisclaimerOnly() throws {
    let neutral = try Language.allCases.map { language in
      try report(language, .json).replacing(/"(message|disclaimer)": "[^"]*"/, with: "")
    }
    #expect(neutral[0] == neutral[1])
  }
}
