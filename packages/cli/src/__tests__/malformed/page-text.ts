import { type FileContent, folder, type MalformedCase, type Topic } from './malformed-case.ts';
import type { Said } from './run-case.ts';
import { sound, soundEnv } from './sound-files.ts';

/** The page of a topic: what was wrong, what was typed, what was said. */
export const pageText = ({ title, about }: Topic, told: readonly (readonly [MalformedCase, Said])[]): string =>
  `${[
    `# ${title}\n\n${about}`,
    '<!-- Written by malformed.test.ts; read what changes. The files that all cases start from are in sound-files.ts. -->',
    ...told.map(([one, said], index) => section(index + 1, one, said)),
  ].join('\n\n')}\n`;

function section(number: number, { what, files = {}, env = soundEnv, stdin, args }: MalformedCase, said: Said): string {
  const given = [
    ...Object.entries(files).flatMap(([file, content]) => fileLines(file, content)),
    ...(stdin === undefined ? [] : [`standard input: ${visible(stdin)}`]),
    ...(env === soundEnv
      ? []
      : [
          `environment: ${Object.entries(env)
            .map(([name, value]) => `${name}=${value}`)
            .join(' ')}`,
        ]),
  ];
  const printed = [said.stdout, said.stderr].map(text => text.trimEnd()).filter(text => text !== '');
  const session = [`$ itsm ${args.map(quoted).join(' ')}`, ...printed, `exit status ${said.status}`].join('\n');
  const fence = given.length === 0 ? '' : `\`\`\`text\n${given.join('\n')}\n\`\`\`\n\n`;
  return `## ${number}. ${what}\n\n${fence}\`\`\`console\n${session}\n\`\`\``;
}

/** Only the lines that differ from the sound file, each with its number, as the message has it. */
function fileLines(file: string, content: FileContent): readonly string[] {
  if (content === null) return [`${file}: (not there)`];
  if (content === folder) return [`${file}: (a folder)`];
  if (typeof content !== 'string') return [`${file}: (bytes) ${Buffer.from(content.slice(0, 24)).toString('hex')}…`];
  if (content === '') return [`${file}: (empty)`];
  const before: readonly string[] = (Object.hasOwn(sound, file) ? sound[file as keyof typeof sound] : '').split('\n');
  const lines = content.replace(/\n$/, '').split('\n');
  const differing = lines.flatMap((line, index) =>
    before.includes(line) ? [] : [`${file}:${index + 1}: ${visible(line)}`],
  );
  const gone = before.filter(line => line !== '' && !lines.includes(line));
  return differing.length > 0 ? shortened(differing) : gone.map(line => `${file}: (without) ${line.trim()}`);
}

const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length > 20 ? [...lines.slice(0, 10), `… ${lines.length - 12} more lines`, ...lines.slice(-2)] : lines;

/** What no reader would see is named, and a long line is cut. */
function visible(text: string): string {
  const seen = text.replace(/[\p{Cc}\p{Cf}\u00a0\ufeff]/gu, character =>
    character === '\n' ? '⏎' : `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
  return seen.length > 160 ? `${seen.slice(0, 100)} … (${seen.length} characters) … ${seen.slice(-20)}` : seen;
}

const quoted = (argument: string): string => (/^[\w./:=@-]+$/.test(argument) ? argument : `'${argument}'`);
