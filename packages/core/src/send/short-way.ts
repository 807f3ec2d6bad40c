import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';

/** All that a request says for itself. What else axios takes is axios' to read. */
const plain: ReadonlySet<string> = new Set(['method', 'url', 'data', 'params', 'headers', 'signal']);

/**
 * An axios instance whose plain requests are sent at once. axios merges, copies and checks each of them several times over,
 * which costs more than sending it. Whoever takes hold of its interceptors or defaults gets axios as it is, from then on.
 *
 * @param send a request of which axios would only make the same
 */
export function withShortWay(
  http: AxiosInstance,
  send: (request: AxiosRequestConfig) => Promise<AxiosResponse>,
): AxiosInstance {
  const { interceptors, defaults, request: usual } = http;
  let taken = false;
  const taking = <Part>(part: Part) => ({
    get(): Part {
      taken = true;
      return part;
    },
  });
  const isPlain = (request: AxiosRequestConfig) => {
    for (const name in request) if (!plain.has(name)) return false;
    return true;
  };
  const request = (given: AxiosRequestConfig) => (!taken && isPlain(given) ? send(given) : usual(given));
  const bare = (method: string) => (url: string, given?: AxiosRequestConfig) => request({ ...given, method, url });
  const full = (method: string) => (url: string, data?: unknown, given?: AxiosRequestConfig) =>
    request({ ...given, method, url, data });
  const methods = { get: bare('get'), head: bare('head'), delete: bare('delete') };
  const writes = { post: full('post'), put: full('put'), patch: full('patch') };
  Object.assign(http, { request, ...methods, ...writes });
  return Object.defineProperties(http, { interceptors: taking(interceptors), defaults: taking(defaults) });
}
