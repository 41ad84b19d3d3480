import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../scripts/example/exact.ts';
import { holdoutSessions, trainingSessions } from '../../scripts/example/files.ts';
import { generate, TRUE_AUC, TRUE_AUC_ERROR, trueLogit } from '../../scripts/example/generate.ts';
import { groupedAuc, standardError } from './auc.ts';

const USERS = 100_000;

describe('the true model', () => {
  const sessions = generate(7, USERS);
  const logit = Float64Array.from(sessions, trueLogit);

  it('has the AUC that the docstring states', () => {
    expect(sessions.length).toBeGreaterThan(390_000);
    const label = sessions.map(({ purchased }) => purchased);
    const user = sessions.map(({ user_id }) => user_id - 1);
    const { auc, influence } = groupedAuc(logit, label, user, USERS);
    const error = Math.hypot(standardError(influence), TRUE_AUC_ERROR);
    expect(error).toBeLessThan(0.0012);
    expect(Math.abs(auc - TRUE_AUC)).toBeLessThan(2 * error);
  });

  it("makes a user's sessions dependent", () => {
    // Product of what the columns leave unexplained in two sessions: of one user, and of two users.
    const residual = sessions.map(({ purchased }, i) => purchased - sigmoid(logit[i]!));
    const product = { same: { sum: 0, pairs: 0 }, other: { sum: 0, pairs: 0 } };
    for (let i = 1; i < sessions.length; i++) {
      const pair = product[sessions[i]!.user_id === sessions[i - 1]!.user_id ? 'same' : 'other'];
      pair.sum += residual[i]! * residual[i - 1]!;
      pair.pairs++;
    }
    expect(product.same.sum / product.same.pairs).toBeGreaterThan(0.004);
    expect(Math.abs(product.other.sum / product.other.pairs)).toBeLessThan(0.002);
  });
});

it('training and holdout share no user', () => {
  const trained = new Set(trainingSessions().map(({ user_id }) => user_id));
  expect(trained.size).toBe(10_000);
  expect(holdoutSessions().filter(({ user_id }) => trained.has(user_id))).toEqual([]);
});
