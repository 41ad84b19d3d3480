/**
 * When requests are due, in seconds from the beginning: a Poisson process of `rate` a second, cut at `seconds` or `most`.
 * Users do not wait for each other, so that the gaps between them are exponential. `random`: uniform below one.
 */
export function poissonArrivals(
  rate: number,
  { seconds, most }: { readonly seconds: number; readonly most: number },
  random: () => number,
): number[] {
  const arrivals: number[] = [];
  for (let at = gap(rate, random); at < seconds && arrivals.length < most; at += gap(rate, random))
    arrivals.push(at);
  return arrivals;
}

const gap = (rate: number, random: () => number) => -Math.log(1 - random()) / rate;
