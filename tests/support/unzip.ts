import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** The files in a ZIP archive by name, read by independent code. Two entries of the same name are refused. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  )
  const found = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(found))
    zip.on('entry', (entry: Entry) => {
      if (found.has(entry.fileName)) return reject(new Error(`${entry.fileName} twice`))
      read(zip, entry).then((content) => {
        found.set(entry.fileName, content)
        zip.readEntry()
      }, reject)
    })
    zip.readEntry()
  })
}

function read(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk)).on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}
