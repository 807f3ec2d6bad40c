export { type Analysis, analysisSchema, type Report, type Severity, severities } from './analysis.ts';
export type { Approval } from './calls/approve-rehearsal.ts';
export type { NewAudit } from './calls/audited.ts';
export type {
  AuditPageQuery,
  CallOptions,
  CheckOptions,
  CreateOptions,
  EnqueueOptions,
  FollowOptions,
  LinkOptions,
  PruneOptions,
  RehearsalQuery,
  ReplayOptions,
  ReplayQuery,
  RestoredOptions,
  ReviewOptions,
} from './calls/call-options.ts';
export type { PageQuery } from './calls/page-query.ts';
export type { NewAttachment, NewChange } from './change/new-change.ts';
// For plugin authors: the steps of a check.
export { askQuestions, type CheckQuestion } from './check/ask-questions.ts';
export type { IntegrationCheck } from './check/check-offline.ts';
export type { ConfigSource, Settings } from './config/config.ts';
// For whoever reads files that people wrote.
export { type DecodedText, decodeText } from './config/decode-text.ts';
export { configJsonSchema } from './config/json-schema.ts';
// For plugin authors: pieces of a settings schema.
export { endpoint } from './config/members/endpoint.ts';
// For whoever serves or asks by http, which stays on this machine.
export { isLoopbackHost } from './config/members/is-loopback-host.ts';
// For plugin authors: more pieces of a settings schema.
export { jsonValue } from './config/members/json-value.ts';
export { oneSignIn } from './config/members/one-sign-in.ts';
export { type Auth, type AuthKind, authMember } from './config/members/sign-in.ts';
// For whoever is given values: what is wrong with them, in words.
export { type Explained, explainError } from './config/problems/explain-error.ts';
// For plugin authors: the name that a misspelt one may stand for.
export { nearest } from './config/problems/nearest.ts';
export type { Path, Problem } from './config/problems/problem.ts';
export { problemText } from './config/problems/problem-text.ts';
export { secret } from './config/secrets/secret.ts';
export { secretHandle } from './config/secrets/secret-handle.ts';
export { createItsm } from './container/create-itsm.ts';
export type { ItsmOptions } from './container/itsm-options.ts';
// For whoever has a file beside the config.
export { type FileOptions, loadFile } from './container/load-file.ts';
export { tokens } from './container/tokens.ts';
// For whoever loads plugins of others.
export { contractProblem } from './contract-problem.ts';
export { deliveryStatuses } from './contracts/delivery-status.ts';
export type * from './contracts.ts';
export type { Deciding } from './deciding.ts';
export { definePlugin } from './define-plugin.ts';
export { createLogger } from './emit/create-logger.ts';
export { logSink } from './emit/log-sink.ts';
export { metricsSink } from './emit/metrics-sink.ts';
export { printable, printableJson } from './emit/printable.ts';
export { problemLine } from './emit/problem-line.ts';
export type { GivenProblem } from './given-problem.ts';
export { givenProblemText } from './given-problem-text.ts';
export type { Itsm, LaneReport } from './itsm.ts';
export { ItsmError, type ItsmErrorKind, type ItsmErrorOptions } from './itsm-error.ts';
export { parseJson } from './json/parse-json.ts';
export { type JsonWithPlaces, parseJsonWithPlaces } from './json/parse-json-with-places.ts';
// For plugin authors: what is read once for many deliveries.
export { type KeepEachOptions, type KeptEach, keepEach } from './keep/keep-each.ts';
export { type KeepOptions, type Kept, keepFor } from './keep/keep-for.ts';
export { readOnce } from './keep/read-once.ts';
// For a team that wraps the default renderer or mapper.
export { createFieldMapper } from './map/create-field-mapper.ts';
export type { CompileText } from './map/field-source.ts';
export { isoDate } from './map/iso-date.ts';
export { textOf } from './map/text-of.ts';
export { type AnalysisPlace, parseAnalysis } from './parse-analysis.ts';
export { type PayloadDifference, payloadDifference } from './payload-difference.ts';
export type { Preview } from './preview.ts';
// For ledgers.
export { decisionAction } from './record/audit-of-decision.ts';
export { decidedByPeople } from './record/decided-by-people.ts';
export { deliveryKey } from './record/delivery-key.ts';
export { isDeadLetter } from './record/is-dead-letter.ts';
export { isOpen } from './record/is-open.ts';
export { createMemoryLedger } from './record/memory/create-memory-ledger.ts';
// For whoever reads on in a ledger that may be away.
export { type Patience, type Patiently, patience } from './record/patience.ts';
// For whoever keeps a ledger of their own.
export { type PlaceInList, placeInList } from './record/place-in-list.ts';
export { removedText } from './record/removed-text.ts';
export { bodyToText } from './render/body-to-text.ts';
export { type CompiledText, compileText, type RenderedText } from './render/compile-text.ts';
export { createRenderer } from './render/create-renderer.ts';
export { cutDocument } from './render/cut-document.ts';
export { cutText } from './render/cut-text.ts';
export { documentToMarkdown } from './render/document-to-markdown.ts';
export { documentToText } from './render/document-to-text.ts';
export { createFootnotes, type Footnotes } from './render/document-to-text-footnotes.ts';
export type { Flavour } from './render/flavour.ts';
export { parseHtml } from './render/html/parse-html.ts';
export { htmlToMarkdown } from './render/html-to-markdown.ts';
export type { TextSource } from './render/language/text-source.ts';
export { legalText } from './render/legal-text.ts';
export { parseMarkdown } from './render/parse-markdown.ts';
export { withoutComments } from './render/without-comments.ts';
// For plugin authors: signing requests.
export { basicAuth } from './send/basic-auth.ts';
export { bearerAuth } from './send/bearer-auth.ts';
export { describeJson } from './send/describe-json.ts';
export { noAuth } from './send/no-auth.ts';
export { type SignIn, signInWith } from './send/sign-in-with.ts';
export { systemClock } from './send/system-clock.ts';
export { unlessAborted } from './send/unless-aborted.ts';
export { withoutSecrets } from './send/without-secrets.ts';
export type { WorkOptions, WorkProblem } from './work/worker.ts';
