import { formOf, SEALED, unpackForm } from '@/domain/form/kept-form'
import type { Caller } from '@/server/auth/caller'
import { unseal } from '@/server/auth/seal'
import type { ReceivedForm, Upload } from '@/server/file/receive-upload'
import { readUpload, readWithoutUpload } from './read-form'

/** `code`: the form that asked for a code, if this one was kept on its page. */
export type Sent = ReturnType<typeof unpackForm> & { upload: Upload | null }

/** The body of a request, which is read when it is first needed. */
export type SentForm = {
  /** The fields of the body, which may be those of a page that keeps the form. */
  fields: () => Promise<FormData>
  /** The form. Null if it was kept while somebody else was to sign in. */
  read: (by: Caller) => Promise<Sent | null>
  discard: () => Promise<void>
}

/** @param upload the most bytes of the file that the form sends. A form that is kept keeps its fields, but not that file. */
export function sentForm(request: Request, upload: number | undefined): SentForm {
  let received: Promise<ReceivedForm> | undefined
  const receive = () => {
    received ??= upload === undefined ? readWithoutUpload(request) : readUpload(request, upload)
    return received
  }
  const fields = async () => (await receive()).form
  return {
    fields,
    read: async (by) => {
      const { form, upload: file } = await receive()
      const sealed = form.get(SEALED)
      if (typeof sealed !== 'string') return { ...unpackForm(form), upload: file }
      const session = await by.session()
      const kept = session && (await unseal(sealed, ownerOf(session.accountId, request)))
      return kept ? { form: formOf(kept), code: null, upload: null } : null
    },
    discard: async () => (await received?.catch(() => null))?.discard(),
  }
}

/** For whom, and for which address, a form is sealed. */
export function ownerOf(accountId: string, request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `form of ${accountId} to ${pathname}${search}`
}
