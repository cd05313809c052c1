/** What vscode-oniguruma's types take from a library for browsers, which nothing of ours may see. */
declare namespace WebAssembly {
  type ImportValue = unknown;
  interface WebAssemblyInstantiatedSource {
    readonly instance: unknown;
  }
}
