/** Whether a request of that method only looks. All others act, those that nobody serves included. */
export const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';
