/** The rules of types: what stands after `type NAME =`, after `bind '/path' =` and in the fields of records. */

import { largestLong } from "../../base/long.ts";
import type {
  FieldNode,
  FullType,
  IncludeFieldsNode,
  Name,
  PathText,
  RangeNode,
  TypeNode,
} from "./ast.ts";
import { ExpressionParser } from "./expression-parser.ts";
import type { Token } from "./token.ts";
import { assignments, presences } from "./token-groups.ts";
import { tokenSet } from "./token-set.ts";
import * as t from "./tokens.ts";

const typeStart = tokenSet([t.Identifier, t.Choice, t.Extensible, t.LeftBrace]);
const fieldStart = tokenSet([t.QuotedString, t.Include]);
const clauseStart = tokenSet([t.LeftBracket, t.LeftBrace, t.Asterisk]);

type RecordMember = FieldNode | IncludeFieldsNode;

export abstract class TypeParser extends ExpressionParser {
  readonly fullType = this.RULE("fullType", (): FullType => {
    const type = this.SUBRULE(this.type);
    const defaultValue = this.OPTION(() => {
      this.CONSUME(t.Assign);
      return this.SUBRULE(this.dml);
    });
    const validation = this.OPTION2(() => {
      this.CONSUME(t.With);
      return this.SUBRULE2(this.dml);
    });
    // A type that is missing lies at the end of what is before it.
    const { start } = type;
    return { kind: "FullType", type, defaultValue, validation, start, end: this.endOfPrevious() };
  });

  /** A base type and what is made of it, outwards: `string[]{}*` is a link to a dict of lists of strings. */
  readonly type = this.RULE("type", (): TypeNode => {
    let type = this.SUBRULE(this.baseType);
    const { start } = type;
    if (!this.RECORDING_PHASE && !clauseStart.has(this.next().tokenTypeIdx)) return type;
    this.MANY(() => {
      const element = type;
      type = this.OR<TypeNode>([
        {
          ALT: () => {
            const open = this.expectOpening(0, t.LeftBracket);
            const range = this.OPTION(() => this.SUBRULE(this.range));
            const { end } = this.expectClosing(1, t.RightBracket, open, "a range or `]`");
            return { kind: "ListType", element, range, start, end };
          },
        },
        {
          ALT: () => {
            const open = this.expectOpening(0, t.LeftBrace);
            const range = this.OPTION2(() => this.SUBRULE2(this.range));
            const { end } = this.expectClosing(1, t.RightBrace, open, "a range or `}`");
            return { kind: "DictType", element, range, start, end };
          },
        },
        {
          ALT: () => {
            const { end } = this.CONSUME(t.Asterisk) as Token;
            return { kind: "LinkType", element, start, end };
          },
        },
      ]);
    });
    return type;
  });

  readonly baseType = this.RULE("baseType", (): TypeNode => {
    if (!this.RECORDING_PHASE && !typeStart.has(this.next().tokenTypeIdx))
      return this.missingType();
    return this.OR<TypeNode>([
      { ALT: () => this.SUBRULE(this.namedType) },
      { ALT: () => this.SUBRULE(this.recordType) },
      { ALT: () => this.SUBRULE(this.choiceType) },
    ]);
  });

  readonly namedType = this.RULE("namedType", (): TypeNode => {
    const name = this.CONSUME(t.Identifier) as Token;
    const { image, startOffset: start } = name;
    if (!this.RECORDING_PHASE && !this.isNext(t.LeftParen)) {
      return { kind: "NamedType", name: image, range: undefined, start, end: name.end };
    }
    const range = this.OPTION(() => this.SUBRULE(this.limits));
    return { kind: "NamedType", name: image, range, start, end: this.endOfPrevious() };
  });

