import type { ServiceIdentifier } from 'inversify';

export const token = <T>(name: string): ServiceIdentifier<T> => Symbol.for(`itsm-bridge.${name}`);
