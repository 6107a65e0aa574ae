/** The name under which failed logins of a Web Connector are counted. */
export const loginAccount = (username: string): string => `web-connector:${username}`;
