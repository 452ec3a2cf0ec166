// What every answer says to the browser about itself. In: whether the hub is reached by https. Out:
// a middleware. Keeps: no inline script, no frame around us, no guessing of types, no address told
// to other sites (DESIGN §8, Doors).

import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const self = "'self'"

export function safeHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [self],
      styleSrc: [self],
      // Positions of menus and cursors are set as style attributes by the interface library.
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: [self, 'data:', 'blob:'],
      fontSrc: [self],
      connectSrc: [self],
      manifestSrc: [self],
      workerSrc: [self],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: [self],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
  })
}
