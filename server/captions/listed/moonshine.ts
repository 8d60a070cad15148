import type { ListedFile, ListedModel } from '../models.ts'

const COMMUNITY = 'Moonshine AI Community License'
const COMMUNITY_TERMS =
  'This model is under the Moonshine AI Community License, which is no open source licence: free for research and ' +
  'non-commercial use; commercial use needs a registration, and none is free above 1,000,000 US dollars a year. Who ' +
  'passes it on, as your service does to browsers, has to pass on the licence and show “Powered by Moonshine AI”: rooms do, with the address of the licence. ' +
  'Read it first: https://moonshine.ai/community-license'
const COMMUNITY_NOTICE = 'Powered by Moonshine AI. Licence: https://moonshine.ai/community-license'

const VENDOR = 'https://download.moonshine.ai/model'

type Moonshine = Extract<ListedModel, { kind: 'moonshine' }>
type Shared = Pick<Moonshine, 'name' | 'label' | 'languages' | 'shape' | 'tokensPerSecond'>
type Streaming = Extract<ListedModel, { kind: 'moonshine-streaming' }>
type Sum = readonly [bytes: number, sha256: string]

const file = (at: string, path: string, [bytes, sha256]: Sum): ListedFile => ({
  path,
  bytes,
  sha256,
  from: `${at}/${path}`,
})

/** One of the vendor's own files for another language than English. */
function community(model: Shared, folder: string, encoder: Sum, decoder: Sum): Moonshine {
  const at = `${VENDOR}/${folder}/quantized/${folder}`
  return {
    ...model,
    kind: 'moonshine',
    licence: COMMUNITY,
    terms: COMMUNITY_TERMS,
    notice: COMMUNITY_NOTICE,
    files: {
      encoder: file(at, 'encoder_model.ort', encoder),
      decoder: file(at, 'decoder_model_merged.ort', decoder),
    },
  }
}

/** One of the family that is made to hear a sentence while it grows. Its tokenizer is the one of all Moonshine models. */
function streaming(folder: string, label: string, sums: Record<keyof Streaming['files'], Sum>): Streaming {
  const at = `${VENDOR}/${folder}/quantized_26_07_30`
  return {
    name: `moonshine-${folder}`,
    label,
    languages: ['en'],
    kind: 'moonshine-streaming',
    tokensPerSecond: 6.5,
    licence: 'MIT',
    files: {
      config: file(at, 'streaming_config.json', sums.config),
      frontend: file(at, 'frontend.ort', sums.frontend),
      encoder: file(at, 'encoder.ort', sums.encoder),
      adapter: file(at, 'adapter.ort', sums.adapter),
      crossKv: file(at, 'cross_kv.ort', sums.crossKv),
      decoder: file(at, 'decoder_kv.ort', sums.decoder),
    },
  }
}

