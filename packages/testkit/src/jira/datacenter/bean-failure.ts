import type { Reply } from '../../simulator/reply.ts';
import { failure } from '../failure.ts';

/** Where a body has a member that the resource does not know. The words are those of gioboa/jira-plugin#118. */
export const unknownMember = (name: string, bean: string): Reply =>
  failure(400, [`Unrecognized field "${name}" (class ${bean}), not marked as ignorable`]);

/** Where a document stands for a string: Data Center knows nothing of documents, and fails while it reads the body. */
export const notAString = (): Reply =>
  failure(400, [
    'Cannot deserialize value of type `java.lang.String` from Object value (token `JsonToken.START_OBJECT`)',
  ]);
