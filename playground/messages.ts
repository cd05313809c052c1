/** What the page and the thread that builds say to each other: plain data, one answer for each request. */

export interface SourceFile {
  /** Below the directory of the description: `web.pan`, `rules/python.pan`. */
  readonly name: string;
  readonly text: string;
}

/** A description and how it is to be built. */
export interface Description {
  readonly files: readonly SourceFile[];
  /** Directories of rules, besides the laws of machines: `rules/sr` comes with vmcs, `./rules` is the description's. */
  readonly repositories: readonly string[];
  /** The release of Xen on the host. */
  readonly xenRelease: string;
}

/** What is said beside the files. */
export type Settings = Omit<Description, "files">;

/** A notification to the language server: it goes by these settings, as it would by a project file. */
export const settingsMethod = "vmcs/settings";

export type BuildRequest =
  | { readonly kind: "build"; readonly description: Description }
  /** Of the description that was built last. */
  | { readonly kind: "explain-path"; readonly profile: string; readonly path: string }
  | {
      readonly kind: "explain-line";
      readonly profile: string;
      readonly file: string;
      readonly line: number;
    };

export interface Built {
  readonly profiles: readonly BuiltProfile[];
  readonly problems: readonly Problem[];
}

export interface BuiltProfile {
  /** Name of the object template. */
  readonly name: string;
  readonly state: "sound" | "invalid" | "failed";
  /** The configuration, with what rules have completed; of a profile that has failed, as far as it came. */
  readonly tree: TreeNode;
  /** Whether it has all that a machine needs. */
  readonly isMachine: boolean;
  readonly outputs: readonly Output[];
  /** Why a backend cannot write its files, by its name. */
  readonly refusals: Readonly<Record<string, readonly Problem[]>>;
  /** What rules add and change; undefined if no rule speaks of it. */
  readonly resolution: { readonly text: string; readonly pan: string } | undefined;
}

export interface TreeNode {
  readonly key: string;
  /** The value in Pan's spelling, or how many there are in it. */
  readonly text: string;
  readonly kind: string;
  /** Undefined for values. */
  readonly children: readonly TreeNode[] | undefined;
}

/** A file that is made of a profile. */
export interface Output {
  /** `skeleton`, or the name of a backend. */
  readonly writer: string;
  readonly name: string;
  readonly text: string;
}

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface Problem {
  readonly severity: "error" | "warning" | "info";
  readonly code: string;
  readonly message: string;
  readonly help: string | undefined;
  /** Undefined if it is of no place. */
  readonly place: Place | undefined;
  readonly related: readonly { readonly place: Place | undefined; readonly message: string }[];
}

/** An explanation, in which places are written `web.pan:12:3`. */
export interface Explained {
  readonly title: string;
  readonly text: string;
}

export interface Answers {
  readonly build: Built;
  readonly "explain-path": Explained;
  readonly "explain-line": Explained;
}

export interface RequestMessage {
  readonly id: number;
  readonly request: BuildRequest;
}

export type AnswerMessage =
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  /** Our own failure. */
  | { readonly id: number; readonly failure: string };
