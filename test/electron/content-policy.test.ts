import { describe, expect, it } from 'vitest';
import { CONTENT_POLICY, SECURITY_HEADERS } from '../../electron/locks/content-policy.ts';
import { STOPPED_HTML } from '../../electron/locks/stopped-page.ts';

const directives = new Map(CONTENT_POLICY.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1)]));

describe('the content policy', () => {
  it('starts from nothing', () => expect(directives.get('default-src')).toEqual(["'none'"]));

  it('runs built scripts only: no inline, no eval, no other source', () =>
    expect(directives.get('script-src')).toEqual(["'self'"]));

  it.each(['connect-src', 'object-src', 'frame-src', 'worker-src', 'base-uri', 'form-action', 'frame-ancestors'])(
    'closes %s',
    (name) => expect(directives.get(name)).toEqual(["'none'"]),
  );

  it('allows nothing unsafe and nothing remote', () => expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*/));

  it('demands trusted types of one policy', () => {
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual(['default']);
  });

  it('goes with every answer', () => expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(CONTENT_POLICY));
});

describe('the page for when all else failed', () => {
  it('has nothing in it that a policy would have to allow', () => {
    expect(STOPPED_HTML).not.toMatch(/<script|<style|style=|<link|\son\w+=|https?:/);
  });
});
