@documentation{ desc = Bob asks for more than the rule allows. }
object template bob;

include 'common';

'/hardware/memory/size' = 65536;
