/**
 * Operators of ONNX Runtime Web 1.30.0, by execution provider. Source: docs/webgpu-operators.md, docs/webgl-operators.md
 * and README.md ("Operators") of the npm package onnxruntime-web 1.30.0. WebAssembly has every operator of ai.onnx and
 * ai.onnx.ml, so what WebGPU lacks runs there; WebGL has no such second place.
 */
import { type OperatorTable, operators } from './operators.ts';

export const WEBGPU: OperatorTable = {
  name: 'WebGPU in ONNX Runtime Web 1.30',
  supported: operators({
    '': `
      Abs Acos Acosh Add ArgMax ArgMin Asin Asinh Atan Atanh AveragePool BatchNormalization Cast Ceil
      Clip Concat Conv ConvTranspose Cos Cosh CumSum DFT DepthToSpace DequantizeLinear Div Einsum Elu
      Equal Erf Exp Expand Flatten Floor Gather GatherElements GatherND Gelu Gemm GlobalAveragePool
      GlobalMaxPool Greater GreaterOrEqual GridSample:19 HardSigmoid HardSwish If
      InstanceNormalization LayerNormalization LeakyRelu Less LessOrEqual Log MatMul MaxPool Mul Neg
      Not Pad Pow Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean
      ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Resize ScatterND Shape Sigmoid
      SimplifiedLayerNormalization Sin Sinh Slice Softmax Split Sqrt Squeeze Sub Tan Tanh
      ThresholdedRelu Tile Transpose Unsqueeze Where
    `,
    'com.microsoft': `
      Attention BiasAdd BiasSplitGelu FastGelu FusedConv GatherBlockQuantized Gelu GroupQueryAttention
      MatMulNBits MultiHeadAttention QuickGelu RotaryEmbedding SkipLayerNormalization
      SkipSimplifiedLayerNormalization
    `,
  }),
  // The list is whole: what is not in it has no kernel.
  unsupported: 'others',
  fallback: 'WebAssembly',
};

export const WEBGL: OperatorTable = {
  name: 'WebGL in ONNX Runtime Web 1.30',
  supported: operators({
    '': `
      Abs Acos Add And Asin Atan AveragePool BatchNormalization Cast Ceil Clip Concat Conv
      ConvTranspose Cos DepthToSpace Div Dropout Elu Equal Exp Flatten Floor Gather Gemm
      GlobalAveragePool GlobalMaxPool Greater Identity InstanceNormalization LRN LeakyRelu Less Log
      MatMul MaxPool Mul Neg Not Or PRelu Pad Pow ReduceLogSum ReduceMax ReduceMean ReduceMin
      ReduceProd ReduceSum:12 ReduceSumSquare Relu Reshape Resize Shape Sigmoid Sin Slice Softmax
      Split:12 Sqrt Squeeze Sub Sum Tan Tanh Tile Transpose Unsqueeze Upsample:9 Xor
    `,
  }),
  unsupported: 'others',
};
