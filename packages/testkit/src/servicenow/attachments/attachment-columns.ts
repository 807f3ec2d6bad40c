import { type Columns, columnsOf, systemColumns } from '../schema/column.ts';

/** The columns of sys_attachment. The bytes of the file are in none of them. */
export const attachmentColumns: Columns = {
  ...systemColumns,
  ...columnsOf('file_name table_name table_sys_id content_type', { kind: 'text' }),
  ...columnsOf('size_bytes size_compressed hash compressed average_image_color image_height image_width', {
    kind: 'system',
  }),
};
