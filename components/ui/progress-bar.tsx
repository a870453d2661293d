/** A native element, because it mirrors by itself. */
export function ProgressBar({ label, value, max }: { label: string; value: number; max: number }) {
  return <progress className="bar" aria-label={label} value={value} max={max} />
}
