/** The command line of the comparison with another compiler. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { repositoryPath } from "../support/repository.ts";

export const usage = `usage: npm run reference -- --reference COMMAND [options] FOLDER [-- OPTIONS OF BOTH]
       npm run reference -- --reference COMMAND [options] --seed N
  --reference COMMAND   the compiler to compare with
  --ours COMMAND        the default is the built command dist/cli/panc.js
  --include-path PATH   colon-separated; the default is the folder
  --own-directory       the include path of each template is the directory it is in
  --seed N              random templates instead of a folder
  --runs N              how many (200)
  --formats LIST        the default is all
  --refused N           how many refused objects are compiled one by one to compare phases (100)`;

export interface ReferenceOptions {
  readonly theirs: string;
  readonly ours: string;
  readonly source: FolderSource | RandomSource;
  readonly formats: string;
  readonly refused: number;
  /** Given to both compilers as they are. */
  readonly passed: readonly string[];
}

export interface FolderSource {
  readonly folder: string;
  /** Undefined: the directory of each template. */
  readonly includePath: readonly string[] | undefined;
}

export interface RandomSource {
  readonly seed: number;
  readonly runs: number;
}

/** Undefined if the command line is wrong. */
export function parseOptions(args: readonly string[]): ReferenceOptions | undefined {
  const end = args.indexOf("--");
  const { values, positionals } = parse(end < 0 ? args : args.slice(0, end));
  const source = parseSource(values, positionals);
  if (values.reference === undefined || source === undefined) return undefined;
  const own = `${process.execPath} ${repositoryPath("dist/cli/panc.js")} --diagnostics json`;
  return {
    theirs: values.reference,
    ours: values.ours ?? own,
    source,
    formats: values.formats,
    refused: Number(values.refused),
    passed: end < 0 ? [] : args.slice(end + 1),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      reference: { type: "string" },
      ours: { type: "string" },
      "include-path": { type: "string" },
      "own-directory": { type: "boolean", default: false },
      seed: { type: "string" },
      runs: { type: "string", default: "200" },
      formats: { type: "string", default: "pan,pan.gz,json,json.gz,text,dot,dep,dep.gz,null" },
      refused: { type: "string", default: "100" },
    },
  });
}

function parseSource(
  values: ReturnType<typeof parse>["values"],
  positionals: readonly string[],
): FolderSource | RandomSource | undefined {
  const [folder, ...others] = positionals;
  if (values.seed !== undefined) {
    return folder === undefined
      ? { seed: Number(values.seed), runs: Number(values.runs) }
      : undefined;
  }
  if (folder === undefined || others.length > 0) return undefined;
  const includePath = (values["include-path"] ?? folder).split(":").map((path) => resolve(path));
  return {
    folder: resolve(folder),
    includePath: values["own-directory"] ? undefined : includePath,
  };
}
