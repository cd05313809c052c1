# This script define a DVM supporting CPU2000 benchmark
object template dvm_cpu2000;
# include the pre-defined types and functions.
include dvm_prototype;
include dvm_functions;
# dvm_cpu2000 is derived from "basic_dvm_type" template
type "77" = basic_dvm_type;
# start the hardware configuration with a simple DVM template.
# This template define a virtual CPU, 256M memory, a hard disk named hda.
# This is the basic configuration without ramdisk
"/hardwares" = create ("hardware_hda_cdrom_256_1");
# There is a cdrom disk which is mapped to a iso.
"/hardwares/devices/hdc/mapping" = "file:///images/cpu2000.iso";
# create a system with default configuration
"/system" = create ("default_system_hda");
# overrule the default configurations of "system" template
"/system/hostname" = "dvm1";
# create a root mounting point, keeping some default settings
# create a cdrom point
include automount_cdrom;
# import the default configuration of "system" template
#include softwares;
"/softwares/packages/gcc" = create ("gcc_3_3_5");
"/softwares/packages/gcc/imported" = true;
"/softwares/packages/fort" = create ("ifort");
"/softwares/packages/fort/imported" = true;
"/softwares/packages/cpu2000" = create ("cpu2000");
"/softwares/packages/cpu2000/imported" = false;
"/softwares/packages/cpu2000/source" = "mnt/cdrom";
# import user environment setup
include default_user_env;
