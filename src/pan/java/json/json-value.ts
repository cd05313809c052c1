/** JSON as it is read: numbers keep their spelling, members their order and their repetitions. */

export type JsonValue = string | boolean | null | JsonNumber | JsonArray | JsonObject;

export interface JsonNumber {
  readonly kind: "number";
  readonly text: string;
}

export interface JsonArray {
  readonly kind: "array";
  readonly items: readonly JsonValue[];
}

export interface JsonObject {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: string;
  readonly value: JsonValue;
}

/** Why a text is no JSON. */
export class JsonProblem {
  /** A clause in the present tense: "a string is not closed". */
  readonly message: string;
  /** Offset in the text. */
  readonly index: number;

  constructor(message: string, index: number) {
    this.message = message;
    this.index = index;
  }
}
