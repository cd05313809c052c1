@documentation{
    desc = The whole of a virtual machine, without a place: vmcs/vm binds it to the root.
}
declaration template vmcs/types/vm;

include 'vmcs/units';
include 'vmcs/types/hardware';
include 'vmcs/types/network';
include 'vmcs/types/system';
include 'vmcs/types/storage';
include 'vmcs/types/software';

type vmcs_vm = {
    'hardware' : vmcs_hardware = dict()
    'network' : vmcs_network = dict()
    'system' : vmcs_system = dict()
    'storage' : vmcs_storage = dict()
    'software' : vmcs_software = dict()
};
