/** Where the simulators listen; the port is put in when the files are written, and taken out of what is printed. */
export const servicenowUrl = 'http://127.0.0.1:8181';
export const jiraUrl = 'http://127.0.0.1:8182';

/** Stands for where the packages of this repository are. */
export const pluginFolder = '/srv/';

export const soundEnv = { SERVICENOW_PASSWORD: 'hunter2-servicenow', JIRA_API_TOKEN: 'hunter2-jira' };

/** What every case starts from: nothing is wrong with it. */
export const sound = {
  'config/itsm_config.json': `{
  "$settings": { "environment": "production" },
  "servicenow": {
    "enabled": true,
    "dry_run": false,
    "endpoint": "${servicenowUrl}",
    "username": "integration_user",
    "password": "\${SERVICENOW_PASSWORD}",
    "defaults": { "category": "RCA Analysis" },
    "field_mappings": {
      "priority": { "critical": "1", "high": "2", "medium": "3", "low": "4" }
    }
  },
  "jira": {
    "enabled": true,
    "dry_run": false,
    "endpoint": "${jiraUrl}",
    "email": "integration@company.com",
    "api_token": "\${JIRA_API_TOKEN}",
    "project_key": "OPS",
    "issue_type": "Incident",
    "template": "incident.md",
    "defaults": { "labels": ["rca"] },
    "field_mappings": {
      "priority": { "critical": "Highest", "high": "High", "medium": "Medium", "low": "Low" },
      "custom_fields": { "rca_job_id": "customfield_10001" }
    }
  }
}
`,
  'config/incident.md': `# {{ job.title }}

## What happened
{{ analysis.root_cause }}
`,
  'analyses/abc123.json': `{
  "job": {
    "id": "abc123",
    "title": "Checkout requests time out",
    "severity": "high",
    "url": "https://rca.example.com/jobs/abc123"
  },
  "analysis": {
    "root_cause": "Connection pool exhausted",
    "affected_systems": ["checkout"]
  },
  "report": { "format": "markdown", "content": "# Checkout\\n\\n## Impact\\n\\nNone." },
  "fingerprint": "pool-exhausted"
}
`,
} as const;
