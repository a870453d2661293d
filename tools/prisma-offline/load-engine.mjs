import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { migrationAdapter } from './adapter.mjs'
import { engineFolder } from './engine-package.mjs'

/** Prisma's WebAssembly schema engine on the database behind `url`. */
export async function loadEngine({ url, datamodels }) {
  const bindings = await import(pathToFileURL(path.join(engineFolder, 'schema_engine_bg.js')).href)
  const wasm = new WebAssembly.Module(readFileSync(path.join(engineFolder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()

  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined }
  return bindings.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(migrationAdapter(url)))
}
