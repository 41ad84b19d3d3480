/** A busy neighbour: spins in bursts of 2 to 40 ms with pauses of 2 to 60 ms, until its parent ends it. Argument: a seed. */
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../src/adapters/onnxruntime/random.ts';

const random = randomFrom(Number(process.argv[2] ?? 1));
process.on('disconnect', () => process.exit());
for (;;) {
  const end = performance.now() + 2 + random() * 38;
  while (performance.now() < end);
  await pause(2 + random() * 58);
}
