import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ReaderLines } from '../../electron/processes/reader-lines.ts';
import type { FromService } from '../../electron/processes/service-messages.ts';

/** A port as the shell hands it in: here the other end only records what arrives. */
class FakePort extends EventEmitter {
  readonly posted: unknown[] = [];
  closed = false;
  start(): void {}
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  close(): void {
    this.closed = true;
  }
}

function launched() {
  const told: FromService[] = [];
  const lines = new ReaderLines((message) => told.push(message));
  const port = new FakePort();
  return {
    lines,
    told,
    port,
    connect: () => lines.connect(1, port),
    channel: lines.launch(),
  };
}

describe('the line to a reader', () => {
  it('is asked of the shell, which alone can start processes', () => {
    expect(launched().told).toEqual([{ kind: 'launch_reader', reader: 1 }]);
  });

  it('keeps what is posted before the reader is there, in order', () => {
    const { channel, connect, port } = launched();
    channel.post('first');
    channel.post('second');
    connect();
    channel.post('third');
    expect(port.posted).toEqual(['first', 'second', 'third']);
  });

  it('keeps what arrives before anybody listens', () => {
    const { channel, connect, port } = launched();
    connect();
    port.emit('message', { data: 1 });
    const heard: unknown[] = [];
    channel.onMessage((message) => heard.push(message));
    port.emit('message', { data: 2 });
    expect(heard).toEqual([1, 2]);
  });

  it('tells its end once, also to who asks late', () => {
    const { channel, connect, lines, port } = launched();
    connect();
    lines.ended(1, 'ended with code 70');
    lines.ended(1, 'again');
    const ends: string[] = [];
    channel.onExit((detail) => ends.push(detail));
    expect(ends).toEqual(['ended with code 70']);
    expect(port.closed).toBe(true);
  });

  it('is cut by asking the shell to kill', () => {
    const { channel, told } = launched();
    channel.kill();
    expect(told.at(-1)).toEqual({ kind: 'kill_reader', reader: 1 });
  });
});
