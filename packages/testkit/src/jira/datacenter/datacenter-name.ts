/** How Data Center tells a user from all others: by name, where Cloud has an account id. */
export const datacenterName = (name: string, url: string): Record<string, unknown> => ({
  self: `${url}/rest/api/2/user?username=${encodeURIComponent(name)}`,
  name,
  key: 'JIRAUSER10100',
});
