import type { Agent as HttpAgent } from 'node:http';
import { TLSSocket } from 'node:tls';

/** Gives an agent's new connections a deadline of `ms`, TLS handshake included: past it, nothing has been sent. */
export function withConnectTimeout<Agent extends HttpAgent>(agent: Agent, ms: number): Agent {
  const connect = agent.createConnection;
  agent.createConnection = (options, done) => {
    const socket = connect.call(agent, options, done);
    if (!socket) return socket;
    const late = Object.assign(new Error(`no connection within ${ms} ms`), { code: 'ETIMEDOUT', syscall: 'connect' });
    const timer = setTimeout(() => socket.destroy(late), ms);
    const stop = () => clearTimeout(timer);
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', stop).once('close', stop);
    return socket;
  };
  return agent;
}
