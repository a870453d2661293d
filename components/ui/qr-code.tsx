/** The dark modules of a QR code, row by row. */
export type QrModules = { size: number; dark: ArrayLike<number> }
type Props = { modules: QrModules; label: string }

/** The quiet zone that scanners need around the code, in modules: ISO/IEC 18004 requires four. */
const QUIET = 4

/** Black on white in every theme: scanners do not read other colours. */
export function QrCode({ modules: { size, dark }, label }: Props) {
  const side = size + 2 * QUIET
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={squares(size, dark)} fill="#000" />
    </svg>
  )
}

function squares(size: number, dark: ArrayLike<number>): string {
  return Array.from({ length: size * size }, (_, at) => at)
    .filter((at) => dark[at])
    .map((at) => `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`)
    .join('')
}
