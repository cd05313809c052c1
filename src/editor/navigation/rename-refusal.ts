/** Why a name cannot be changed, as a sentence. */
export class RenameRefusal {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}
