/**
 * Where formats write: small pieces of text go in, large well-formed chunks come out.
 *
 * A Pan string can hold half of a surrogate pair (`substr` cuts between UTF-16 code units), which no
 * encoding can express. As in the reference compiler each such half becomes a question mark.
 */

/** Large enough to make a chunk cheap, small enough to keep V8 from copying what it joins twice. */
const chunkLength = 1 << 16;
/** What is written of one resource and kept for the next profile is shorter. */
const longestCopy = 1 << 20;
/** A search for any surrogate is many times faster than one for lone ones, and seldom finds anything. */
const surrogate = /[\ud800-\udfff]/;
const loneSurrogates = /\p{Surrogate}/gu;

export class TextOutput {
  private readonly sink: (chunk: string) => void;
  private pending = "";
  /** While something is copied: what was written before it. */
  private before: string | undefined;

  constructor(sink: (chunk: string) => void) {
    this.sink = sink;
  }

  /** A piece may not end inside a surrogate pair that the next piece completes. */
  write(text: string): void {
    this.pending += text;
    if (this.pending.length >= chunkLength) this.flushFull();
  }

  /** Lets `write` write, and gives a copy of all that it wrote; undefined if that is too long. */
  copied(write: () => void): string | undefined {
    this.before = this.pending;
    this.pending = "";
    write();
    const { before, pending } = this;
    if (before === undefined) return undefined;
    this.before = undefined;
    this.pending = before + pending;
    return pending;
  }

  /** Hands over what is left; called once, after the last piece. */
  end(): void {
    if (this.pending !== "") this.flush();
  }

  private flushFull(): void {
    const { before } = this;
    if (before !== undefined) {
      if (this.pending.length < longestCopy) return;
      this.pending = before + this.pending;
      this.before = undefined;
    }
    this.flush();
  }

  private flush(): void {
    const chunk = this.pending;
    this.pending = "";
    this.sink(surrogate.test(chunk) ? chunk.replace(loneSurrogates, "?") : chunk);
  }
}
