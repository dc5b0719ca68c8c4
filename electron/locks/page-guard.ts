/** Sent on the document by the guard below when it stopped an attempt; the preload listens for it. */
export const GUARD_BLOCKED = 'muster:blocked';

/**
 * Runs in the page's own world before its scripts.
 *
 * Trusted Types: the page may assign no markup, except the empty string with which the chart library clears an element.
 * WebRTC: no content policy stops it, and the network lock does so silently; here an attempt fails at once and counts.
 */
export const GUARD = `(() => {
  trustedTypes.createPolicy('default', {
    createHTML: (text) => (text === '' ? '' : null),
    createScript: () => null,
    createScriptURL: () => null,
  });
  class Refused {
    constructor() {
      document.dispatchEvent(new Event('${GUARD_BLOCKED}'));
      throw new DOMException('This program does not use the network.', 'NotAllowedError');
    }
  }
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) {
    Object.defineProperty(window, name, { value: Refused, configurable: false, writable: false });
  }
})()`;
