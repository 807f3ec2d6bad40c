export type { BenchOptions } from './adapter/bench-options.ts';
export { callOf } from './adapter/call-of.ts';
export { checksOf } from './adapter/checks-of.ts';
export type { LogBook } from './adapter/log-book.ts';
export { type Bench, openBench } from './adapter/open-bench.ts';
export type { Attachment, Issue, IssueComment, RemoteLink } from './jira/issue.ts';
export type { JiraCustomField, JiraOptions, JiraProject, JiraUser } from './jira/options.ts';
export { type JiraSimulator, startJira } from './jira/start-jira.ts';
export { ledgerContract } from './ledger/ledger-contract.ts';
export type { LedgerUnderTest, TestRunner } from './ledger/ledger-under-test.ts';
export { type SandboxPage, type SandboxPageOptions, startSandboxPage } from './page/start-sandbox-page.ts';
export type { Ticket, TicketEntry, TicketFile, TicketLine, TicketSource } from './page/ticket.ts';
export { pluginContract } from './plugin/plugin-contract.ts';
export type { PlatformUnderTest, PluginUnderTest } from './plugin/plugin-under-test.ts';
export type { AttachedFile } from './servicenow/attachments/attached-file.ts';
export type { DoorControls } from './servicenow/door/door-controls.ts';
export type { InstanceState } from './servicenow/door/instance-state.ts';
export type { OAuthGrant, ServiceNowOAuth } from './servicenow/door/oauth-options.ts';
export type { RateRule } from './servicenow/door/rate-rule.ts';
export { servicenowFaults } from './servicenow/faults/servicenow-faults.ts';
export type { ImportSet } from './servicenow/import-set/import-set.ts';
export type { ServiceNowOptions, ServiceNowUser } from './servicenow/options.ts';
export type { JournalEntry } from './servicenow/row/journal.ts';
export type { PriorityMatrix } from './servicenow/rules/priority.ts';
export type { AccessControl, BusinessRule, DataPolicy } from './servicenow/rules/rule-options.ts';
export type { CustomColumn, CustomTable } from './servicenow/schema/schema-options.ts';
export { type ServiceNowSimulator, startServiceNow } from './servicenow/start-servicenow.ts';
export { type Authorization, parseAuthorization } from './simulator/authorization.ts';
export { type ChaosKind, chaosKinds } from './simulator/chaos-kinds.ts';
export type { ChaosOptions } from './simulator/chaos-options.ts';
export type { Collection } from './simulator/collection.ts';
export type { Fault, FaultEffect } from './simulator/fault.ts';
export type { FormPart } from './simulator/form-part.ts';
export type { HttpsOptions } from './simulator/https-options.ts';
export type { RateLimit } from './simulator/rate-limit.ts';
export type { RecordedRequest } from './simulator/recorded-request.ts';
export { emptyReply, htmlReply, jsonReply, type Reply } from './simulator/reply.ts';
export type { Call as RoutedCall, Route } from './simulator/route.ts';
export type { Simulator, SimulatorOptions } from './simulator/simulator.ts';
export type { Sleep } from './simulator/sleep.ts';
export {
  type PlatformDefinition,
  type PlatformKit,
  type StartPlatformOptions,
  startPlatform,
} from './simulator/start-platform.ts';
