# Every row is a test of its own: what is given, and what should come of it.
object template sizes_test;

#! case nobody: PEOPLE = 0; expect error user-error 'of no use'
#! case few: PEOPLE = 10; MEMORY = 1280; PROCESSORS = 2
#! case a whole number of steps: PEOPLE = 32; MEMORY = 1280; PROCESSORS = 2
#! case many: PEOPLE = 101; MEMORY = 2048; PROCESSORS = 4
variable PEOPLE ?= 1;
variable MEMORY ?= 1280;
variable PROCESSORS ?= 2;

include 'site/sizes';

valid '/hardware/memory/size' = SELF == MEMORY;
valid '/hardware/cpu/count' = SELF == PROCESSORS;
