/** What stands in the ledger for the text of an error that was taken out. */
export const removedText = 'The text was removed: it was older than $settings.retention_days.';
