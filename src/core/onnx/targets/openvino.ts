/**
 * Operators of OpenVINO's ONNX frontend. Source: src/frontends/onnx/docs/supported_ops.md of openvinotoolkit/openvino
 * (commit 0ae60f0), where an operator without a supported version is one that is not supported. Its table knows ai.onnx
 * up to opset 23. Sequences are supported "only in certain patterns", so nothing is said of them here.
 */
import { type OperatorTable, operators } from './operators.ts';

export const OPENVINO: OperatorTable = {
  name: "OpenVINO's ONNX frontend",
  supported: operators({
    '': `
      ATen Abs Acos Acosh Add Affine AffineGrid And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool
      BatchNormalization BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor BlackmanWindow Cast CastLike Ceil
      Celu CenterCropPad Clip Col2Im Compress Concat Constant ConstantFill ConstantOfShape Conv ConvInteger
      ConvTranspose Cos Cosh Crop CumSum DFT DepthToSpace DequantizeLinear Div Dropout DynamicQuantizeLinear
      Einsum Elu Equal Erf Exp Expand EyeLike Flatten Floor GRU Gather GatherElements GatherND Gelu Gemm
      GlobalAveragePool GlobalLpPool GlobalMaxPool Greater GreaterOrEqual GridSample GroupNormalization
      HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageScaler InstanceNormalization
      IsFinite IsInf IsNaN LRN LSTM LayerNormalization LeakyRelu Less LessOrEqual Log LogSoftmax Loop
      LpNormalization MatMul MatMulInteger Max MaxPool MaxRoiPool Mean MeanVarianceNormalization Min Mish Mod
      Mul Multinomial Neg NegativeLogLikelihoodLoss NonMaxSuppression NonZero Not OneHot Or PRelu Pad Pow
      QLinearConv QLinearMatMul QuantizeLinear RMSNormalization RNN RandomNormal RandomNormalLike
      RandomUniform RandomUniformLike Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp
      ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Resize ReverseSequence
      RoiAlign RotaryEmbedding Round STFT Scan Scatter ScatterElements ScatterND Selu Shape Shrink Sigmoid
      Sign SimplifiedLayerNormalization Sin Sinh Size Slice Softmax SoftmaxCrossEntropyLoss Softplus Softsign
      SpaceToDepth Split SplitToSequence Sqrt Squeeze Sub Sum Tan Tanh ThresholdedRelu Tile TopK Transpose
      Trilu Unique Unsqueeze Upsample Where Xor
    `,
    'ai.onnx.ml': 'Normalizer',
    'com.microsoft': `
      Attention BiasAdd BiasGelu BiasSplitGelu BifurcationDetector DequantizeLinear DynamicQuantizeMatMul
      EmbedLayerNormalization FastGelu FusedConv FusedGemm FusedMatMul GatherND Gelu GroupNorm
      GroupQueryAttention MatMulIntegerToFloat MatMulNBits Pad QLinearAdd QLinearAveragePool QLinearConcat
      QLinearLeakyRelu QLinearMul QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere QuantizeLinear
      QuickGelu Range RotaryEmbedding SimplifiedLayerNormalization SkipLayerNormalization
      SkipSimplifiedLayerNormalization Trilu
    `,
  }),
  unsupported: operators({
    '': `
      Bernoulli DeformConv Det ImageDecoder LpPool MaxUnpool MelWeightMatrix Optional OptionalGetElement
      OptionalHasElement RegexFullMatch SequenceMap StringConcat StringNormalizer StringSplit TfIdfVectorizer
    `,
    'com.microsoft': `
      AttnLSTM BeamSearch BiasDropout BiasSoftmax BitmaskBiasDropout BitmaskDropout CDist ComplexMul
      ComplexMulConj ConvTransposeWithDynamicPads CropAndResize DecoderAttention
      DecoderMaskedMultiHeadAttention DecoderMaskedSelfAttention DequantizeBFP DequantizeWithOrder
      DynamicQuantizeLSTM DynamicTimeWarping EPContext ExpandDims FusedMatMulActivation
      GatedRelativePositionBias GemmFastGelu GemmFloat8 GemmaRotaryEmbedding GreedySearch GridSample Inverse
      Irfft LongformerAttention MatMulBnb4 MatMulFpQ4 MatMulInteger16 MaxpoolWithMask MoE MulInteger
      MultiHeadAttention MurmurHash3 NGramRepeatBlock NhwcConv NhwcFusedConv NhwcMaxPool PackedAttention
      PackedMultiHeadAttention QAttention QGemm QLinearConv QLinearGlobalAveragePool QMoE QOrderedAttention
      QOrderedGelu QOrderedLayerNormalization QOrderedLongformerAttention QOrderedMatMul QuantizeBFP
      QuantizeWithOrder ReduceSumInteger RelativePositionBias RemovePadding RestorePadding Rfft Sampling
      SkipGroupNorm SparseAttention SparseToDenseMatMul Tokenizer TorchEmbedding TransposeMatMul UnfoldTensor
      Unique WhisperBeamSearch WordConvEmbedding
    `,
  }),
};
