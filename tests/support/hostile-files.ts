import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

type Parts = Record<string, string | Uint8Array>

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'

/** The parts of a small honest PPTX, with a picture, a link to a page and a chart with its workbook. */
export function pptxParts(): Parts {
  return {
    '[Content_Types].xml': contentTypes(PRESENTATION),
    '_rels/.rels': relations([{ type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    'ppt/presentation.xml': `${XML}<p:presentation xmlns:p="p"/>`,
    'ppt/slides/slide1.xml': `${XML}<p:sld xmlns:p="p">ندوة</p:sld>`,
    'ppt/slides/_rels/slide1.xml.rels': relations([
      { type: 'hyperlink', target: 'https://example.ma/?a=1&amp;b=2', external: true },
      { type: 'image', target: '../media/image1.png' },
    ]),
    'ppt/media/image1.png': strToU8('\x89PNG\r\n\x1a\n…', true),
    'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': zipOf(xlsxParts()),
  }
}

export function xlsxParts(): Parts {
  return {
    '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    '_rels/.rels': relations([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `${XML}<workbook/>`,
  }
}

export function contentTypes(main: string, more = ''): string {
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${more}<Override PartName="/ppt/presentation.xml" ContentType="${main}"/></Types>`
}

type Relation = { type: string; target: string; external?: boolean }
export function relations(list: readonly Relation[]): string {
  const lines = list.map(
    ({ type, target, external }, index) =>
      `<Relationship Id="r${index}" Type="${RELATIONS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
const SPACES = ['office', 'draw', 'presentation', 'script', 'text', 'table']
  .map((name) => `xmlns:${name}="${ODF}${name === 'draw' ? 'drawing' : name}:1.0"`)
  .join(' ')

/** A part of an OpenDocument file. */
export function odfContent(body: string, spaces = SPACES): string {
  return `${XML}<office:document-content ${spaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:scripts/><office:body>${body}</office:body></office:document-content>`
}

/** The parts of a small honest ODP. The order counts: the type comes first. */
export function odpParts(): Parts {
  return {
    mimetype: 'application/vnd.oasis.opendocument.presentation',
    'content.xml': odfContent(
      '<text:a xlink:href="https://example.ma/">ندوة</text:a><draw:image xlink:href="Pictures/1.png"/>' +
        '<presentation:event-listener script:event-name="dom:click" presentation:action="next-page"/>',
    ),
    'Pictures/1.png': strToU8('\x89PNG\r\n\x1a\n…', true),
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="${ODF}manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>`,
  }
}

export function zipOf(parts: Parts): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(parts).map(([name, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    return [name, name === 'mimetype' ? ([bytes, { level: 0 }] as const) : bytes] as const
  })
  return new Uint8Array(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]))
}

/** A PDF of these objects, with the table of their offsets. An object with `data` is a stream. */
export function pdfOf(objects: readonly (string | { dictionary: string; data: Uint8Array })[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  const size = () => pieces.reduce((sum, piece) => sum + piece.length, 0)
  for (const [index, object] of objects.entries()) {
    offsets.push(size())
    const body =
      typeof object === 'string'
        ? Buffer.from(object, 'latin1')
        : Buffer.concat([
            Buffer.from(`<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`, 'latin1'),
            object.data,
            Buffer.from('\nendstream', 'latin1'),
          ])
    pieces.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'))
  }
  const start = size()
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`),
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(pieces)
}

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>'
const contents = {
  dictionary: '/Filter /FlateDecode',
  data: deflateSync('0 0 m 10 10 l S '.repeat(200)),
}

/** A PDF of one page, whose catalog has more in it, with more objects from number 5 on. */
export function pdfWith(catalog = '', more: Parameters<typeof pdfOf>[0] = [], trailer = ''): Buffer {
  return pdfOf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, PAGES, PAGE, contents, ...more], trailer)
}

/** Objects in a compressed stream, as most programs write them. */
export function objectStream(text: string, dictionary = '/Filter /FlateDecode', data = deflateSync(`10 0 ${text}`)) {
  return { dictionary: `/Type /ObjStm /N 1 /First 5 ${dictionary}`, data }
}

export async function picture(type: 'png' | 'jpeg' | 'webp', width = 40, height = 30): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#0c5a50' }, limitInputPixels: false })
    .toFormat(type)
    .toBuffer()
}
