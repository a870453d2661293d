import 'server-only'
import { createReadStream } from 'node:fs'
import type { S3Client } from '@aws-sdk/client-s3'
import { onceInProcess } from '../../once-in-process'
import type { FileStore } from './store'

export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

/** How long a connection, or a pause in an answer, may take. */
const PATIENCE_MS = 20_000

const client = onceInProcess('s3', (): Promise<S3Client> | null => null)

/** Any store that speaks S3. The package is loaded only where one is used. */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket: Bucket } = settings
  return {
    async put(id, path, bytes) {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3')
      const body = { Body: createReadStream(path), ContentLength: bytes, ContentType: 'application/octet-stream' }
      await (await clientOf(settings)).send(new PutObjectCommand({ Bucket, Key: keyOf(id), ...body }))
    },
    async *read(id) {
      const { GetObjectCommand } = await import('@aws-sdk/client-s3')
      const { Body } = await (await clientOf(settings)).send(new GetObjectCommand({ Bucket, Key: keyOf(id) }))
      for await (const piece of (Body ?? []) as AsyncIterable<Uint8Array>) yield new Uint8Array(piece)
    },
    async remove(id) {
      const { DeleteObjectCommand } = await import('@aws-sdk/client-s3')
      await (await clientOf(settings)).send(new DeleteObjectCommand({ Bucket, Key: keyOf(id) }))
    },
  }
}

const keyOf = (id: string) => `materials/${id}`

function clientOf(settings: S3Settings): Promise<S3Client> {
  const made = client() ?? makeClient(settings)
  client.set(made)
  return made
}

async function makeClient({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3')
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stores other than Amazon's have no host for each bucket, and do not know its newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    maxAttempts: 2,
    // Errors are logged where they are caught, in one line.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
}
