@documentation{
    desc = A guest that is administered over SSH, by key. The description adds users with ssh_authorized_keys.
}
structure template vmcs/software/ssh-server;

include 'vmcs/software/cloud-init';

'packages/openssh-server' = dict();
'services/ssh' = dict('enabled', true, 'state', 'running');
