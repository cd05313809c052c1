@documentation{
    desc = A guest that serves web pages with nginx and is administered over SSH. The description adds files below \
/etc/nginx/conf.d, and users.
}
structure template vmcs/software/webserver;

include 'vmcs/software/ssh-server';

'packages/nginx' = dict();
'services/nginx' = dict('enabled', true, 'state', 'running');
