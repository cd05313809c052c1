@documentation{
    desc = Hosts that build software: processors for parallel builds, memory for the linker, room for objects; and to be \
there when nobody else needs the processors.
}
declaration template sr/workloads/build-host;

suggest '/hardware/cpu/count' >= 4
    priority 10
    when '/software/packages/build-essential' || '/software/packages/jenkins' || '/software/packages/gitlab-runner';
suggest '/hardware/memory/size' >= 4096
    priority 20
    when '/software/packages/build-essential' || '/software/packages/jenkins' || '/software/packages/gitlab-runner';
suggest '/storage/disks/xvda/size' >= 20480
    priority 30
    when '/storage/disks/xvda/size' &&
        ('/software/packages/build-essential' || '/software/packages/jenkins' || '/software/packages/gitlab-runner');
suggest '/system/scheduling/weight' <= 128
    priority 40
    when '/software/packages/build-essential' || '/software/packages/jenkins' || '/software/packages/gitlab-runner'
    message 'builds can wait, services cannot';
