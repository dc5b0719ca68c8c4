import { describe, expect, it } from 'vitest';
import { refusedSwitch, SILENT_SWITCHES } from '../../electron/locks/switches.ts';

describe('switches of the command line', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '-inspect',
    '--js-flags=--expose-gc',
    '--no-sandbox',
    '--remote-allow-origins=*',
  ])('%s is refused by a packaged program', (argument) =>
    expect(refusedSwitch(['/data/A.muster', argument])).toBe(argument.split('=')[0]),
  );

  it.each([['/data/inspect.muster'], ['--user-data-dir=/data/inspect'], ['--force-dark-mode', '/data/--js-flags'], []])(
    '%j is not',
    (...argv) => expect(refusedSwitch(argv)).toBeNull(),
  );
});

describe('silence', () => {
  it('maps every name to nowhere and every proxy to this machine', () => {
    const switches = new Map(SILENT_SWITCHES.map(([name, value]) => [name, value]));
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(switches.get('proxy-server')).toMatch(/^http:\/\/127\./);
    expect(switches.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
    expect(switches.get('disable-features')).toContain('WebRtcHideLocalIpsWithMdns');
  });
});
