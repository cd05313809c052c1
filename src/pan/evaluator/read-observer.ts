/** What DML looks at, told to a recorder. */

import type { Path } from "../tree/path.ts";
import type { Value } from "../tree/value.ts";
import { Inputs } from "./sharing/inputs.ts";

export interface ReadRecorder {
  readsVariable(name: string, value: Value): void;
  readsPath(path: Path, value: Value): void;
  usesSelf(): void;
}

/** Stands where notes for sharing would be taken, takes none of them, and tells the recorder what it must know. */
export class ReadObserver extends Inputs {
  private readonly recorder: ReadRecorder;

  constructor(recorder: ReadRecorder) {
    super(0);
    this.giveUp();
    this.recorder = recorder;
  }

  override global(name: string, value: Value | undefined): void {
    if (value !== undefined) this.recorder.readsVariable(name, value);
  }

  override path(path: Path, _lookUp: boolean, value: Value | undefined): void {
    if (value !== undefined) this.recorder.readsPath(path, value);
  }

  override self(): void {
    this.recorder.usesSelf();
  }

  override write(): void {}
}
