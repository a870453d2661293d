import { build } from 'esbuild'

/** Each file of the project with the files of the project that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** What these files import, directly or through others. */
export async function importGraph(entries: readonly string[]): Promise<ImportGraph> {
  const contents = entries.map((file) => `import ${JSON.stringify(`./${file}`)}`).join('\n')
  const { metafile } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    metafile: true,
    write: false,
    format: 'esm',
    packages: 'external',
    // A file that has no effect of its own would be left out with all that it imports.
    treeShaking: false,
    logLevel: 'error',
  })
  const inputs = Object.entries(metafile.inputs).filter(([file]) => file !== '<stdin>')
  return new Map(
    inputs.map(([file, { imports }]) => [file, imports.filter(({ external }) => !external).map((each) => each.path)]),
  )
}

/** A file and all that it imports. */
export function reachedFrom(entry: string, graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set([entry])
  for (const file of reached) for (const imported of graph.get(file) ?? []) reached.add(imported)
  return reached
}
