/**
 * Chromium switches that keep the runtime silent. A strict page is not enough: the browser around it would still ask
 * for spell-check dictionaries, components, time and names, and WebRTC ignores proxies and content policies.
 */
export const SILENT_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // The discard port of this very machine: closed, so a request that slips through every lock ends here.
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['disable-sync'],
  ['no-pings'],
  [
    'disable-features',
    [
      // Hiding local addresses behind mDNS names would announce them by multicast.
      'WebRtcHideLocalIpsWithMdns',
      'AsyncDns',
      'DnsOverHttps',
      'NetworkTimeServiceQuerying',
      'MediaRouter',
      'DialMediaRouteProvider',
      'GlobalMediaControls',
      'OptimizationHints',
      'CertificateTransparencyComponentUpdater',
      'AutofillServerCommunication',
      'Translate',
      'Prerender2',
    ].join(','),
  ],
];

/** Switches that would let another program look into or steer this one; fine while developing, refused once packaged. */
const REFUSED =
  /^--?(?:remote-debugging-|remote-allow-origins|inspect|js-flags|load-extension|disable-web-security|no-sandbox)/;

/** The first switch of a command line that a packaged program does not start with, without its value. */
export function refusedSwitch(argv: readonly string[]): string | null {
  const found = argv.find((argument) => REFUSED.test(argument));
  return found === undefined ? null : found.split('=')[0];
}