  readonly choiceType = this.RULE("choiceType", (): TypeNode => {
    const { startOffset: start } = this.CONSUME(t.Choice);
    const open = this.expectOpening(1, t.LeftParen, "`(` after `choice`");
    const choices = [this.SUBRULE(this.stringLiteral)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      choices.push(this.SUBRULE2(this.stringLiteral));
    });
    const { end } = this.expectClosing(1, t.RightParen, open, "`,` or `)`");
    return { kind: "ChoiceType", choices, start, end };
  });

  readonly recordType = this.RULE("recordType", (): TypeNode => {
    const { startOffset: start } = this.next();
    const extensible = this.OPTION2(() => this.CONSUME(t.Extensible)) !== undefined;
    const open = this.expectOpening(1, t.LeftBrace, "`{` after `extensible`");
    this.enter();
    const fields: RecordMember[] = [];
    do {
      this.MANY({
        GATE: () => !this.isStatementStart(1) || this.isIncludeOfFields(),
        DEF: () => {
          // A field that begins a line is one, whatever went wrong before.
          if (this.isFirstOfLine(1)) this.recover();
          fields.push(this.SUBRULE(this.field));
        },
      });
    } while (!this.RECORDING_PHASE && this.recordGoesOn(open));
    this.leave();
    const close = this.expectClosing(1, t.RightBrace, open, "a field or `}`");
    if (!this.RECORDING_PHASE && !this.isNext(t.LeftParen)) {
      return { kind: "RecordType", extensible, fields, range: undefined, start, end: close.end };
    }
    const range = this.OPTION(() => this.SUBRULE(this.limits));
    return { kind: "RecordType", extensible, fields, range, start, end: this.endOfPrevious() };
  });

  /** `'key' : type` is required, `'key' ? type` optional; `include NAME` takes the fields of another record. */
  readonly field = this.RULE("field", (): RecordMember => {
    const annotations = this.takeAnnotations(this.next());
    return this.OR<RecordMember>([
      {
        ALT: () => {
          const key = this.SUBRULE(this.path);
          const required = this.SUBRULE(this.presence);
          const type = this.SUBRULE(this.fullType);
          const { start } = key;
          return {
            kind: "Field",
            key,
            required,
            type,
            annotations,
            start,
            end: this.endOfPrevious(),
          };
        },
      },
      {
        ALT: () => {
          const { startOffset: start } = this.CONSUME(t.Include);
          const type = this.SUBRULE(this.name);
          return { kind: "IncludeFields", type, start, end: this.endOfPrevious() };
        },
      },
    ]);
  });

  readonly presence = this.RULE("presence", (): boolean => {
    if (!this.RECORDING_PHASE && !presences.has(this.next().tokenTypeIdx)) return this.noPresence();
    return this.OR([
      { ALT: () => this.CONSUME(t.Colon) !== undefined },
      { ALT: () => this.CONSUME(t.Question) === undefined },
    ]);
  });

  /** `( )` and `(range)`: bounds of a number, or of a length. */
  readonly limits = this.RULE("limits", (): RangeNode | undefined => {
    const open = this.expectOpening(0, t.LeftParen);
    const range = this.OPTION(() => this.SUBRULE(this.range));
    this.expectClosing(1, t.RightParen, open, "a range or `)`");
    return range;
  });

  readonly range = this.RULE("range", (): RangeNode => {
    const { startOffset: start } = this.next();
    const bounds = this.OR<Bounds>([
      {
        ALT: () => {
          const minimum = this.SUBRULE(this.bound);
          let maximum: bigint | undefined = minimum;
          this.OPTION(() => {
            this.CONSUME(t.Range);
            maximum = this.OPTION2(() => this.SUBRULE2(this.bound));
          });
          return { minimum, maximum };
        },
      },
      {
        ALT: () => {
          this.CONSUME2(t.Range);
          const maximum = this.expect(1, t.LongNumber, "a whole number after `..`").value as
            | bigint
            | undefined;
          return { minimum: undefined, maximum };
        },
      },
    ]);
    const node: RangeNode = { ...bounds, start, end: this.endOfPrevious() };
    if (!this.RECORDING_PHASE) this.checkRange(node);
    return node;
  });

  readonly bound = this.RULE("bound", (): bigint | undefined => {
    const minus = this.OPTION(() => this.CONSUME(t.Minus));
    const value = this.expect(1, t.LongNumber, "a whole number").value as bigint | undefined;
    return minus === undefined || typeof value !== "bigint" ? value : -value;
  });

  /** A path, or a key, between quotes; heredocs are no paths. */
  readonly path = this.RULE("path", (): PathText => {
    const token = this.expect(1, t.QuotedString);
    return { text: String(token.value ?? ""), start: token.startOffset, end: token.end };
  });

  readonly name = this.RULE("name", (): Name => {
    const token = this.expect(1, t.Identifier);
    return { text: token.image, start: token.startOffset, end: token.end };
  });

  // ------------------------------------------------------------------------------------------ decisions

  /** `include` is a statement too, but there a string follows. */
  private isIncludeOfFields(): boolean {
    return this.isNext(t.Include) && this.LA(2).tokenType === t.Identifier;
  }

  /** `=` is a slip for `:`. */
  private noPresence(): boolean {
    const isSlip = assignments.has(this.next().tokenTypeIdx);
    const help = isSlip ? "A field is written `'name' : type`, or `'name' ? type`." : undefined;
    this.failExpected("`:` or `?` after the name of a field", { help });
    if (isSlip) this.SKIP_TOKEN();
    return true;
  }

  private missingType(): TypeNode {
    this.failExpected("a type");
    const at = this.endOfPrevious();
    return { kind: "NamedType", name: "", range: undefined, start: at, end: at };
  }

  /** The reference refuses such a range while it parses, but as an error of evaluation. */
  private checkRange(range: RangeNode): void {
    const minimum = range.minimum ?? 0n;
    const maximum = range.maximum ?? largestLong;
    if (minimum <= maximum) return;
    this.report("inverted-range", range, { minimum, maximum }, { category: "evaluation" });
  }

  private recordGoesOn(open: Token): boolean {
    if (this.isNext(t.RightBrace) || this.atStatement()) return false;
    this.failInRecord(open);
    while (!fieldStart.has(this.next().tokenTypeIdx)) {
      if (this.isNext(t.RightBrace) || this.atStatement()) return false;
      this.SKIP_TOKEN();
    }
    this.recover();
    return !this.atStatement();
  }

  private failInRecord(open: Token): void {
    if (!this.isNext(t.Comma) && !this.isNext(t.Semicolon)) {
      return this.failUnclosed("a field or `}`", open);
    }
    const help = "Fields follow one another without commas or semicolons.";
    this.failExpected("a field or `}`", { help });
  }
}

interface Bounds {
  readonly minimum: bigint | undefined;
  readonly maximum: bigint | undefined;
}
