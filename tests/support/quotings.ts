import fc from 'fast-check'

/** An attribute of a mark as an author may write it. */
export type Quoting = (name: string, value: string) => string

/** Every way that the grammar allows. */
export const QUOTINGS: Readonly<Record<string, Quoting>> = {
  'double quotes': (name, value) => `${name}="${value}"`,
  'single quotes': (name, value) => `${name}='${value}'`,
  'no quotes': (name, value) => `${name}=${value}`,
  'spaces around the sign': (name, value) => ` ${name} = "${value}" `,
  'a character reference': (name, value) => `${name}="${value.replaceAll('-', '&#45;')}"`,
}

export const anyQuoting = fc.constantFrom(...Object.values(QUOTINGS))
