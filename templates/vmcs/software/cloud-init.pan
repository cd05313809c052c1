@documentation{
    desc = What the guest is told by cloud-init, when it first boots, over a drive that is added to its drives. Other \
blocks for /software add to it.
}
structure template vmcs/software/cloud-init;

'cloud_init/device' = 'xvdz';
'disable_root' = true;
'ssh_pwauth' = false;
