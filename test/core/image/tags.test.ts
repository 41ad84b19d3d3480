import { describe, expect, it } from 'vitest';
import { makeTags, type TagFacts } from '../../../src/core/image/tags.ts';

const main: TagFacts = {
  ref: 'refs/heads/main',
  commit: '860c190f26c8d1d2a1d8e8e2c6b5a4f3e2d1c0b9',
  defaultBranch: 'main',
  model: 'f00dfeed'.repeat(8),
  now: '2027-01-31T12:00:00Z',
};
const tagged = (tag: string): TagFacts => ({ ...main, ref: `refs/tags/${tag}` });
const tags = (rules: readonly string[], facts: TagFacts) => {
  const made = makeTags(rules, facts);
  return made.ok ? made.tags : made.faults.map(({ message, fix }) => `${message} ${fix}`);
};

// The examples of docker/metadata-action's README, as far as the grammar is taken over.
describe('tags', () => {
  it.each<[string, TagFacts, string[]]>([
    ['type=sha', main, ['sha-860c190']],
    ['type=sha,format=long', main, [`sha-${main.commit}`]],
    ['type=sha,prefix=', main, ['860c190']],
    ['type=ref,event=branch', main, ['main']],
    ['type=ref,event=branch', { ...main, ref: 'refs/heads/feature/a b' }, ['feature-a-b']],
    ['type=ref,event=tag', main, []],
    ['type=ref,event=tag', tagged('v1.2.3'), ['v1.2.3']],
    ['type=ref,event=pr', { ...main, ref: 'refs/pull/2/merge' }, ['pr-2']],
    ['type=semver,pattern={{version}}', tagged('v1.2.3'), ['1.2.3']],
    ['type=semver,pattern={{major}}.{{minor}}', tagged('v1.2.3'), ['1.2']],
    ['type=semver,pattern={{major}}', tagged('v2.0.8-rc.1'), ['2.0.8-rc.1']],
    ['type=semver,pattern={{version}}', tagged('latest-model'), []],
    ['type=semver,pattern={{major}},value=v3.4.5', main, ['3']],
    ['type=edge', main, ['edge']],
    ['type=edge,branch=dev', main, []],
    ['type=schedule', main, ['nightly']],
    ["type=schedule,pattern={{date 'YYYYMMDD'}}", main, ['20270131']],
    ['type=raw,value=stable', main, ['stable']],
    ['type=raw,value=stable,enable=false', main, []],
    ["type=schedule,pattern={{date 'YYYY-MM-DD_HHmmss'}}", main, ['2027-01-31_120000']],
    ['type=raw,value=latest,enable={{is_default_branch}}', main, ['latest']],
    ['type=raw,value=latest,enable={{is_default_branch}}', { ...main, ref: 'refs/heads/fix' }, []],
    ['type=raw,value=latest,enable={{is_default_branch}}', tagged('v1.2.3'), []],
    ['type=raw,value={{branch}}-{{sha}}', main, ['main-860c190']],
    ['build-{{tag}}', tagged('v1.2.3'), ['build-v1.2.3']],
    ['type=match,pattern=\\d.\\d', tagged('v1.2.3'), ['1.2']],
    ['type=match,pattern=model-(.*),group=1', tagged('model-7'), ['7']],
    ['type=match,pattern=model-(.*),group=1', main, []],
    ['type=match,pattern=v(.*),group=1,value=v9', main, ['9']],
    ['type=model', main, ['model-f00dfeedf00d']],
    ['plain', main, ['plain']],
    ['type=raw,value=../x y,suffix=-é', main, ['x-y--']],
  ])('%s', (rule, facts, made) => {
    expect(tags([rule], facts)).toEqual(made);
  });

  it('come by priority, each once', () => {
    expect(
      tags(
        ['type=sha', 'type=raw,value=v', 'type=ref,event=branch', 'v', 'type=raw,value=first,priority=2000'],
        main,
      ),
    ).toEqual(['first', 'main', 'v', 'sha-860c190']);
  });

  it('are refused for all rules at once', () => {
    const wrong = ['type=shaa', 'type=sha,formt=long', 'type=sha,enable={{is_main}}', 'type=match,pattern=('];
    expect(tags([...wrong, 'type=sha'], main)).toEqual([
      'Tag rule `type=shaa` has no type `shaa`. There is semver, match, ref, edge, schedule, raw, sha, model.',
      'Tag rule `type=sha,formt=long` has no attribute `formt`. There is format, enable, priority, prefix, suffix.',
      'Tag rule `type=sha,enable={{is_main}}` has `enable={{is_main}}`, which is neither true nor false. Write `enable=true`, `enable=false` or `enable={{is_default_branch}}`.',
      'Tag rule `type=match,pattern=(` has a pattern that is no regular expression. Write it like `pattern=v(\\d+\\.\\d+),group=1`.',
    ]);
  });
});
