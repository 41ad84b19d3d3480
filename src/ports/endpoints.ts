/** Models behind a server. */
import type { Digest } from '../core/documents/common.ts';
import type { Signature, Tensors } from '../core/scoring/types.ts';

/** A model behind the Open Inference Protocol: Triton, KServe, MLServer or our own server. Dispose closes its connections. */
export interface InferenceEndpoint extends AsyncDisposable {
  /** What answered, for the documents. `version` is null where the server has several and chooses. */
  readonly identity: {
    /** Without user and password. */
    readonly url: string;
    readonly server: { readonly name: string; readonly version: string };
    readonly model: { readonly name: string; readonly version: string | null };
    readonly platform: string;
  };
  /** Whether tensors travel as bytes (`binary_tensor_data`) and not as JSON. */
  readonly binary: boolean;
  readonly signature: Signature;
  isReady(): Promise<boolean>;
  /**
   * One batch; calls may overlap, up to the client's concurrency. The answer has the names, types and counts that
   * were promised. Throws `model-run-rejected`, `model-timeout` and `runtime-unavailable`.
   */
  infer(feeds: Tensors, outputs: readonly string[]): Promise<Tensors>;
}

export interface Endpoints {
  /** Asks what is behind `oip:http…`. Throws `usage-invalid`, `runtime-unavailable`, `model-timeout`, `model-signature`. */
  identify(
    reference: string,
  ): Promise<{ readonly reference: string; readonly digest: Digest; readonly bytes: number }>;
  /**
   * For a load: many connections, and nothing asked twice. `address`: of the Open Inference Protocol
   * (`…/v2/models/NAME`) or of TensorFlow Serving (`…/v1/models/NAME`). Throws what `identify` throws.
   */
  open(
    address: string,
    options: { readonly seconds: number; readonly tensors: 'auto' | 'json' | 'bytes' },
  ): Promise<InferenceEndpoint>;
}
