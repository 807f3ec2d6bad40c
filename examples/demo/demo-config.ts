/** The specification's config with the endpoints of the simulators, otherwise as it stands. */
export const demoConfig = (config: string, servicenow: string, jira: string): string =>
  config.replace('https://instance.service-now.com', servicenow).replace('https://company.atlassian.net', jira);
