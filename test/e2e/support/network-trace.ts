import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A program that starts `program` with the arguments it is given, and writes every network call of it and of all its
 * children into files `PREFIX.PID`. (Playwright puts its own arguments first, so strace cannot be started directly.)
 */
export function tracingStarter(folder: string, program: string, prefix: string): string {
  const path = join(folder, `${prefix}.sh`);
  const calls = 'connect,sendto,sendmsg,sendmmsg';
  // -yy writes the protocol, and once connected the peer, beside every socket.
  writeFileSync(
    path,
    `#!/bin/sh\nexec strace -ff -qq -yy -o '${join(folder, prefix)}' -e trace=${calls} '${program}' "$@"\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

export type NetworkCalls = {
  processes: number;
  /** Calls that make a packet leave the machine if there is a way out. */
  sending: string[];
  /**
   * Datagram sockets connected and nothing more, which only asks the kernel for a route: how a browser finds out
   * whether the machine has an internet address at all.
   */
  probing: string[];
};

export function readNetworkCalls(folder: string, prefix: string): NetworkCalls {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${prefix}.`) && !name.endsWith('.sh'));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const kinds = lines.map((line) => ({ line, kind: kindOfCall(line) }));
  const ofKind = (wanted: CallKind): string[] => kinds.filter(({ kind }) => kind === wanted).map(({ line }) => line);
  return { processes: files.length, sending: ofKind('sending'), probing: ofKind('probing') };
}

type CallKind = 'sending' | 'probing' | 'local';

/** Local are netlink (looking at interfaces), Unix sockets (X11) and everything between addresses of loopback. */
export function kindOfCall(line: string): CallKind {
  const call = /^(connect|sendto|sendmsg|sendmmsg)\(\d+<(.*?)>, /.exec(line);
  if (call === null) return 'local';
  const [, name, socket] = call;
  const addresses = [...line.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)].map(
    (match) => match[1] ?? match[2],
  );
  const peer = /->\[?([0-9a-f.:]+?)\]?:\d+\]?/.exec(socket)?.[1];
  const reached = peer === undefined ? addresses : [...addresses, peer];
  if (!/^(?:TCP|UDP|PING|RAW)/.test(socket) && !/sa_family=AF_INET6?\b/.test(line)) return 'local';
  if (reached.every(isLoopback)) return 'local';
  return name === 'connect' && socket.startsWith('UDP') ? 'probing' : 'sending';
}

function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address);
}
