export type { Answer } from './answer';
export { WRITE, type Call } from './call';
export * from './fault';
export { byUnknownIssuer, selfSigned, type Identity } from './identity';
export { startProxy, type Proxy, type Rule } from './proxy';
