@documentation{
    desc = Web servers: memory for the connections, two processors so that one slow request holds up no other.
}
declaration template sr/workloads/web-server;

suggest '/hardware/memory/size' >= 1024
    priority 10
    when '/software/packages/nginx' || '/software/packages/apache2' || '/software/packages/haproxy';
suggest '/hardware/cpu/count' >= 2
    priority 20
    when '/software/packages/nginx' || '/software/packages/apache2' || '/software/packages/haproxy';
suggest '/storage/disks/xvda/size' >= 8192
    priority 40
    when '/storage/disks/xvda/size' && ('/software/packages/nginx' || '/software/packages/apache2');

# Servers of applications keep their programs in memory.
suggest '/hardware/memory/size' >= 4096 priority 10 when '/software/packages/tomcat10' || '/software/packages/jetty9';
