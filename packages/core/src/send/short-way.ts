import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';

/** All that a request says for itself. What else axios takes is axios' to read. */
const plain: ReadonlySet<string> = new Set(['method', 'url', 'data', 'params', 'headers', 'signal']);

/** What axios alone does, by the name that it has on an instance. */
const others = ['getUri', 'options', 'query', 'postForm', 'putForm', 'patchForm', 'create'] as const;

/**
 * An axios instance whose plain requests are sent at once. axios merges, copies and checks each of them several times over,
 * which costs more than sending it. Whoever takes hold of its interceptors or defaults gets axios as it is, from then on.
 *
 * @param make the instance, which is made for the first request that is not plain
 * @param send a request of which axios would only make the same
 */
export function withShortWay(
  make: () => AxiosInstance,
  send: (request: AxiosRequestConfig) => Promise<AxiosResponse>,
): AxiosInstance {
  let made: AxiosInstance | undefined;
  const whole = () => {
    made ??= make();
    return made;
  };
  let taken = false;
  const isPlain = (request: AxiosRequestConfig) => {
    for (const name in request) if (!plain.has(name)) return false;
    return true;
  };
  const request = (given: AxiosRequestConfig) => (!taken && isPlain(given) ? send(given) : whole().request(given));
  const bare = (method: string) => (url: string, given?: AxiosRequestConfig) => request({ ...given, method, url });
  const full = (method: string) => (url: string, data?: unknown, given?: AxiosRequestConfig) =>
    request({ ...given, method, url, data });
  const methods = { get: bare('get'), head: bare('head'), delete: bare('delete') };
  const writes = { post: full('post'), put: full('put'), patch: full('patch') };
  const call = (...given: Parameters<AxiosInstance>) => whole()(...given);
  const http = Object.assign(call as AxiosInstance, { request, ...methods, ...writes });
  for (const name of others) Object.defineProperty(http, name, { get: () => whole()[name] });
  for (const name of ['interceptors', 'defaults'] as const) {
    Object.defineProperty(http, name, {
      get() {
        taken = true;
        return whole()[name];
      },
    });
  }
  return http;
}
