/** What the tests use of it; the package has no types of its own. An Error may be given for a result. */
declare module 'servicenow-rest-api' {
  import type { Agent } from 'node:https';

  type Give = (result: unknown) => void;
  type Values = Readonly<Record<string, string>>;

  class ServiceNow {
    /** An instance with a dot in its name is taken for the host. */
    constructor(instance: string, user: string, password: string);
    setNetworkOptions(options: { readonly httpsAgent: Agent; readonly responseType?: 'arraybuffer' }): void;
    getSampleData(table: string, give: Give): void;
    getTableData(fields: readonly string[], filters: readonly string[], table: string, give: Give): void;
    createNewTask(values: Values, table: string, give: Give): void;
    getSysId(table: string, number: string, give: Give): void;
    UpdateTask(table: string, number: string, values: Values, give: Give): void;
    DeleteTask(table: string, number: string, give: Give): void;
    getAttachmentMetaData(sysId: string, give: Give): void;
    getAllAttachmentsMetaData(recordSysId: string, give: Give): void;
    getAttachment(sysId: string, give: Give): void;
    getChangeTasks(table: string, changeSysId: string, give: Give): void;
  }

  export = ServiceNow;
}
