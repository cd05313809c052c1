# Each case sets its variables, and is a test of its own.
object template defaults_test;

#! case usual: MEMORY = 1024
#! case too little: MEMORY = 128; expect error value-out-of-range
variable MEMORY ?= 1024;

include 'site/defaults';

'/host/interfaces/eth0/ip' = '192.0.2.1';

valid '/host/memory' = SELF == MEMORY;
valid '/host/interfaces/eth0/netmask' = SELF == '255.255.255.0';
