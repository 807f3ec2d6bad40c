/** What a PromQL query names. */
export interface NamedMetric {
  readonly name: string;
  readonly labels: readonly string[];
}

const words = new Set(['and', 'or', 'unless', 'by', 'without', 'on', 'ignoring', 'bool', 'offset']);
/** What the scrape adds to each series. */
const ofTheScrape = new Set(['instance', 'job']);

/**
 * The metrics of a query with the labels of their selectors; the labels that it groups by belong to each of them. Made for
 * the queries of this repository: no subqueries, no label_replace.
 */
export function namedMetrics(query: string): readonly NamedMetric[] {
  const grouped = [...query.matchAll(/\b(?:by|on)\s*\(([^)]*)\)/g)].flatMap(([, list = '']) => split(list));
  const bare = query.replaceAll(/\b(?:by|on)\s*\([^)]*\)/g, ' ').replaceAll(/\[[^\]]*\]/g, ' ');
  return [...bare.matchAll(/([a-zA-Z_:][\w:]*)\s*(\{[^}]*\})?(\s*\()?/g)]
    .filter(([, name = '', , call]) => call === undefined && !words.has(name))
    .map(([, name = '', selector = '']) => ({
      name,
      labels: [...[...selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label), ...grouped],
    }))
    .map(({ name, labels }) => ({ name, labels: labels.filter(label => !ofTheScrape.has(label)) }));
}

const split = (list: string): readonly string[] =>
  list
    .split(',')
    .map(label => label.trim())
    .filter(Boolean);
