import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where Prisma's WebAssembly schema engine is installed. */
export const engineFolder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))

export const engineVersion = JSON.parse(readFileSync(path.join(engineFolder, 'package.json'), 'utf8')).version
