/**
 * Whether a registry's host, with or without a port, is this machine. As with Docker, one there needs no certificate, and
 * a password may go to it without https.
 */
export const isThisMachine = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
