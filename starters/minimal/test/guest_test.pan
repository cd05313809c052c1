# What is expected of the machine; the rules and the platform are asked by "vmcs check".
object template guest_test;

valid '/' = value('guest:/hardware/memory/size') == 1024;
valid '/' = value('guest:/storage/disks/xvda/format') == 'qcow2';
