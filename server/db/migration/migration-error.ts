import 'server-only'

/** The database cannot be migrated. The message tells the person who starts the site why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** Somebody else holds what a migration needs. */
export class Held extends Error {
  readonly what: 'lock' | 'table'

  constructor(what: Held['what'], sentence: string) {
    super(sentence)
    this.what = what
  }
}
