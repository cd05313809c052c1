@documentation{
    desc = Goal 2: "It will be a time-consuming and tedious task for administrators to check this problem for every user." The \
administrator writes a rule once; it is checked for the machines of Alice, Bob and Carol.
}
object template alice;

include 'common';

'/hardware/memory/size' = 1024;
