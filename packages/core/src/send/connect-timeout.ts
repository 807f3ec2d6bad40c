import type { Agent as HttpAgent } from 'node:http';
import { TLSSocket } from 'node:tls';

/**
 * Gives an agent's new connections a deadline of `ms`, TLS handshake included. Whatever ends one before it stands, the
 * deadline, a reset or an alert of the other side, is marked as a failure to connect: nothing has been sent.
 */
export function withConnectTimeout<Agent extends HttpAgent>(agent: Agent, ms: number): Agent {
  const connect = agent.createConnection;
  agent.createConnection = (options, done) => {
    const socket = connect.call(agent, options, done);
    if (!socket) return socket;
    const late = Object.assign(new Error(`no connection within ${ms} ms`), { code: 'ETIMEDOUT', syscall: 'connect' });
    const timer = setTimeout(() => socket.destroy(late), ms);
    const stop = () => clearTimeout(timer);
    const mark = (error: Error) => Object.assign(error, { syscall: 'connect' });
    const stands = () => {
      stop();
      socket.off('error', mark);
    };
    socket.once('error', mark).once('close', stop);
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', stands);
    return socket;
  };
  return agent;
}
