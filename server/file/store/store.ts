import 'server-only'

/**
 * Where the bytes of files are. A file is read from the store that it was written to, whatever the settings say now.
 */
export type FileStore = {
  /** Copies a file from the disk. It overwrites nothing: each id is new. */
  put: (id: string, path: string, bytes: number) => Promise<void>
  /** The bytes in pieces. @throws if some are missing */
  read: (id: string) => AsyncGenerator<Uint8Array<ArrayBuffer>>
  /** Removes the bytes, if they are there. */
  remove: (id: string) => Promise<void>
}
