import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readFileSync } from 'node:fs'
const d = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise
const p = await d.getPage(1)
const { items } = await p.getTextContent()
for (const i of items) console.log(JSON.stringify([i.str, i.dir, Math.round(i.transform?.[4]), Math.round(i.transform?.[5]), Math.round(i.width)]))
