import { receiveUpload } from '@/server/file/receive-upload'

/** A file as a form has brought it. */
export async function uploaded(bytes: Uint8Array, name: string) {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], name))
  const request = new Request('http://localhost/x', { method: 'POST', body })
  const { upload, discard } = await receiveUpload(request, 30_000_000)
  if (!upload) throw new Error('no file')
  return { upload, discard }
}
