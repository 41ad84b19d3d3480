import { describe, expect, it } from 'vitest';
import { normalQuantile, normalSurvival } from '../../../src/core/stats/normal.ts';
import { studentCdf, studentQuantile, studentSurvival } from '../../../src/core/stats/student.ts';
import { expectClose } from './relative.ts';

// t, degrees, P(T > t). mpmath 1.3, 50 digits: ½ I_x(ν/2, ½); the last is SciPy 1.17.
const SURVIVAL = [
  [2, 10, 0.03669401738537018],
  [0.5, 3, 0.3257239824240755],
  [1.7, 7, 0.06646444839127763],
  [1.8, 7, 0.05744222659722225],
  [6, 4, 0.0019412685234802551],
  [12, 29, 4.53035416656859e-13],
  [40, 1, 0.007956089912025814],
  [8.65, 4931, 3.4360444350886755e-18],
  [5, 1e6, 2.8669989354453723e-7],
] as const;

// degrees, quantiles at 0.6, 0.9, 0.975, 0.9995. SciPy 1.17, scipy.stats.t.ppf.
const QUANTILE = [
  [1, 0.32491969623290634, 3.0776835371752544, 12.706204736174694, 636.6192487687897],
  [2, 0.2886751345948128, 1.8856180831641272, 4.302652729749462, 31.599054576445365],
  [4, 0.2707222947075976, 1.533206274058944, 2.7764451051977934, 8.610301581379522],
  [10, 0.2601848294920803, 1.372183641110336, 2.228138851986274, 4.586893858702708],
  [30, 0.2556053649519128, 1.3104150253913955, 2.0422724563012378, 3.6459586350420627],
  [100, 0.25402218245822766, 1.290074761346516, 1.9839715185235518, 3.390491311164263],
  [4931, 0.2533607726140078, 1.281723275249242, 1.9604451939771361, 3.292500982676506],
  [1e6, 0.25334717053784184, 1.281552412129939, 1.959966356814107, 3.2905364612487222],
] as const;
const LEVELS = [0.6, 0.9, 0.975, 0.9995];

describe('Student t', () => {
  it.each(SURVIVAL)('P(T > %d) with %d degrees', (t, degrees, expected) => {
    expectClose(studentSurvival(t, degrees), expected, 2e-14);
    expectClose(studentCdf(-t, degrees), expected, 2e-14);
    expectClose(studentSurvival(-t, degrees), 1 - expected, 1e-15);
  });

  it.each(QUANTILE)('quantiles with %d degrees', (degrees, ...expected) => {
    for (const [i, p] of LEVELS.entries()) {
      expectClose(studentQuantile(p, degrees), expected[i]!, 1e-12);
      expectClose(studentQuantile(1 - p, degrees), -expected[i]!, 1e-12);
    }
  });

  it('gives the worked examples', () => {
    expectClose(studentCdf(2, 10), 0.9633059826146299);
    expectClose(studentSurvival(2.228138851986274, 10), 0.025);
    expectClose(studentQuantile(0.975, 10), 2.228138851986274);
  });

  it('has closed forms with 1 and 2 degrees, far into the tail too', () => {
    for (const p of [1e-100, 1e-9, 0.01, 0.2]) {
      expectClose(studentQuantile(p, 1), -1 / Math.tan(Math.PI * p), 3e-14);
      expectClose(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 3e-14);
    }
  });

  it('undoes its own quantile with millions of degrees', () => {
    for (const p of [1e-12, 0.02, 0.3]) expectClose(studentCdf(studentQuantile(p, 1e7), 1e7), p, 1e-13);
  });

  it('is the normal distribution with infinite degrees', () => {
    expect(studentSurvival(2, Infinity)).toBe(normalSurvival(2));
    expect(studentQuantile(0.1, Infinity)).toBe(normalQuantile(0.1));
  });

  it('is NaN where it means nothing', () => {
    expect(studentSurvival(1, 0)).toBeNaN();
    expect(studentSurvival(NaN, 3)).toBeNaN();
    expect(studentQuantile(0.5, -1)).toBeNaN();
    expect(studentQuantile(1.5, 3)).toBeNaN();
    expect(studentQuantile(1, 3)).toBe(Infinity);
    expect(studentSurvival(Infinity, 3)).toBe(0);
  });
});
