import { spawnSync } from 'node:child_process'

export type Ran = { code: number | null; out: string; err: string }

/** Runs a command of `scripts/` as npm does, with the environment of this process. */
export function runCommand(script: string, ...args: readonly string[]): Ran {
  return runWith({}, script, ...args)
}

/** The same with other settings. */
export function runWith(settings: Record<string, string>, script: string, ...args: readonly string[]): Ran {
  const flags = ['--conditions=react-server', '--import', 'tsx']
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, `scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...settings, NODE_OPTIONS: '' },
  })
  return { code: status, out: stdout, err: stderr }
}
