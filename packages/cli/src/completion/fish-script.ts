import type { CompletableCommand, CompletableOption, Value } from './completable.ts';
import { inQuotes } from './in-quotes.ts';

/** For `itsm completion fish | source`. */
export const fishScript = (commands: readonly CompletableCommand[]): string => `# itsm completion fish
function __itsm_integrations
    set -l config config/itsm_config.json
    set -l words (commandline -opc)
    for i in (seq (count $words))
        contains -- $words[$i] -c --config; and set config $words[(math $i + 1)]
    end
    itsm completion integrations --config $config 2>/dev/null
end
complete -c itsm -f
${commands.map(commandLines).join('')}`;

function commandLines({ name, summary, options, argument }: CompletableCommand): string {
  const within = `complete -c itsm -n '__fish_seen_subcommand_from ${name}'`;
  const offered = offer(argument);
  return [
    `complete -c itsm -n __fish_use_subcommand -a ${name} -d ${inQuotes(summary)}\n`,
    ...options.map(option => `${within} ${optionWords(option)}\n`),
    ...(offered === '' ? [] : [`${within} ${offered}\n`]),
  ].join('');
}

function optionWords({ names, description, value }: CompletableOption): string {
  const flags = names.map(name => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const takes = value === 'nothing' ? '' : ` -r ${offer(value) || '-f'}`;
  return `${flags.join(' ')}${takes} -d ${inQuotes(description)}`;
}

function offer(value: Value): string {
  if (value === 'file') return '-F';
  if (value === 'integration') return "-f -a '(__itsm_integrations)'";
  return typeof value === 'string' ? '' : `-f -a ${inQuotes(value.join(' '))}`;
}
