import Audit

private let confirmationBasis = Phrase(
  ja: "電気通信番号計画（2023-01-01から、卸元は卸先の認定と番号使用条件への同意を確認する）。2026-05-27からは電気通信事業法及び電気通信番号規則第4章"
    + "（卸電気通信役務を提供する際の確認義務）",
  en:
    "Numbering plan: from 2023-01-01 the supplier confirms the recipient's approval and its agreement to the "
    + "number-use conditions. From 2026-05-27 also the Telecommunications Business Act and chapter 4 of the numbering "
    + "rules (confirmation when providing wholesale services)")

private let recordedElsewhere = Phrase(
  ja: "台帳の外にある確認の記録（契約書、メール、申込書など）は見えない。本人確認・与信などの確認は判定しない。",
  en:
    "Confirmation kept outside the ledger (contracts, mail, forms) is not seen. Identity, person and credit checks "
    + "are not judged.")

extension RuleID {
  /// Texts of the rules about approval, registration and confirmation.
  var lawText: RuleText? {
    switch self {
    case .approvalMissing:
      RuleText(
        title: Phrase(ja: "卸先の認定がない", en: "Recipient without approval"),
        looksAt: Phrase(
          ja: "有効な番号の提供ごとに、卸先（利用者を除く）がその種別の番号使用計画の認定（みなし認定・番号指定を含む）を監査日に受けているか。",
          en:
            "For each active provision, whether the recipient (unless a user) has, on the day, an approval of its "
            + "number-use plan covering the category; deemed approvals and designations count."),
        why: Phrase(
          ja: "番号を使う電気通信事業者はすべて認定（またはみなし認定）を要する。認定のない事業者への提供は特殊詐欺に番号が渡る典型的な経路である。",
          en:
            "Every operator using numbers needs an approved or deemed-approved plan. Provision to operators without "
            + "one is a typical way for numbers to reach special-fraud groups."),
        basis: Phrase(
          ja: "電気通信事業法50条の2第1項（認定）・第3項（みなし認定）。2019-05-22から",
          en:
            "Telecommunications Business Act, art. 50-2(1) (approval) and (3) (deemed approval), from 2019-05-22"
        ),
        remedy: Phrase(
          ja: "卸先に認定の有無を確認し、認定番号・認定日・対象種別を台帳に記録する。認定がないと分かったときは新たな提供を止め、既存の提供の扱いを協議する。",
          en:
            "Ask the recipient for its approval and record number, date and categories. If there is none, stop new "
            + "provision and settle what becomes of the numbers already provided."),
        blindSpot: Phrase(
          ja: "総務省は認定の一覧を公表していないため、台帳に記録がないことは認定がないことを意味しない。",
          en: "The ministry publishes no list of approvals: no record in the ledger does not mean unapproved."
        ))
    case .supplierApprovalMissing:
      RuleText(
        title: Phrase(ja: "卸元の認定がない", en: "Supplier without approval"),
        looksAt: Phrase(
          ja: "有効な提供を行う卸元が、その種別の認定を監査日に受けているか。",
          en:
            "Whether each supplier with active provisions has, on the day, an approval covering the category."
        ),
        why: Phrase(
          ja: "番号を他の事業者へ提供する者も番号を使用する電気通信事業者であり、認定を要する。",
          en: "Whoever passes numbers on is an operator using numbers and needs an approved plan too."),
        basis: Phrase(
          ja: "電気通信事業法50条の2第1項・第3項。2019-05-22から",
          en: "Telecommunications Business Act, art. 50-2(1) and (3), from 2019-05-22"),
        remedy: Phrase(
          ja: "卸元の認定を確かめて記録する。終わっているときは、その卸元から先の流通経路全体を点検する。",
          en: "Confirm and record the supplier's approval. If it has ended, review the whole chain below it."),
        blindSpot: Phrase(
          ja: "認定の記録が台帳にないことは認定がないことを意味しない。自社の台帳に仕入先の認定が載っていないことは多い。",
          en:
            "No record does not mean unapproved; a ledger often leaves out the approvals of one's own suppliers."
        ))
    case .deemedApprovalInvalid:
      RuleText(
        title: Phrase(ja: "みなし認定によることができない", en: "Deemed approval not available"),
        looksAt: Phrase(
          ja: "みなし認定を受けたとされる事業者が、番号指定または他の種別の認定を受けていないか。",
          en:
            "Whether an operator entered with a deemed approval also has a designation or an approval for another "
            + "category."),
        why: Phrase(
          ja: "みなし認定は標準の計画と同一で自ら付番しない事業者のためのもので、番号指定事業者や他の種別の認定を申請した事業者は受けられない。",
          en:
            "Deemed approval is for plans identical to the published standard, without numbers assigned by the operator "
            + "itself; a holder, or an operator that applied for one category, cannot rely on it."),
        basis: Phrase(
          ja: "電気通信事業法50条の2第3項（みなし認定）。2019-05-22から",
          en: "Telecommunications Business Act, art. 50-2(3) (deemed approval), from 2019-05-22"),
        remedy: Phrase(
          ja: "認定区分の記載を確かめる。誤記なら「認定」に直して認定番号を記録し、誤りでなければ事業者に認定の申請を確認する。",
          en:
            "Check the entry. If it is a slip, enter the approval with its number; if not, ask the operator about its "
            + "application for approval."),
        blindSpot: Phrase(
          ja: "台帳にない番号指定・認定、標準の計画との同一性は見えない。",
          en: "Designations and approvals outside the ledger, and whether the plan equals the standard one."))
    case .registrationMissing:
      RuleText(
        title: Phrase(ja: "登録・届出がない", en: "Neither registered nor notified"),
        looksAt: Phrase(
          ja: "有効な提供の当事者（利用者を除く）の登録届出の欄が「なし」でないか。",
          en: "Whether an end of an active provision (unless a user) has registration entered as none."),
        why: Phrase(
          ja: "登録または届出は制度（1階部分）の入口であり、番号を扱う電気通信事業者に求められる。",
          en:
            "Registration or notification is the entry to the system (first storey) for operators that handle numbers."
        ),
        basis: Phrase(
          ja: "電気通信事業法の登録・届出の制度",
          en: "Telecommunications Business Act: registration or notification of the business"),
        remedy: Phrase(
          ja: "事業者に登録・届出の状況を確認し、総務省の公表資料と照合して記録を直す。",
          en: "Ask the operator, compare with what the ministry publishes, and correct the entry."),
        blindSpot: Phrase(
          ja: "空欄は指摘しない。登録・届出が今も有効かどうか、海外の事業者への適用は判定しない。",
          en:
            "Blank cells are not reported. Whether a registration is still current, or applies to a foreign operator, "
            + "is not judged."))
    case .approvalUnconfirmed:
      RuleText(
        title: Phrase(ja: "卸先の認定を確認した記録がない", en: "Recipient's approval not confirmed in time"),
        looksAt: Phrase(
          ja: "2023-01-01以後に始まった卸契約の提供に、提供開始日までの認定確認日があるか。",
          en:
            "Whether wholesale provisions begun on or after 2023-01-01 record a check of the recipient's approval by "
            + "their first day."),
        why: Phrase(
          ja: "卸元による認定の確認は、検討された六つの対策のうち義務とされたものである。",
          en:
            "Confirming the recipient's approval is the measure, of the six weighed, that was made mandatory."
        ),
        basis: confirmationBasis,
        remedy: Phrase(
          ja: "確認の証跡を探して確認日を記録する。なければ直ちに確認し、以後は提供開始前に行う。",
          en:
            "Find the evidence and record its day. If there is none, confirm now, and before the start from now on."
        ),
        blindSpot: recordedElsewhere)
    case .conditionsUnagreed:
      RuleText(
        title: Phrase(ja: "番号使用条件への同意の記録がない", en: "Number-use conditions not agreed in time"),
        looksAt: Phrase(
          ja: "2023-01-01以後に始まった卸契約の提供に、提供開始日までの使用条件合意日があるか。",
          en:
            "Whether wholesale provisions begun on or after 2023-01-01 record the recipient's agreement to the number-use "
            + "conditions by their first day."),
        why: Phrase(
          ja: "番号使用条件が流通経路の末端まで引き継がれるには、取引ごとの同意が要る。",
          en: "The number-use conditions reach the end of the chain only when each deal agrees to them."),
        basis: confirmationBasis,
        remedy: Phrase(
          ja: "契約書で同意を確かめて合意日を記録する。なければ覚書などで同意を得る。",
          en: "Look for the agreement in the contract and record its day; if it is missing, obtain it."),
        blindSpot: recordedElsewhere)
    case .continuityUnconfirmed:
      RuleText(
        title: Phrase(ja: "役務継続性を確認した記録がない", en: "Continuity of service not confirmed in time"),
        looksAt: Phrase(
          ja: "方針で指定した種別について、2026-05-27以後に始まった卸契約の提供に、提供開始日までの役務継続性確認日があるか。",
          en:
            "For the categories named in the policy, whether wholesale provisions begun on or after 2026-05-27 record a "
            + "check of the recipient's continuity of service by their first day."),
        why: Phrase(
          ja: "役務継続性と犯罪に使われるおそれの低さは、新しい認定基準である。",
          en: "Continuity of service and a low risk of use in fraud are the new criteria of approval."),
        basis: Phrase(
          ja: "電気通信事業法及び電気通信番号規則第4章（卸電気通信役務を提供する際の確認義務）。2026-05-27から",
          en:
            "Telecommunications Business Act and chapter 4 of the numbering rules (confirmation when providing wholesale "
            + "services), from 2026-05-27"),
        remedy: Phrase(
          ja: "卸先の役務継続性を確かめ、確認日を記録する。",
          en: "Confirm the recipient's continuity of service and record the day."),
        blindSpot: recordedElsewhere)
    case .undeclaredResale:
      RuleText(
        title: Phrase(ja: "約款による提供の申告のない再卸", en: "Undeclared resale under ordinary terms"),
        looksAt: Phrase(
          ja: "2023-01-01以後に約款で提供を受けた事業者が、その番号を再び提供しているのに、監査日までの申告日がないもの。",
          en:
            "Operators that received numbers under ordinary terms on or after 2023-01-01 and can be passing them on, with "
            + "no declaration on record by the day."),
        why: Phrase(
          ja: "約款による提供では、卸元は申告によってはじめて再卸を知り、確認ができる。",
          en:
            "Under ordinary terms only a declaration tells the supplier of a resale, so that it can confirm."),
        basis: Phrase(
          ja: "電気通信番号計画（約款による提供には条項と申告を要する）。2023-01-01から",
          en: "Numbering plan: supply under ordinary terms needs a clause and a declaration, from 2023-01-01"),
        remedy: Phrase(
          ja: "卸先に申告を求め、卸契約への切替えを検討し、申告日を記録する。",
          en: "Ask the recipient for the declaration, consider a wholesale contract, and record the day."),
        blindSpot: Phrase(
          ja: "件数だけの提供では、再び提供された番号がこの提供のものかどうかは分からない。",
          en: "Where only counts are known, whether the numbers passed on are those of this provision."))
    default: nil
    }
  }
}
