/** Blocks, and what stands in them: local variables, loops, assignments. */

import type { Grammar } from "../grammar.ts";

export const blocks: Grammar = {
  // A block begins with local variables, so that what follows has some to work with.
  "blockText.*": [
    [3, "{\n  <declarations><statementsIn><dml.*>;\n}"],
    [1, "{ <dml.*> }"],
    [1, "{ <declarations>return(<*>); }", "wild"],
  ],
  declarations: [
    [1, ""],
    [2, "<set.S> = <S>;\n  <commit><declarations>"],
    [2, "<set.N> = <N>;\n  <commit><declarations>"],
    [1, "<set.B> = <B>;\n  <commit><declarations>"],
    [2, "<set.L> = <L>;\n  <commit><declarations>"],
    [2, "<set.M> = <M>;\n  <commit><declarations>"],
  ],
  statementsIn: [
    [3, ""],
    [4, "<statementIn>;\n  <commit><statementsIn>"],
  ],
  statementIn: [
    [3, "<set.S> = <S>"],
    [3, "<set.N> = <N>"],
    [1, "<set.S> = <set.S> = <S>"],
    [3, "<target.M>['<key.S>'] = <S>"],
    [2, "<target.M>['<key.M>']['<key.N>'] = <N>"],
    [2, "<target.L>[<N>] = <E>", "wild"],
    [3, "append(<target.L>, <E>)"],
    [1, "prepend(<target.L>, <E>)"],
    [1, "<set.L> = append(<local.L>, <E>)"],
    [1, "<set.S> = <local.S> + <string>"],
    [1, "<set.L> = merge(<local.L>, <literal.L>)"],
    [1, "<set.M> = dict('<key.M>', <local.M>)"],
    [1, "delete(<target.M>['<key.S>'])"],
    [1, "SELF['<key.S>'] = <S>", "wild"],
    [1, "SELF[<N>] = <E>", "wild"],
    [2, "if (<B>) <branch.E>"],
    [2, "if (<B>) <branch.E> else <branch.E>"],
    [3, "foreach (<spare.N>; <spare.E>; <loopList>) <body>"],
    [3, "foreach (<spare.S>; <spare.E>; <M>) <body>"],
    [1, "foreach (<spare.E>; <spare.E>; <loopList>) <branch.E>"],
    [2, "for (<counter>) <body>"],
    [1, "while (<B>) <body>", "wild"],
    [1, "<countedWhile>"],
    [1, "for (<E>; <B>; <E>) <branch.E>", "wild"],
    [1, "<anyCall>", "wild"],
    [1, "debug(<S>)"],
  ],
  bodyText: [[1, "{ <statementsIn><statementIn>; }"]],
};
