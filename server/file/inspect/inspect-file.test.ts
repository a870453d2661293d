import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileProblem, FileType } from '@/domain/file/material-file'
import { buildPrograms } from '@/scripts/build-programs'
import { typesetPdf } from '@/server/typst'
import {
  contentTypes,
  objectStream,
  odfContent,
  odpParts,
  pdfOf,
  pdfWith,
  picture,
  pptxParts,
  relations,
  xlsxParts,
  zipOf,
} from '@/tests/support/hostile-files'
import { inspectFile } from './inspect-file'
import { inspectInWorker } from './inspect-in-worker'

const folder = mkdtempSync(path.join(tmpdir(), 'inspect-'))
beforeAll(buildPrograms)
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

async function inspect(bytes: Uint8Array | string) {
  const file = path.join(folder, String(count++))
  writeFileSync(file, bytes)
  const found = await inspectFile(file)
  return found.status === 'fine' ? found.type : found.problem
}
const isRefused = async (bytes: Uint8Array | string, problem: FileProblem) => expect(await inspect(bytes)).toBe(problem)
const isFine = async (bytes: Uint8Array, type: FileType) => expect(await inspect(bytes)).toBe(type)

describe('a document is read in a thread', () => {
  const write = (bytes: Uint8Array) => {
    const file = path.join(folder, String(count++))
    writeFileSync(file, bytes)
    return file
  }

  it('so that this process goes on meanwhile', async () => {
    // Many streams that become large when they are unpacked.
    const stream = deflateSync(Buffer.from('1 0 '.repeat(250_000), 'latin1'))
    const objects = Array.from({ length: 60 }, () => ({ dictionary: '/Filter /FlateDecode', data: stream }))
    const file = write(pdfOf(objects))
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    const found = await inspectInWorker({ path: file, type: 'pdf' })
    clearInterval(timer)
    expect(found).toEqual({ status: 'fine', type: 'pdf' })
    expect(ticks).toBeGreaterThan(5)
  })

  it('that ends at its limits, and refuses the file', async () => {
    const file = write(Buffer.concat([pdfWith(), Buffer.alloc(20_000_000, '#'), pdfWith()]))
    const refused = { status: 'refused', problem: 'unpacked' }
    expect(await inspectInWorker({ path: file, type: 'pdf' }, { seconds: 0, megabytes: 512 })).toEqual(refused)
    // A file that exceeded the limits does not block the next ones.
    const next = Array.from({ length: 4 }, () => inspectInWorker({ path: write(pdfWith()), type: 'pdf' }))
    expect(await Promise.all(next)).toEqual(Array(4).fill({ status: 'fine', type: 'pdf' }))
  })
})

describe('the type of a file follows from its bytes', () => {
  it('whatever its name is', async () => {
    await isFine(pdfWith(), 'pdf')
    await isFine(zipOf(pptxParts()), 'pptx')
    await isFine(zipOf(odpParts()), 'odp')
    await isFine(await picture('png'), 'png')
    await isFine(await picture('jpeg'), 'jpg')
    await isFine(await picture('webp'), 'webp')
  })

  it.each([
    ['nothing', '', 'empty'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'type'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'type'],
    ['a program', 'MZ\x90\0', 'type'],
    ['a PDF behind a page', '<html>%PDF-1.7 startxref 0 %%EOF', 'type'],
    ['an old presentation', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'type'],
    ['text', 'نص', 'type'],
  ] as const)('%s is none of them', (_, bytes, problem) => isRefused(bytes, problem))

  it('a workbook, a text, any archive and other kinds of presentation are none of them', async () => {
    await isRefused(zipOf(xlsxParts()), 'type')
    await isRefused(zipOf({ 'a.txt': 'a' }), 'type')
    await isRefused(zipOf({ ...odpParts(), mimetype: 'application/vnd.oasis.opendocument.text' }), 'type')
    const show = 'application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml'
    await isRefused(zipOf({ ...pptxParts(), '[Content_Types].xml': contentTypes(show) }), 'type')
  })
})

