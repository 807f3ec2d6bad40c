import type { CompletableCommand, Value } from './completable.ts';

/** For `source <(itsm completion bash)`. */
export const bashScript = (commands: readonly CompletableCommand[]): string => `# itsm completion bash
_itsm_integrations() {
  local config=config/itsm_config.json i
  for ((i = 2; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in -c | --config) config=\${COMP_WORDS[i + 1]} ;; esac
  done
  itsm completion integrations --config "$config" 2> /dev/null
}

_itsm_reply() {
  local IFS=$'\\n'
  case $1 in
    file)
      compopt -o filenames 2> /dev/null
      COMPREPLY=($(compgen -f -- "$word"))
      ;;
    integration) COMPREPLY=($(compgen -W "$(_itsm_integrations)" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "\${1// /$'\\n'}" -- "$word")) ;;
  esac
}

_itsm() {
  local word=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _itsm_reply '${commands.map(({ name }) => name).join(' ')}'
    return
  fi
  case "$command $before" in
${commands.flatMap(valueLines).join('')}  esac
  case "$command $word" in
${commands.map(optionLine).join('')}  esac
  case $command in
${commands.flatMap(argumentLine).join('')}  esac
}
complete -F _itsm itsm
`;

/** What comes after an option that takes a value; after one that takes any text, nothing. */
const valueLines = ({ name, options }: CompletableCommand): readonly string[] =>
  options
    .filter(({ value }) => value !== 'nothing')
    .map(({ names, value }) => {
      const pattern = names.map(each => `"${name} ${each}"`).join(' | ');
      return `    ${pattern}) ${value === 'text' ? '' : `_itsm_reply '${wordOf(value)}'; `}return ;;\n`;
    });

const optionLine = ({ name, options }: CompletableCommand): string =>
  `    "${name} -"*) _itsm_reply '${options.map(({ names }) => names.at(-1)).join(' ')}'; return ;;\n`;

const argumentLine = ({ name, argument }: CompletableCommand): readonly string[] =>
  argument === 'nothing' || argument === 'text' ? [] : [`    ${name}) _itsm_reply '${wordOf(argument)}' ;;\n`];

const wordOf = (value: Value): string => (typeof value === 'string' ? value : value.join(' '));
