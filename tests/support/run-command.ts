import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

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

/** The same in another folder, whose courses and library it then reads. */
export function runIn(cwd: string, script: string, ...args: readonly string[]): Ran {
  return runInWith({}, cwd, script, ...args)
}

/** The same in another folder with other settings. */
export function runInWith(
  settings: Record<string, string>,
  cwd: string,
  script: string,
  ...args: readonly string[]
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandIn(script), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...environmentIn(), ...settings },
  })
  return { code: status, out: stdout, err: stderr }
}

/** The arguments of Node that run a command of `scripts/` from any folder. */
export function commandIn(script: string): string[] {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return ['--conditions=react-server', '--import', tsx, path.resolve('scripts', `${script}.ts`)]
}

/** The settings of such a command: elsewhere, tsx would not find the paths of this project. */
export function environmentIn(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_OPTIONS: '', TSX_TSCONFIG_PATH: path.resolve('tsconfig.json') }
}
