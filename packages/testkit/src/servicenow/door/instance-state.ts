/** Whether an instance listens at all; `sso` sends everybody, programs too, to the sign-in page of people. */
export type InstanceState = 'awake' | 'hibernating' | 'sso';
