import type { PluginDeps } from '@itsm-bridge/core';

export type Http = ReturnType<PluginDeps['createHttp']>;
