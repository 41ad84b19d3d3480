/** SARIF 2.1.0 (OASIS), as code scanning reads it. */
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { isFault } from './remarks.ts';
import { metricName } from './rule-view.ts';
import { safeName, safeText } from './safe-text.ts';
import { rankOf, type Status, statusOf } from './status.ts';

/** Results that GitHub shows of one run. */
const MOST_RESULTS = 5000;
const ID = 1000;
const MESSAGE = 2000;
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Level of what a reader must see; null for the rest. */
const LEVELS: Readonly<Record<Status, Result.level | null>> = {
  failed: 'error',
  inconclusive: 'warning',
  warning: 'warning',
  skipped: null,
  passed: null,
};

/**
 * A result for each rule that is no plain pass, on its line of the policy; the worst 5,000, with a note on the others.
 * What kept the gate from judging is a notification of the tool.
 */
export function toSarif(verdict: Verdict): Log {
  const told = verdict.rules
    .filter((rule) => LEVELS[statusOf(rule)] !== null)
    .sort((a, b) => rankOf(statusOf(a)) - rankOf(statusOf(b)));
  const shown = told.slice(0, MOST_RESULTS);
  // Names that read the same share a description: the standard allows each once.
  const described = new Map<string, RuleResult>(shown.map((rule) => [idOf(rule), rule]));
  const indexes = new Map([...described.keys()].map((id, index) => [id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'onnx-gate',
            version: safeName(verdict.tool.version),
            informationUri: 'https://github.com/onnx-gate/onnx-gate',
            rules: [...described.values()].map(descriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: verdict.verdict !== 'error',
            exitCode: verdict.exitCode,
            endTimeUtc: verdict.created,
            toolExecutionNotifications: [
              ...verdict.reasons.filter(isFault).map(({ message }) => notification('error', message)),
              ...(told.length > shown.length
                ? [notification('note', `${told.length - shown.length} more results are in verdict.json.`)]
                : []),
            ],
          },
        ],
        columnKind: 'unicodeCodePoints',
        results: shown.map((rule) => result(rule, indexes.get(idOf(rule))!, verdict)),
      },
    ],
  };
}

const idOf = ({ id }: RuleResult) => safeName(id, ID);

function notification(level: Notification.level, text: string): Notification {
  return { level, message: { text: safeText(text, MESSAGE) || 'No message.' } };
}

function descriptor(rule: RuleResult): ReportingDescriptor {
  const { model, metric, slice } = rule;
  const part = slice === null ? '' : ` on ${safeName(slice)}`;
  return {
    id: idOf(rule),
    shortDescription: { text: `${metricName(metric)}${part} of ${safeName(model)}` },
    help: {
      text: 'What the rule demands stands in the policy file at this line; docs/verdict.md says how it is judged.',
    },
  };
}

function result(rule: RuleResult, ruleIndex: number, verdict: Verdict): Result {
  const place = rule.at ?? (verdict.policy && { file: verdict.policy.path });
  return {
    ruleId: idOf(rule),
    ruleIndex,
    level: LEVELS[statusOf(rule)]!,
    message: { text: safeText(rule.reason, MESSAGE) || 'No reason was given.' },
    ...(place && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(place.file) },
            ...('line' in place && { region: { startLine: place.line, startColumn: place.column } }),
          },
        },
      ],
    }),
    partialFingerprints: { 'onnxGateRule/v1': idOf(rule) },
  };
}

/** A path as a relative reference: also a colon is encoded, so that no name is taken for a scheme. */
function uriOf(path: string): string {
  return safeName(path, ID).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
