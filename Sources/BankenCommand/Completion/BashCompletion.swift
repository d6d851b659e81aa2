/// The completion script for bash.
///
/// It needs nothing but bash itself, 3.2 or later.
enum BashCompletion {
  static func script() -> String {
    """
    # Completion of banken for bash: source this file, or put it where bash-completion looks.
    _banken_fill() {
      local line
      while IFS= read -r line; do COMPREPLY+=("$line"); done
    }

    _banken() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word= place=0 skip= i
      COMPREPLY=()
      # The equals sign is a word of its own.
      if [[ $cur == = ]]; then
        cur=
      elif [[ $prev == = && COMP_CWORD -ge 2 ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == = ]]; then skip=1; continue; fi
        if [[ -n $skip ]]; then skip=; continue; fi
        case $command:$word in
    \(valued())skip=1 ;;
          *:-*) ;;
          :*) command=$word ;;
          *) place=$((place + 1)) ;;
        esac
        if [[ $skip == 1 && ${COMP_WORDS[i+1]} == = ]]; then skip=; fi
      done
      case $command:$prev in
    \(values())  esac
      if [[ $cur == -* ]]; then
        case $command in
    \(options())    esac
        return
      fi
      case $command:$place in
    \(arguments())  esac
    }

    complete -o filenames -F _banken banken

    """
  }

  /// The options that take a value, as the patterns of one case.
  private static func valued() -> String {
    var patterns: [String] = []
    for form in forms {
      for flag in form.flags where flag.value != .none {
        patterns += spellings(flag).map { "\(name(form)):\($0)" }
      }
    }
    return "      " + patterns.joined(separator: "|") + ") "
  }

  /// What follows an option.
  private static func values() -> String {
    var lines = ""
    for form in forms {
      for flag in form.flags {
        guard let completions = Completions(flag) else { continue }
        let patterns = spellings(flag).map { "\(name(form)):\($0)" }.joined(separator: "|")
        lines += "    \(patterns)) \(fill(completions))return ;;\n"
      }
    }
    return lines
  }

  /// The options of each command.
  private static func options() -> String {
    forms.map { form in
      let words = form.flags.flatMap(spellings)
      return "      \(name(form).isEmpty ? "''" : name(form))) \(fill(.words(words)));;\n"
    }.joined()
  }

  /// What each argument may be.
  private static func arguments() -> String {
    var lines = "    :*) \(fill(.words(CommandID.allCases.map(\.name)))) ;;\n"
    for form in forms {
      for (place, argument) in form.arguments.enumerated() {
        let completions = Completions(placeholder: argument.name)
        if completions == .nothing { continue }
        let places = argument.repeats ? "*" : "\(place)"
        lines += "    \(name(form)):\(places)) \(fill(completions));;\n"
      }
    }
    return lines
  }

  private static let forms =
    [CommandTable.top] + CommandID.allCases.map { CommandTable.form(of: $0) }

  private static func name(_ form: CommandForm) -> String { form.id?.name ?? "" }

  private static func spellings(_ flag: Flag) -> [String] {
    ["--\(flag.long)"] + (flag.short.map { ["-\($0)"] } ?? [])
  }

  private static func fill(_ completions: Completions) -> String {
    switch completions {
    case .nothing: ""
    case .words(let words): "_banken_fill < <(compgen -W '\(words.joined(separator: " "))' -- \"$cur\"); "
    case .files: "_banken_fill < <(compgen -f -- \"$cur\"); "
    case .directories: "_banken_fill < <(compgen -d -- \"$cur\"); "
    }
  }
}
