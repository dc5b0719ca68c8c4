import { expect, it } from 'vitest';
import { WatchedThread } from '../../../../main/extracts/read/thread/watched-thread.ts';

it('a thread has to speak between one question and the next, from its start to its end', () => {
  let speak: (message: unknown) => void = () => undefined;
  const watched = new WatchedThread(() => ({
    post: () => undefined,
    onMessage: (listener) => void (speak = listener),
    onError: () => undefined,
    stop: () => undefined,
  }));
  expect([watched.hasSpoken(), watched.hasSpoken()]).toEqual([true, true]);
  const thread = watched.launch();
  const heard: unknown[] = [];
  thread.onMessage((message) => heard.push(message));
  expect([watched.hasSpoken(), watched.hasSpoken()]).toEqual([true, false]);
  speak('alive');
  expect(heard).toEqual(['alive']);
  expect([watched.hasSpoken(), watched.hasSpoken()]).toEqual([true, false]);
  thread.stop();
  expect(watched.hasSpoken()).toBe(true);
});
