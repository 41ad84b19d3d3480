/** Files of tensors as columns: NumPy's arrays and ONNX's test vectors. */
import { readNpy } from '../core/behaviour/vectors/npy.ts';
import { readNpz } from '../core/behaviour/vectors/npz.ts';
import type { Stored } from '../core/behaviour/vectors/stored.ts';
import { fromHalf } from '../core/scoring/half.ts';
import type { NamedTensor, Tensor, TensorFiles } from '../ports.ts';

export const tensorFiles: TensorFiles = {
  npy: async (name, bytes) => one(name, readNpy(name, bytes)),
  async npz(_name, bytes) {
    const arrays = await readNpz(bytes);
    if (!arrays) return { why: 'is not an archive of NumPy' };
    const tensors: NamedTensor[] = [];
    for (const [name, stored] of arrays) {
      if (!stored.ok) return { why: `has the array ${name.slice(0, 80)}, which ${stored.why}` };
      tensors.push({ name, tensor: widened(stored.tensor) });
    }
    return { tensors };
  },
  async onnx(name, bytes) {
    // Brings protobuf-es, which no other command has to load.
    const { readTensorProto } = await import('../core/behaviour/vectors/tensor-proto.ts');
    const stored = readTensorProto(bytes);
    return one(stored.ok && stored.name !== '' ? stored.name : name, stored);
  },
};

function one(name: string, stored: Stored) {
  return stored.ok ? { tensors: [{ name, tensor: widened(stored.tensor) }] } : { why: stored.why };
}

/** SQL has no float16. */
function widened(tensor: Tensor): Tensor {
  if (tensor.type !== 'float16') return tensor;
  return { type: 'float32', shape: tensor.shape, data: Float32Array.from(tensor.data, fromHalf) };
}
