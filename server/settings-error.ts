import 'server-only'

/**
 * The settings do not allow a start. The message is for the person who starts the site and contains no secret value.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}

/** One sentence per wrong setting, each beginning with its name. */
export function explainSettings(errors: Readonly<Record<string, readonly string[] | undefined>>): string[] {
  return Object.entries(errors).flatMap(([name, messages]) => (messages?.[0] ? [`${name} ${messages[0]}`] : []))
}
