/** What stands at `/login.do`, with status 200. */
export const loginPage =
  '<html><head><title>Log in | ServiceNow</title></head><body><form action="login.do" method="post"></form></body></html>';
