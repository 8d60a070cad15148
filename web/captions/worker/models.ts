import * as wasm from 'onnxruntime-web/wasm'
import { type Backend, better, type Measured, testSound } from './backend.ts'
import type { Decoder } from './decoder.ts'
import { fetchModel } from './kinds.ts'
import type { Load } from './protocol.ts'

/** Nothing is written down while the graphics processor is tried; what is said meanwhile waits. */
const PATIENCE_MS = 10_000

type Ort = typeof wasm

/** What is open, with the kind of tensors its runtime takes. `measured`: what was found to be faster just now. */
export type Models = {
  decoder: Decoder
  voice: wasm.InferenceSession
  Tensor: typeof wasm.Tensor
  measured?: Backend
}

/**
 * Fetches and opens all models on what is best here: what is `known` to be, or else what a short measurement finds. Throws
 * when a file cannot be had, or not even the processor can run it.
 */
export async function openModels(
  load: Load,
  breathe: () => Promise<void>,
  progress: (loaded: number, total: number) => void,
): Promise<Models> {
  const { known } = load
  const fetched = await fetchModel(load, progress)
  const open = async (backend: Backend) => {
    const ort = await runtime(load, backend)
    const session = (graph: Uint8Array) =>
      ort.InferenceSession.create(graph, { executionProviders: [backend] })
    return { ort, decoder: await fetched.open({ open: session, Tensor: ort.Tensor, breathe }) }
  }
  const withVoice = async ({ ort, decoder }: Awaited<ReturnType<typeof open>>) => ({
    decoder,
    voice: await ort.InferenceSession.create(fetched.voice, { executionProviders: ['wasm'] }),
    Tensor: ort.Tensor,
  })

  const openGraphics = async () => ((await hasGraphics()) ? open('webgpu') : undefined)

  if (known === 'webgpu') {
    const found = await openGraphics().catch(() => undefined)
    if (found) return withVoice(found)
  }
  const plain = await open('wasm')
  if (known || !(await hasGraphics())) return withVoice(plain)

  const other = await tryOut(openGraphics)
  const measured = better(await measure(plain.decoder), other?.measured)
  const [best, worse] = measured === 'webgpu' && other ? [other, plain] : [plain, other]
  await worse?.decoder.close().catch(() => {})
  return { ...(await withVoice(best)), measured }
}

/** Opens and measures something; undefined when it fails, or takes longer than anybody should wait for it. */
async function tryOut<T extends { decoder: Decoder }>(open: () => Promise<T | undefined>) {
  const trying = open().then(
    async (opened) => opened && { ...opened, measured: await measure(opened.decoder) },
  )
  const tooLong = new Promise<'too long'>((resolve) => setTimeout(() => resolve('too long'), PATIENCE_MS))
  const tried = await Promise.race([trying, tooLong]).catch(() => undefined)
  if (tried !== 'too long') return tried
  trying.then((late) => late?.decoder.close()).catch(() => {})
  return undefined
}

/** Only a real one: software that plays a graphics processor is slower than the processor itself. */
async function hasGraphics(): Promise<boolean> {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null)
  return adapter != null && !adapter.info.isFallbackAdapter
}

/** The runtime with WebGPU in it is twice as large: it is fetched where there is something for it only. */
async function runtime({ runtime, threads }: Load, backend: Backend): Promise<Ort> {
  const ort = backend === 'webgpu' ? await import('onnxruntime-web/webgpu') : wasm
  ort.env.wasm.numThreads = threads
  ort.env.wasm.wasmPaths = runtime[backend]
  return ort
}

async function measure({ listen }: Decoder): Promise<Measured> {
  const sound = testSound()
  // the first time something runs it is also being made ready
  await listen(true)(sound)
  const began = performance.now()
  const tokens = await listen(true)(sound)
  return { ms: performance.now() - began, tokens: tokens.map(({ id }) => id) }
}
