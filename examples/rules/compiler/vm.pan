@documentation{
    desc = The suggestion repository: "a user selects software that has better compatibility with GCC compiler, but the \
user is unaware of this fact". The benchmarks need some compiler; the suggestion for gcc holds without being asked. \
The second machine takes icc, as its user wants it: the suggestion is given up, and it is said why.
}
object template vm;

include 'vmcs/vm';

'/hardware/memory/size' = 1024;
'/system/boot/order' = list('network');
'/network/interfaces/eth0' = create('vmcs/network/dhcp');

'/software/packages/cpu2000' = dict();
