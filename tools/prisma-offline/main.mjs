#!/usr/bin/env node
// Replaces Prisma's native schema engine: the same JSON-RPC over stdio, answered by Prisma's own WebAssembly engine.
// The native engine is downloaded at run time, which a court's firewall blocks. See docs/decisions for the reason, and
// tests/integration/migrations.test.ts for the behaviour that must be kept.
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
