import { expect, it } from 'vitest';
import { isThisMachine } from '../../src/adapters/this-machine.ts';

it.each(['localhost', 'localhost:5000', '127.0.0.1', '127.1.2.3:80', '[::1]', '[::1]:5000'])(
  '%s is this machine',
  (host) => expect(isThisMachine(host)).toBe(true),
);

it.each(['localhost.example.com', '127.0.0.1.example.com', '127.example.com', '128.0.0.1', 'a.localhost@b'])(
  '%s is another',
  (host) => expect(isThisMachine(host)).toBe(false),
);
