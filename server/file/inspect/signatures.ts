import 'server-only'

/** The first bytes of files, in hexadecimal. */
const SIGNATURES = {
  /** %PDF-1.x or %PDF-2.x */
  pdf: /^255044462d3[12]2e3/,
  zip: /^504b0304/,
  png: /^89504e470d0a1a0a/,
  jpg: /^ffd8ff/,
  /** RIFF, a length, WEBP */
  webp: /^52494646.{8}57454250/,
  /** OLE compound files: old Office files, macros and embedded objects. */
  ole: /^d0cf11e0a1b11ae1/,
  /** Programs of Windows (MZ), Linux, macOS and Java, scripts (#!), shortcuts, and archives (RAR, 7z, CAB, CHM). */
  program: /^(4d5a|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|2321|4c000000|52617221|377abcaf|4d534346|49545346)/,
} as const

/** Whether these bytes begin as files of that kind do. */
export function startsWith(bytes: Buffer, kind: keyof typeof SIGNATURES): boolean {
  return SIGNATURES[kind].test(bytes.toString('hex', 0, 16))
}
