import { createInterface } from 'node:readline'
import { loadEngine } from './load-engine.mjs'

const METHOD_NAMES = { getDatabaseVersion: 'version' }

// These requests read the tables of the migrations from the engine's memory; they cannot replay the migrations
// themselves.
const NEED_REPLAY = ['evaluateDataLoss', 'createMigration']

/** Answers the CLI's requests, one JSON object per line, until it closes the pipe. */
export function answerRequests(given) {
  stopOnPanic()
  const pending = new Set()
  let engine

  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const request = line.trim() ? JSON.parse(line) : {}
    if (!request.method) return // the CLI's answer to our `print`
    engine ??= loadEngine(given)
    const answered = answer(engine, request).finally(() => pending.delete(answered))
    pending.add(answered)
  })
  lines.on('close', async () => {
    await Promise.allSettled(pending)
    process.exit(0)
  })
}

async function answer(engine, { id, method, params }) {
  try {
    const loaded = await engine
    const call = loaded[METHOD_NAMES[method] ?? method]
    if (!call) throw new Error(`the schema engine has no method ${method}`)
    if (NEED_REPLAY.includes(method)) await replayMigrations(loaded, params)
    const result = (await call.call(loaded, params)) ?? null
    // The native engine prints a diff with a request of its own before it answers.
    if (method === 'diff' && result?.stdout != null) {
      send({ id: 1_000_000_000 + id, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result })
  } catch (error) {
    send({ id, error: asRpcError(error) })
  }
}

/** Replays the migrations on an empty shadow database, so that the engine keeps the resulting tables in memory. */
async function replayMigrations(engine, { migrationsList, filters }) {
  await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: true })
}

function asRpcError(error) {
  const data = { is_panic: false, message: error.message, meta: error.meta ?? null, error_code: error.code ?? null }
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

// The engine writes its panic message into this registry; the CLI recognises a panic by exit code 101.
function stopOnPanic() {
  let lastWords
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      lastWords = message
    },
  }
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${lastWords ?? error.stack}\n`)
    process.exit(101)
  })
}
