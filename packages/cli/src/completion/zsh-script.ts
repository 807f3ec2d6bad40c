import type { CompletableCommand, CompletableOption, Value } from './completable.ts';
import { inQuotes } from './in-quotes.ts';

/** For `source <(itsm completion zsh)`, or as the file `_itsm` in a folder of `fpath`. */
export const zshScript = (commands: readonly CompletableCommand[]): string => `#compdef itsm
# itsm completion zsh
_itsm_integrations() {
  local config=\${opt_args[-c]:-\${opt_args[--config]:-config/itsm_config.json}}
  local -a names
  names=(\${(f)"$(itsm completion integrations --config "\${(Q)config}" 2> /dev/null)"})
  compadd -a names
}

_itsm() {
  if ((CURRENT == 2)); then
    local -a commands
    commands=(
${commands.map(({ name, summary }) => `      ${inQuotes(`${name}:${summary.replaceAll(':', '\\:')}`)}\n`).join('')}    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map(clause).join('')}  esac
}
if [[ $funcstack[1] == _itsm ]]; then _itsm "$@"; else compdef _itsm itsm; fi
`;

function clause({ name, options, argument }: CompletableCommand): string {
  const action = actionOf(argument);
  const specs = [...options.map(optionSpec), ...(action === '' ? [] : [inQuotes(`*:argument:${action}`)])];
  return `    ${name})\n      _arguments ${specs.join(' \\\n        ')}\n      ;;\n`;
}

/** `*` lets it be given again, which all but one of them ignore. */
function optionSpec({ names, description, value }: CompletableOption): string {
  const text = `[${description.replaceAll(/[[\]\\]/g, '\\$&')}]`;
  const after = value === 'nothing' ? '' : `:value:${actionOf(value) || ' '}`;
  return names.map(name => inQuotes(`*${name}${text}${after}`)).join(' ');
}

function actionOf(value: Value): string {
  if (value === 'file') return '_files';
  if (value === 'integration') return '_itsm_integrations';
  return typeof value === 'string' ? '' : `(${value.join(' ')})`;
}
