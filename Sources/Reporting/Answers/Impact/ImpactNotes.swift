import Audit
import Decisions

extension Impact {
  /// What a table for spreadsheets cannot say: why it is empty, and what is missing from it.
  ///
  /// Empty when there is nothing to say.
  package func notes(of list: ImpactList) -> [Phrase] {
    if let reason = notEvaluated { return [ImpactWords.notEvaluated(reason)] }
    if ended.isNothing { return [ImpactWords.nothing(event)] }
    var notes: [Phrase] = []
    switch list {
    case .findings:
      let counts = [appearing.summary, vanishing.summary]
      if total.appear + total.vanish + counts.reduce(0, { $0 + $1.waived }) == 0 {
        notes.append(ImpactWords.noneToList)
      }
      if !unjudged.isEmpty { notes.append(ImpactWords.unjudged(unjudged.map(\.rule.name))) }
    case .losses:
      if event == .approval {
        notes.append(ImpactWords.approvalKeepsChains)
      } else if let reason = levelsLacking {
        notes.append(ImpactWords.notEvaluated(reason))
      } else if losses.allSatisfy({ $0.itself.isEmpty && $0.lost.isEmpty && $0.kept.isEmpty }) {
        notes.append(ImpactWords.noChains)
      }
      if losses.contains(where: { $0.keptLosingNumbers == nil }) {
        let subject = ImpactWords.numbersSubject
        notes.append(
          Phrase(
            ja: "\(subject.ja)は\(Words.notEvaluated.ja)", en: "\(subject.en) is \(Words.notEvaluated.en)"))
      }
    case .notify:
      if notified.isEmpty { notes.append(ImpactWords.nobodyToList) }
      if !knowsCertification {
        notes.append(ImpactWords.unknown(ImpactWords.certificationSubject, without: .certifications))
      }
    }
    return notes
  }
}
