/** What DML looks at, told to a recorder. */

import type { Path } from "../tree/path.ts";
import type { Value } from "../tree/value.ts";
import type { GlobalVariable } from "./global-variable.ts";
import { Inputs } from "./sharing/inputs.ts";

export interface ReadRecorder {
  readsVariable(name: string, value: Value, variable: GlobalVariable | undefined): void;
  readsPath(path: Path, value: Value): void;
  usesSelf(): void;
}

/** Stands where notes for sharing would be taken, and takes those of the recorder. */
export class ReadObserver extends Inputs {
  private readonly recorder: ReadRecorder;

  constructor(recorder: ReadRecorder) {
    super(0);
    this.giveUp();
    this.recorder = recorder;
  }

  override global(name: string, value: Value | undefined, variable?: GlobalVariable): void {
    if (value !== undefined) this.recorder.readsVariable(name, value, variable);
  }

  override path(path: Path, _lookUp: boolean, value: Value | undefined): void {
    if (value !== undefined) this.recorder.readsPath(path, value);
  }

  override self(): void {
    this.recorder.usesSelf();
  }

  override presence(): void {}
  override derived(): void {}
  override function(): void {}
  override template(): void {}
  override lookUp(): void {}
  override write(): void {}
}
