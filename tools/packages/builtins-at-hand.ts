// A bundle begins with all that it imports. What looks like it further below is a text, of a file that is to be written.
const head = /^(?:(?:#!|\/\/|import ).*\n|\n)*/;
const imported = /^import (?:(?:\* as )?([\w$]+))?(?:, )?(\{.*\})? from (["'])(node:[\w/]+)\3;$/gm;

/**
 * The code of a module, with what it imports from Node taken from Node's own objects. For an `import` Node makes a module of
 * every built-in one, and asks it for each of its members: `node:fs` has all of its streams loaded by that, and `node:process`
 * the sockets and terminals of its output as well, 12 and 10 ms beside the 30 of an empty script.
 */
export const builtinsAtHand = (code: string): string =>
  code.replace(head, imports =>
    imports.replace(imported, (_line, whole: string | undefined, members: string | undefined, _quote, name: string) => {
      const taken = `globalThis.process.getBuiltinModule('${name}')`;
      const bindings = [whole, members?.replaceAll(' as ', ': ')].filter(binding => binding !== undefined);
      return bindings.map(binding => `const ${binding} = ${taken};`).join(' ');
    }),
  );
