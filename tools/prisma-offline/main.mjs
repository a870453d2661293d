#!/usr/bin/env node
// Stands in for Prisma's native schema engine: the same JSON-RPC over stdio, answered by Prisma's own WebAssembly
// engine. The native one is downloaded at run time, which a court's firewall refuses.
// See docs/decisions for the reason, and tests/integration/migrations.test.ts for what must keep working.
import { readArguments } from './arguments.mjs'
import { runCommand } from './command.mjs'
import { engineVersion } from './engine-package.mjs'
import { answerRequests } from './rpc.mjs'

const given = readArguments(process.argv.slice(2))

if (given.version) {
  console.log(`schema-engine-wasm ${engineVersion}`)
} else if (given.command) {
  process.exitCode = await runCommand(given.command, given.url)
} else {
  answerRequests(given)
}
