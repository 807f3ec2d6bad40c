/** Serves https, and asks every client for a certificate without insisting on one. All three are PEM. */
export interface HttpsOptions {
  readonly key: string;
  readonly cert: string;
  /** Signs the certificates of clients. One that it did not sign counts for nothing. */
  readonly ca: string;
}
