// Loaded into a worker: what it holds on to is seen only once its garbage is gone.
process.on('SIGUSR2', () => globalThis.gc?.());
