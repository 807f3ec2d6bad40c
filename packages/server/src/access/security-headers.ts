import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * What a browser may do with an answer of ours: nothing that is not our own, no inline script or style, no frame around it.
 * Nothing is kept in a cache unless its route says so.
 *
 * The referrer policy is `same-origin` and not `no-referrer`: with that a browser sends `Origin: null` with our own forms.
 * Transport security is the business of whoever speaks TLS.
 */
export function securityHeaders(): MiddlewareHandler {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    permissionsPolicy: Object.fromEntries(unused.map(feature => [feature, []])),
  });
  return async (c, next) => {
    await headers(c, next);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

const unused = ['camera', 'displayCapture', 'geolocation', 'microphone', 'payment', 'usb'] as const;
