/**
 * Makes a button say that it is sending.
 *
 * @returns a function that gives the button its label back.
 */
export function holdButton(button: HTMLElement | null, sending: string): () => void {
  const words = [...(button?.childNodes ?? [])]
  button?.replaceChildren(sending)
  return () => button?.replaceChildren(...words)
}
