/** The region that an ARN names: `arn:aws:secretsmanager:eu-west-1:…`; a name has none. */
export const regionOf = (name: string): string | undefined => /^arn:[\w-]+:secretsmanager:([\w-]+):/.exec(name)?.[1];
