# What is expected of the machines; the rules and the platform are asked by "vmcs check".
object template compute-nodes_test;

variable NODES = value('compute-nodes:/');

valid '/' = NODES['hardware']['cpu']['count'] == 4;
valid '/' = NODES['hardware']['memory']['size'] == 8192;
# Each machine has a disk of its own.
valid '/' = match(NODES['storage']['disks']['xvda']['source']['block'], '\{index\}');
