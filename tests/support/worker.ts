import { randomBytes } from 'node:crypto'

/** The name of the database that the files of this worker get, one after another. */
export const WORKER = randomBytes(6).toString('hex')
