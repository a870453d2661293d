import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A folder that holds all templates and the files that they name. */
const FOLDER = path.join(process.cwd(), 'server')
const FONTS = path.join(FOLDER, 'certificate/fonts')
// A piece of the compiler's memory is freed after this many documents that did not use it.
const MEMORY_AGE = 10

let loaded: NodeCompiler | undefined

type Source = {
  /** The template, in the folder `server`. */
  template: string
  /** What the template reads as `sys.inputs`: strings, which Typst never reads as markup. */
  inputs: Record<string, string>
  /** Files that exist in memory alone, by their path in the folder `server`. */
  files?: Record<string, string | Uint8Array>
}

/**
 * Typesets a document as PDF/UA-1. All requests share the compiler and its files, so nothing may be awaited between
 * adding a file and compiling the document that shows it.
 */
export function typesetPdf({ template, inputs, files = {} }: Source): Uint8Array<ArrayBuffer> {
  const typst = compiler()
  for (const [name, content] of Object.entries(files))
    typst.mapShadow(path.join(FOLDER, name), Buffer.from(content as Uint8Array))
  const pdf = typst.pdf({ mainFilePath: path.join(FOLDER, template), inputs }, { pdfStandard: 'ua-1' })
  typst.evictCache(MEMORY_AGE)
  return new Uint8Array(pdf)
}

function compiler(): NodeCompiler {
  loaded ??= NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [
      {
        fontBlobs: readdirSync(FONTS)
          .filter(isFont)
          .map((file) => readFileSync(path.join(FONTS, file))),
      },
    ],
  })
  return loaded
}

const isFont = (file: string) => file.endsWith('.ttf')
