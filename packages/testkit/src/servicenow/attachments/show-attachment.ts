import type { Context } from '../context.ts';
import type { Row } from '../row/row.ts';

/** An attachment as its own API shows it: the row, and where the bytes are. */
export const showAttachment = (row: Row, { url }: Context): Row => ({
  ...row,
  download_link: `${url}/api/now/attachment/${row.sys_id}/file`,
});
