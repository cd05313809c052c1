/**
 * Where formats write: small pieces of text go in, large well-formed chunks come out.
 *
 * A Pan string can hold half of a surrogate pair (`substr` cuts between UTF-16 code units), which no
 * encoding can express. As in the reference compiler each such half becomes a question mark.
 */

/** Large enough to make a chunk cheap, small enough to keep V8 from copying what it joins twice. */
const chunkLength = 1 << 16;
/** A search for any surrogate is many times faster than one for lone ones, and seldom finds anything. */
const surrogate = /[\ud800-\udfff]/;
const loneSurrogates = /\p{Surrogate}/gu;

export class TextOutput {
  private readonly sink: (chunk: string) => void;
  private pending = "";

  constructor(sink: (chunk: string) => void) {
    this.sink = sink;
  }

  /** A piece may not end inside a surrogate pair that the next piece completes. */
  write(text: string): void {
    this.pending += text;
    if (this.pending.length >= chunkLength) this.flush();
  }

  /** Hands over what is left; called once, after the last piece. */
  end(): void {
    if (this.pending !== "") this.flush();
  }

  private flush(): void {
    const chunk = this.pending;
    this.pending = "";
    this.sink(surrogate.test(chunk) ? chunk.replace(loneSurrogates, "?") : chunk);
  }
}
