/** As people write it: a socket that listens on `::` calls 10.0.0.5 `::ffff:10.0.0.5`, and so do some proxies. */
export const plainAddress = (address = ''): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
