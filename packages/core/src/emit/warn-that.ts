/** For whoever runs this process, where what tells of everything else has failed itself: a warning of Node. */
export const warnThat =
  (happened: string) =>
  (error: unknown): void => {
    process.emitWarning(`${happened}: ${error instanceof Error ? error.message : String(error)}`, 'ItsmBridge');
  };
