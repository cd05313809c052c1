@documentation{
    desc = Database servers: memory for the cache, processors before those of other machines, room for data.
}
declaration template sr/workloads/database;

suggest '/hardware/memory/size' >= 4096
    priority 10
    when '/software/packages/postgresql' || '/software/packages/mariadb-server' || '/software/packages/mysql-server';
suggest '/hardware/cpu/count' >= 2
    priority 20
    when '/software/packages/postgresql' || '/software/packages/mariadb-server' || '/software/packages/mysql-server';
suggest '/system/scheduling/weight' >= 512
    priority 30
    when '/software/packages/postgresql' || '/software/packages/mariadb-server' || '/software/packages/mysql-server'
    message 'others wait for the database';
suggest '/storage/disks/xvda/size' >= 32768
    priority 40
    when '/storage/disks/xvda/size' &&
        ('/software/packages/postgresql' || '/software/packages/mariadb-server' || '/software/packages/mysql-server');

# Caches in memory.
suggest '/hardware/memory/size' >= 2048
    priority 10
    when '/software/packages/redis-server' || '/software/packages/memcached';