describe('a PDF', () => {
  it('that Typst has set is fine', async () => {
    const logo = await picture('png')
    const files = { 'certificate/logo-0.png': logo }
    const pdf = typesetPdf({ template: 'certificate/logo.typ', inputs: { logo: 'logo-0.png' }, files })
    await isFine(pdf, 'pdf')
  })

  it('may have links, an outline and compressed objects', async () => {
    await isFine(pdfWith('/OpenAction [3 0 R /Fit]', ['<< /S /URI /URI (https://example.ma) >>']), 'pdf')
    await isFine(pdfWith('', [objectStream('<< /Type /Outlines >>')]), 'pdf')
  })

  it.each([
    ['a script', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>', 'active'],
    ['a script with escapes', '/OpenAction << /S /J#61va#53cript /JS (x) >>', 'active'],
    ['a program that it starts', '/OpenAction << /S /Launch /F (cmd.exe) >>', 'active'],
    ['a form that it sends', '/OpenAction << /S /SubmitForm /F (https://evil.example) >>', 'active'],
    ['a form of its own kind', '/AcroForm << /XFA 9 0 R >>', 'active'],
    ['another file', '/Names << /EmbeddedFiles 9 0 R >>', 'embedded'],
  ] as const)('with %s is refused', (_, catalog, problem) => isRefused(pdfWith(catalog), problem))

  const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
  it('with a script in compressed objects is refused, however they are compressed', async () => {
    await isRefused(pdfWith('', [objectStream(script)]), 'active')
    await isRefused(pdfWith('', [objectStream(script, '/Filter [ /FlateDecode ]')]), 'active')
    await isRefused(pdfWith('', [objectStream(script, '', Buffer.from(`10 0 ${script}`))]), 'active')
    // A stream whose dictionary declares it a picture.
    const lying = {
      dictionary: '/Type /XObject /Subtype /Image /Filter /FlateDecode',
      data: deflateSync(`10 0 ${script}`),
    }
    await isRefused(pdfWith('', [lying]), 'active')
    await isRefused(
      pdfWith('', [objectStream(script, undefined, deflateSync(`% ${'x'.repeat(9000)}\n10 0 ${script}`))]),
      'active',
    )
  })

  it('whose compressed objects cannot be read is refused', async () => {
    const hex = Buffer.from(`${Buffer.from(script).toString('hex')}>`)
    await isRefused(pdfWith('', [objectStream(script, '/Filter /ASCIIHexDecode', hex)]), 'encrypted')
    await isRefused(pdfWith('', [objectStream(script, '/Filter [/ASCIIHexDecode /FlateDecode]', hex)]), 'encrypted')
    await isRefused(pdfWith('', [objectStream(script, '/Filter 9 0 R', hex)]), 'encrypted')
    await isRefused(
      pdfWith('', [objectStream(script, '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>')]),
      'encrypted',
    )
    await isRefused(pdfWith('', [], '/Encrypt 9 0 R'), 'encrypted')
  })

  it('with a script in compressed objects is refused, whatever their checksum is', async () => {
    const data = deflateSync(`10 0 ${script}`)
    const wrong = Buffer.from(data)
    wrong.writeUInt32BE(0, data.length - 4)
    await isRefused(pdfWith('', [objectStream(script, undefined, wrong)]), 'active')
    await isRefused(pdfWith('', [objectStream(script, undefined, data.subarray(0, -4))]), 'active')
  })

  it('whose compressed objects do not unpack cleanly is refused, whatever is in them', async () => {
    const data = deflateSync('10 0 << /Type /Outlines >>')
    const wrong = Buffer.from(data)
    wrong.writeUInt32BE(0, data.length - 4)
    await isRefused(pdfWith('', [objectStream('', undefined, wrong)]), 'broken')
    await isRefused(pdfWith('', [objectStream('', undefined, data.subarray(0, -4))]), 'broken')
    await isRefused(pdfWith('', [objectStream('', undefined, data.subarray(0, -7))]), 'broken')
  })

  const click = (action: string) => pdfWith('', [`<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>`])
  it.each([
    ['a page of the document', '<< /S /GoTo /D [3 0 R /Fit] >>'],
    ['the next page', '<< /S /Named /N /NextPage >>'],
    ['a web page', '<< /S /URI /URI (https://example.ma/a) >>'],
    ['a web page in hexadecimal', `<< /S /URI /URI <${Buffer.from('http://example.ma').toString('hex')}> >>`],
    ['an address', '<< /S /URI /URI (mailto:aide@example.ma) >>'],
    ['one after the other', '<< /S /GoTo /D [3 0 R /Fit] /Next << /S /Named /N /LastPage >> >>'],
  ])('may lead to %s on a click', async (_, action) => {
    await isFine(click(action), 'pdf')
    await isFine(pdfWith('', [`<< /Title (a) /A 6 0 R >>`, action]), 'pdf')
  })

  it.each([
    ['a web page', '<< /S /URI /URI (https://evil.example) >>', 'external'],
    ['a file of a server', '<< /S /GoToR /F (\\\\\\\\evil.example\\\\share) /D [0 /Fit] >>', 'external'],
    ['a file inside', '<< /S /GoToE /D [0 /Fit] >>', 'embedded'],
    ['a view in three dimensions', '<< /S /GoTo3DView >>', 'media'],
    ['a film', '<< /S /Movie >>', 'media'],
    ['a sound', '<< /S /Sound /Sound 9 0 R >>', 'media'],
    ['a hidden field', '<< /S /Hide /T (a) >>', 'action'],
    ['the printer', '<< /S /Named /N /Print >>', 'action'],
    ['an unknown action', '<< /S /Unheard >>', 'action'],
    [
      'a web page after a page',
      '<< /S /GoTo /D [3 0 R /Fit] /Next [<< /S /URI /URI (https://evil.example) >>] >>',
      'external',
    ],
  ] as const)('that opens %s by itself is refused', async (_, action, problem) => {
    await isRefused(pdfWith(`/OpenAction ${action}`), problem)
    await isRefused(pdfWith('/OpenAction 5 0 R', [action]), problem)
    await isRefused(pdfWith(`/AA << /WC ${action} >>`), problem)
    await isRefused(pdfWith('', [objectStream(`<< /Type /Page /AA << /O ${action} >> >>`)]), problem)
  })

  it.each([
    ['a file of a server', '<< /S /GoToR /F (\\\\\\\\evil.example\\\\a) /D [0 /Fit] >>', 'external'],
    ['a file by its address', '<< /S /URI /URI (file://evil.example/a) >>', 'external'],
    ['a share by its address', '<< /S /URI /URI (\\\\\\\\evil.example\\\\a) >>', 'external'],
    ['a script as an address', '<< /S /URI /URI (javascript:x) >>', 'external'],
    ['a script in escapes', '<< /S /URI /URI (\\152avascript:x) >>', 'external'],
  ] as const)('that leads to %s on a click is refused', (_, action, problem) => isRefused(click(action), problem))

  it.each([
    ['a film', '<< /Type /Annot /Subtype /Movie /Rect [0 0 9 9] >>', 'media'],
    ['a sound', '<< /Type /Annot /Subtype /Sound /Rect [0 0 9 9] >>', 'media'],
    ['an object in three dimensions', '<< /Type /Annot /Subtype /3D /Rect [0 0 9 9] >>', 'media'],
    ['a screen', '<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] >>', 'media'],
    ['an attached file', '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >>', 'embedded'],
    ['a file from elsewhere', '<< /Type /Filespec /FS /URL /F (https://evil.example) >>', 'external'],
    ['a stream in another file', { dictionary: '/F (\\\\\\\\evil.example\\\\a)', data: Buffer.from('') }, 'external'],
    [
      'a page of another file',
      { dictionary: '/Subtype /Form /Ref << /F (a.pdf) /Page 0 >>', data: Buffer.from('') },
      'external',
    ],
  ] as const)('with %s is refused', (_, object, problem) => isRefused(pdfWith('', [object]), problem))

  describe('whose objects are defined more than once', () => {
    const far = '<< /S /GoToR /F (\\\\\\\\evil.example\\\\share) /D [0 /Fit] >>'
    const catalogue = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction ${far} >>\nendobj\n`
    const again = (...objects: string[]) => pdfWith('', [`<< /Title (a) >>\nendobj\n${objects.join('')}6 0 obj\n<< >>`])

    it('is refused for each definition, since a viewer may take any', async () => {
      await isFine(again('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'), 'pdf')
      await isRefused(again(catalogue, '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'), 'external')
      await isRefused(again(catalogue.replace('1 0 obj', '1%a\n0 obj')), 'external')
    })

    it('is refused if one stands in a stream', async () => {
      await isRefused(pdfWith('', [{ dictionary: '', data: Buffer.from(catalogue) }]), 'external')
    })

    it('is refused if an action refers to a definition that would be refused', async () => {
      const web = '9 0 obj\n<< /S /URI /URI (https://evil.example) >>\nendobj\n'
      const page = '9 0 obj\n<< /S /GoTo /D [3 0 R /Fit] >>\nendobj\n'
      const opens = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction 9 0 R >>\nendobj\n'
      await isFine(again(opens, page), 'pdf')
      await isRefused(again(opens, web, page), 'external')
      await isRefused(again(opens, page, web), 'external')
    })

    it('is refused if two streams of objects define the same one', async () => {
      const opens = (action: string) => objectStream(`<< /Type /Page /AA << /O ${action} >> >>`)
      await isRefused(pdfWith('', [opens(far), opens('[3 0 R /Fit]')]), 'external')
    })
  })

  it('whose references unpack to more than a library should hold is refused', async () => {
    const references = (filter: string, size: number) => ({
      dictionary: `/Type /XRef /Size 1 /W [1 2 1] ${filter}`,
      data: deflateSync(Buffer.alloc(size)),
    })
    await isFine(pdfWith('', [references('/Filter /FlateDecode', 400)]), 'pdf')
    await isRefused(pdfWith('', [references('/Filter /FlateDecode', 45 * 1024 * 1024)]), 'unpacked')
    await isRefused(pdfWith('', [references('/Filter [/FlateDecode /FlateDecode]', 400)]), 'encrypted')
    const escaped = references('/Filter /FlateDecode', 400)
    await isRefused(
      pdfWith('', [{ ...escaped, dictionary: escaped.dictionary.replace('XRef', 'X#52ef') }]),
      'encrypted',
    )
  })

  it('that is cut off is broken, and one that unpacks without end is refused', async () => {
    await isRefused(pdfWith().subarray(0, 400), 'broken')
    const zeros = deflateSync(Buffer.alloc(210 * 1024 * 1024, '1 '))
    await isRefused(pdfWith('', [{ dictionary: '/Filter /FlateDecode', data: zeros }]), 'unpacked')
  })
})

describe('slides of PowerPoint', () => {
  const withPart = (name: string, content: string | Uint8Array) => zipOf({ ...pptxParts(), [name]: content })
  const linked = (type: string, target: string) =>
    withPart('ppt/slides/_rels/slide1.xml.rels', relations([{ type, target, external: true }]))
  const OLE = Uint8Array.from(Buffer.from('d0cf11e0a1b11ae1', 'hex'))

  it('with macros are refused, whatever the file is called', async () => {
    await isRefused(withPart('ppt/vbaProject.bin', OLE), 'macros')
    const type = 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml'
    await isRefused(withPart('[Content_Types].xml', contentTypes(type)), 'macros')
    await isRefused(withPart('ppt/activeX/activeX1.xml', '<a/>'), 'macros')
    const macros = withPart('ppt/embeddings/a.xlsx', zipOf({ ...xlsxParts(), 'xl/vbaProject.bin': OLE }))
    await isRefused(macros, 'macros')
  })

  it('with a file in them that could be started are refused', async () => {
    await isRefused(withPart('ppt/embeddings/oleObject1.bin', OLE), 'embedded')
    await isRefused(withPart('ppt/media/image2.png', 'MZ\x90\0'), 'embedded')
    await isRefused(withPart('ppt/media/run.vbs', 'x'), 'embedded')
    await isRefused(withPart('ppt/media/a.bin', zipOf({ 'a.exe': 'MZ' })), 'embedded')
    const nested = zipOf({ ...xlsxParts(), 'xl/embeddings/b.xlsx': zipOf(xlsxParts()) })
    await isRefused(withPart('ppt/embeddings/a.xlsx', nested), 'embedded')
  })

  it('that load something from elsewhere are refused; links to click are not', async () => {
    await isRefused(linked('image', 'https://evil.example/pixel.png'), 'external')
    await isRefused(linked('attachedTemplate', 'https://evil.example/t.potm'), 'external')
    await isRefused(linked('oleObject', 'file:///C:/book.xlsx'), 'external')
    await isRefused(linked('hyperlink', 'file://server/share/run.exe'), 'external')
    await isRefused(linked('hyperlink', 'ms-msdt:/id PCWDiagnostic'), 'external')
    await isRefused(linked('hyperlink', '\\\\server\\share'), 'external')
    await isFine(linked('hyperlink', 'mailto:aide@example.ma'), 'pptx')
  })

  it('in a manipulated archive are refused', async () => {
    await isRefused(withPart('../ppt/x.xml', '<a/>'), 'broken')
    await isRefused(withPart('ppt/x.xml', '<!DOCTYPE a [<!ENTITY b "b">]><a/>'), 'broken')
    await isRefused(withPart('ppt/x.xml', Buffer.from('\ufeff<a/>', 'utf16le')), 'broken')
    await isRefused(withPart('ppt/x.xml', '<?xml version="1.0" encoding="utf-7"?><a/>'), 'broken')
    await isRefused(withPart('PPT/presentation.xml', '<a/>'), 'broken')
    await isRefused(zipOf(pptxParts()).subarray(0, 300), 'broken')
    const encrypted = Buffer.from(zipOf(pptxParts()))
    encrypted[encrypted.indexOf('PK\x01\x02') + 8] = 1
    await isRefused(encrypted, 'encrypted')
  })

  it('that unpack to far more than they are, or have thousands of parts, are refused', async () => {
    await isRefused(withPart('ppt/media/a.emf', new Uint8Array(260 * 1024 * 1024)), 'unpacked')
    await isRefused(withPart('ppt/x.xml', `<a>${' '.repeat(13 * 1024 * 1024)}</a>`), 'unpacked')
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`ppt/media/${index}.png`, 'x']))
    await isRefused(zipOf({ ...pptxParts(), ...many }), 'unpacked')
    for (const name of ['ppt/slides/slide2.xml', 'ppt/drawings/vmlDrawing1.vml']) {
      await isRefused(withPart(name, '<a>'.repeat(2_000_000)), 'unpacked')
    }
    await isRefused(withPart('ppt/slides/slide2.xml', '<a><b></a>'), 'broken')
    // A part that declares a smaller size than it has: the true size is found while it is unpacked.
    const lying = Buffer.from(withPart('ppt/media/a.emf', new Uint8Array(1_000_000)))
    const entry = lying.lastIndexOf('PK\x01\x02', lying.lastIndexOf('ppt/media/a.emf'))
    lying.writeUInt32LE(10, entry + 24)
    await isRefused(lying, 'broken')
  })
})

describe('slides of LibreOffice', () => {
  const withBody = (body: string, spaces?: string) => zipOf({ ...odpParts(), 'content.xml': odfContent(body, spaces) })

  it('with macros are refused', async () => {
    await isRefused(zipOf({ ...odpParts(), 'Basic/Standard/Module1.xml': '<a/>' }), 'macros')
    await isRefused(zipOf({ ...odpParts(), 'Scripts/python/a.xml': '<a/>' }), 'macros')
    const listener = 'script:event-listener script:language="ooo:script"'
    await isRefused(withBody(`<${listener} xlink:href="vnd.sun.star.script:x"/>`), 'macros')
    await isRefused(withBody('<![CDATA[<!--]]><script:event-listener/><![CDATA[-->]]>'), 'macros')
    await isRefused(withBody('<text:a xlink:href="vnd.sun.star.scrip&#116;:x"/>'), 'macros')
    await isRefused(
      withBody('<presentation:event-listener presentation:action="execute" xlink:href="cmd.exe"/>'),
      'active',
    )
  })

  it('that declare a namespace in an unusual way are refused, since it could hide something', async () => {
    const spaces =
      'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:s="urn:oasis:names:tc:opendocument:xmlns:scrip&#116;:1.0"'
    await isRefused(withBody('<s:event-listener/>', spaces), 'broken')
  })

  it('that load something from elsewhere, or hold a file, are refused', async () => {
    await isRefused(withBody('<draw:image xlink:href="https://evil.example/a.png"/>'), 'external')
    await isRefused(withBody('<draw:image xlink:href="&#102;ile:///etc/passwd"/>'), 'external')
    await isRefused(withBody('<draw:object xlink:href="../../other.odp"/>'), 'external')
    await isRefused(withBody('<text:a xlink:href="file:///run.exe"/>'), 'external')
    await isRefused(withBody('<text:a xml:base="https://evil.example/" xlink:href="a"/>'), 'external')
    await isRefused(withBody('<draw:object-ole xlink:href="./Object 1"/>'), 'embedded')
    await isRefused(withBody('<draw:plugin draw:mime-type="application/x-foo" xlink:href="a"/>'), 'embedded')
    await isRefused(zipOf({ ...odpParts(), 'Object 1': strToU8('MZ\x90\0', true) }), 'embedded')
    await isFine(
      withBody('<draw:plugin draw:mime-type="application/vnd.sun.star.media" xlink:href="Media/a.mp4"/>'),
      'odp',
    )
  })

  it('that need a password are refused', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:encryption-data/></manifest:manifest>'
    await isRefused(zipOf({ ...odpParts(), 'META-INF/manifest.xml': manifest }), 'encrypted')
  })
})

describe('a picture', () => {
  it('of too many pixels is refused by its header', async () => isRefused(await picture('png', 8000, 7000), 'pixels'))
  it('whose bytes are something else is refused', async () => {
    await isRefused(Buffer.from('\x89PNG\r\n\x1a\n<script>', 'latin1'), 'broken')
    await isRefused(Buffer.from('\xff\xd8\xff<script>', 'latin1'), 'broken')
    await isRefused(Buffer.from('RIFF\0\0\0\0WEBP<script>', 'latin1'), 'broken')
  })
})
