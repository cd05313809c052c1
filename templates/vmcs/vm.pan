@documentation{
    desc = A virtual machine. A description includes this template and sets paths below /hardware, /network, \
/system, /storage and /software; types, defaults and checks come from here.
}
unique template vmcs/vm;

include 'vmcs/types/vm';

bind '/' = vmcs_vm;