/** Sizes are those of the vendor's own list (moonshine-ai/moonshine, `moonshine-model-file-metadata.generated.cpp`). */
export const moonshineModels: readonly ListedModel[] = [
  {
    name: 'moonshine-base',
    label: 'Moonshine Base, English',
    languages: ['en'],
    kind: 'moonshine',
    shape: 'base',
    tokensPerSecond: 6.5,
    licence: 'MIT',
    files: {
      encoder: {
        path: 'encoder_model.onnx',
        bytes: 20_513_063,
        sha256: '1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751',
        from: 'https://huggingface.co/onnx-community/moonshine-base-ONNX/resolve/b1e9b6aae3c3c7298f10c3798393fdf38e8fbbad/onnx/encoder_model_quantized.onnx',
      },
      decoder: {
        path: 'decoder_model_merged.onnx',
        bytes: 42_498_870,
        sha256: 'cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3',
        from: 'https://huggingface.co/onnx-community/moonshine-base-ONNX/resolve/b1e9b6aae3c3c7298f10c3798393fdf38e8fbbad/onnx/decoder_model_merged_quantized.onnx',
      },
    },
  },
  streaming('tiny-streaming-en', 'Moonshine Tiny Streaming, English', {
    config: [509, '74fe5ddebd63b17caf59e8a3b18c17547ff7bce1642050edbb1c3962674f8950'],
    frontend: [8_324_920, '271a563251f11e6311949530f8025ed4d345c5d69d4ac1efa74093779927d636'],
    encoder: [7_675_440, 'a8414e1a5dedf9f2093d7680601dd8a9b0433e7020260eafe0e370ead91134ca'],
    adapter: [1_319_664, '22ecc949e146c49667fda28d102d4e30749a107dc88a396292aa8f277ef1347c'],
    crossKv: [1_287_544, '143a36667b8d05fd9d04e8c337b7ee121f37ef299aea6b3d82bdb3d3401950b4'],
    decoder: [32_583_720, '8852553f312adb6c9aa4d17418015049b30f412209ee569d336548c0044627de'],
  }),
  streaming('small-streaming-en', 'Moonshine Small Streaming, English', {
    config: [512, '26f02b6afb22d60871a5efd85c3d38e569cc0ddb6c5eb6e93d3260152ae8a47a'],
    frontend: [30_984_520, 'd1be8145bc9ef3e8625bb7bcb7a5b2930eeb828c91d6c1897bc215d7de6f2b93'],
    encoder: [44_148_576, '2d4d973e91e8aca08c51e7e7efa28a46ab265b63d809d5294d18b86bcd85b993'],
    adapter: [2_870_368, 'c665f742364febad597cc9ac1e0b341ffbee0e24a1466e2f3bde95e6e4771762'],
    crossKv: [5_356_536, 'e2d3417144e9514055ebfefe8dcc4c0a55a55adcb8530435844c75c53e352bf6'],
    decoder: [81_878_600, '1a05465b1dd955858dfcbee039c0020fb5dd982b0f5094c34e61735d518d771b'],
  }),
  community(
    {
      name: 'moonshine-base-es',
      label: 'Moonshine Base, Spanish',
      languages: ['es'],
      shape: 'base',
      tokensPerSecond: 6.5,
    },
    'base-es',
    [20_964_320, '331aafa2fc7f7e55ba28376eef08eaf919ae105bb719cd64ba6875505dca72b3'],
    [43_612_200, '8e6513ad66a3a71ca86824746a09051eeb60468940eaf8201ce758e8919e2b5d'],
  ),
  community(
    {
      name: 'moonshine-base-ar',
      label: 'Moonshine Base, Arabic',
      languages: ['ar'],
      shape: 'base',
      tokensPerSecond: 13,
    },
    'base-ar',
    [31_326_824, '68e50ebe0317ce909f098044a5dda2a76e6b86dc882829a317771fbafc5826ae'],
    [109_424_552, '8f272cb50818e28ad86bbffc21e1450a4d57155e95f099ca6a236f38f4d9eafb'],
  ),
  community(
    {
      name: 'moonshine-tiny-ja',
      label: 'Moonshine Tiny, Japanese',
      languages: ['ja'],
      shape: 'tiny',
      tokensPerSecond: 13,
    },
    'tiny-ja',
    [13_238_184, '86ece73812604b9b5f1274b4d1e6eec0d783b96088ff46d49e30a53f881cad73'],
    [58_327_272, '9fcd9b71323a496b307e20dd305c4e9a1b533c7bedd6e4f660e974967dd60bb6'],
  ),
  community(
    {
      name: 'moonshine-tiny-ko',
      label: 'Moonshine Tiny, Korean',
      languages: ['ko'],
      shape: 'tiny',
      tokensPerSecond: 13,
    },
    'tiny-ko',
    [13_238_176, '947260d46252f48eada86a34986b3f70c01d68a343959949a77375b94debd055'],
    [58_327_336, '95aa9f2e764b80625d2889d6ec9f05c965808e540ac50c16abd10c7ea33fe44b'],
  ),
  community(
    {
      name: 'moonshine-base-uk',
      label: 'Moonshine Base, Ukrainian',
      languages: ['uk'],
      shape: 'base',
      tokensPerSecond: 13,
    },
    'base-uk',
    [31_326_816, 'ea37ff7a2c308b566def1fd6e6860e23db4968590f192d5cc0fbc494666e30f9'],
    [109_424_424, '2c0c1ebc20ba75a21ff5315fd039e53d2fc9ba77a9ca9ad3bc4c7c1c1de93cbc'],
  ),
  community(
    {
      name: 'moonshine-base-vi',
      label: 'Moonshine Base, Vietnamese',
      languages: ['vi'],
      shape: 'base',
      tokensPerSecond: 13,
    },
    'base-vi',
    [31_326_816, '5a63cf0e248ef463776fbad50784813b4185eb73136f1fb062c5722e667130dc'],
    [109_424_520, '0a4f007e9d585348d94124d8de47f7aefbc3e2d3fa44152646af7b94c639770d'],
  ),
  community(
    {
      name: 'moonshine-base-zh',
      label: 'Moonshine Base, Chinese',
      languages: ['zh'],
      shape: 'base',
      tokensPerSecond: 13,
    },
    'base-zh',
    [31_326_816, 'c725a24b58595905921ea2a47e2bcf0f18c78f4d171d96136f2dcbc8c77a58a6'],
    [109_424_520, 'bf79fce626e123739ec37eceb2b2a010a93d720da266dd5d8ef9a47ef9a7dc36'],
  ),
]
