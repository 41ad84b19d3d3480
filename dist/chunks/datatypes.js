// src/core/protocol/datatypes.ts
const DATATYPES = [
	{
		datatype: "BOOL",
		type: "bool",
		bytes: 1,
		json: true
	},
	{
		datatype: "UINT8",
		type: "uint8",
		bytes: 1,
		json: true
	},
	{
		datatype: "UINT16",
		type: "uint16",
		bytes: 2,
		json: true
	},
	{
		datatype: "UINT32",
		type: "uint32",
		bytes: 4,
		json: true
	},
	{
		datatype: "UINT64",
		type: "uint64",
		bytes: 8,
		json: true
	},
	{
		datatype: "INT8",
		type: "int8",
		bytes: 1,
		json: true
	},
	{
		datatype: "INT16",
		type: "int16",
		bytes: 2,
		json: true
	},
	{
		datatype: "INT32",
		type: "int32",
		bytes: 4,
		json: true
	},
	{
		datatype: "INT64",
		type: "int64",
		bytes: 8,
		json: true
	},
	{
		datatype: "FP16",
		type: "float16",
		bytes: 2,
		json: false
	},
	{
		datatype: "BF16",
		type: "float32",
		bytes: 2,
		json: false
	},
	{
		datatype: "FP32",
		type: "float32",
		bytes: 4,
		json: true
	},
	{
		datatype: "FP64",
		type: "float64",
		bytes: 8,
		json: true
	},
	{
		datatype: "BYTES",
		type: "string",
		bytes: null,
		json: true
	}
];
export { DATATYPES as t };
