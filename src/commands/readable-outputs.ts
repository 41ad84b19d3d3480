import { FaultError } from '../core/errors.ts';
import type { Files, ModelRunner, ModelSession } from '../ports.ts';

/**
 * A runner that reads outputs which are lists of maps (ZipMap) or sequences of tensors, by loading the model with its
 * graph changed; `notes` of the session says so. Where that does not work, the model is open as it is.
 */
export function withReadableOutputs(runner: ModelRunner, files: Pick<Files, 'read'>): ModelRunner {
  return {
    ...runner,
    async open(path, limits, options) {
      const session = await runner.open(path, limits, options);
      if (options?.instead || session.signature.outputs.every(({ type }) => type !== null)) return session;
      const rewritten = await rewrite();
      if (rewritten) await session[Symbol.asyncDispose]();
      return rewritten ?? session;

      async function rewrite(): Promise<ModelSession | null> {
        try {
          // Brings protobuf-es, which few models need.
          const { rewriteOutputs } = await import('../core/onnx/rewrite/zipmap.ts');
          const rewriting = rewriteOutputs(await files.read(path));
          if (!rewriting) return null;
          const { notes, ...instead } = rewriting;
          const usual = { optimization: 'all', strictShapes: false } as const;
          const opened = await runner.open(path, limits, { ...usual, ...options, instead });
          return { ...opened, notes, reopen: (another) => opened.reopen({ instead, ...another }) };
        } catch (error) {
          // Too large to be read at once, or refused with its new graph: the caller is told what its outputs are.
          if (error instanceof FaultError) return null;
          await session[Symbol.asyncDispose]();
          throw error;
        }
      }
    },
  };
}
