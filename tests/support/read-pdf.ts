import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api'

/** The contents of a one-page PDF for a reader, a screen reader and an archive. */
export async function readPdf(bytes: Uint8Array) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await loading.promise
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const { info, metadata } = await document.getMetadata()
  await page.getOperatorList()
  const fonts = [...new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])))]
  const found = {
    pages: document.numPages,
    width: page.view[2] ?? 0,
    height: page.view[3] ?? 0,
    text: items.map((item) => ('str' in item ? item.str : '')).join(''),
    lines: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [placeOf(item)] : [])),
    lowest: await lowestWords(document),
    info: info as Record<string, unknown>,
    xmp: metadata?.getRaw() as string,
    marked: (await document.getMarkInfo())?.Marked ?? false,
    structure: JSON.stringify(await page.getStructTree()),
    fonts: fonts.map((name) => {
      const { name: face, missingFile } = page.commonObjs.get(name)
      return { face: String(face).replace(/^[A-Z]{6}\+/, ''), embedded: !missingFile }
    }),
  }
  await loading.destroy()
  return found
}

/** Above the foot of a printed page, in points. */
const FOOT = 45

/** The lowest baseline of each page, without its foot, as a share of the height of the page. */
async function lowestWords(document: PDFDocumentProxy): Promise<number[]> {
  const shares: number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const lines = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [placeOf(item).y] : []))
    shares.push(Math.min(...lines.filter((y) => y > FOOT)) / (page.view[3] ?? 1))
  }
  return shares
}

/** The position of a text in points; `y` is its baseline, from the bottom of the page. */
export type PdfWords = { text: string; x: number; y: number; width: number; size: number }

function placeOf({ str, transform, width, height }: TextItem): PdfWords {
  return { text: str, x: transform[4], y: transform[5], width, size: height }
}

/** Extracted Arabic text may contain invisible characters that nobody typed, and tashkeel in another order. */
export function plainArabic(text: string): string {
  return text.normalize('NFKC').replace(/[\u061C\u200C-\u200F\u202A-\u202E\u2066-\u2069\u064B-\u0652]/g, '')
}
