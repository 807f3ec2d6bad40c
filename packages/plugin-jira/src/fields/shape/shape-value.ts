import type { Json } from '@itsm-bridge/core';
import type { FieldMeta } from '../field-meta.ts';
import { list } from '../lists.ts';
import { acceptedAre, allowedValue, nameOf } from './allowed-values.ts';
import { cascading } from './cascading.ts';
import { date, dateTime } from './dates.ts';
import { fits, type Shape, type ShapeContext, type Shaped, unfit } from './shaped.ts';
import { issueLink, issueProject, labels, number, text } from './texts.ts';

const user: Shape = (value, { id }, context) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return fits(value);
  const found = context.user(id, String(value));
  return found === undefined ? unfit('nobody here has that e-mail address, account id or name') : fits(found);
};

/** As it was given: the types of apps (sprints, request types, teams) are theirs to read. */
const asGiven: Shape = value => fits(value);

const named = allowedValue('name');

const shapes: Readonly<Record<string, Shape>> = {
  ...{ string: text, number, date, datetime: dateTime, user, issuelink: issueLink },
  project: issueProject,
  ...{ option: allowedValue('value'), 'option-with-child': cascading },
  ...{ priority: named, resolution: named, version: named, component: named, group: named, securitylevel: named },
};

/** By the schema of the field. Pure. */
export function shapeValue(value: Json, field: FieldMeta, context: ShapeContext): Shaped {
  const { type, items = '', custom } = field.schema;
  if (type !== 'array') return (shapes[type] ?? asGiven)(onlyOne(value, type), field, context);
  // Sprints of Data Center are texts in a list as well, and numbers to those who write them.
  if (items === 'string')
    return field.id === 'labels' || custom?.endsWith(':labels') ? labels(value, field, context) : fits(value);
  const one = shapes[items];
  return one ? eachOf(list(value), one, field, context) : fits(value);
}

/** A list of one system for a field of one value; a cascade and a line of text have their own use for lists. */
const onlyOne = (value: Json, type: string): Json =>
  Array.isArray(value) && value.length === 1 && type !== 'string' && type !== 'option-with-child' ? value[0] : value;

function eachOf(values: readonly Json[], one: Shape, field: FieldMeta, context: ShapeContext): Shaped {
  const shaped = values.map(value => one(value, field, context));
  const wrong = shaped.find(each => each.kind === 'unfit');
  if (wrong) return wrong;
  return fits(shaped.flatMap(each => (each.kind === 'fits' ? [each.value] : [])));
}

/** What a field takes, for a message: `accepted are Prod, Stage`, or the type of it. */
export const takes = ({ allowed, schema }: FieldMeta): string =>
  allowed ? acceptedAre(allowed.map(nameOf)) : `it takes ${schema.items ? `a list of ${schema.items}` : schema.type}`;
