@documentation{
    desc = The types of the paper's descriptions. They have two roots of their own, /hardwares and /softwares, which \
default_user_env turns into /hardware, /storage and /software in the end.
}
declaration template dvm_prototype;

include 'vmcs/types/vm';

type dvm_device = {
    'type' : choice('disk', 'cdrom')
    @{ size of a disk, in MiB }
    'size' ? long(1..)
    @{ file of the host that holds the data, as a URL }
    'mapping' ? string with vmcs_has_form(SELF, '^file:///', 'a place: begin it with file:///')
};

type dvm_hardwares = {
    @{ number of virtual CPUs }
    'cpu' : long(1..) = 1
    @{ memory in MiB }
    'memory' : long(1..)
    'devices' : dvm_device{} = dict()
};

@{ package as figure 2 writes it }
type dvm_package = {
    include vmcs_package
    'PkgID' ? string
};

type dvm_softwares = {
    'packages' : dvm_package{} = dict()
};

type basic_dvm_type = {
    include vmcs_vm
    'hardwares' : dvm_hardwares
    'softwares' : dvm_softwares = dict()
};
