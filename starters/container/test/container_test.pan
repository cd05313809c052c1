# What is expected of the machine; the rules and the platform are asked by "vmcs check".
object template container_test;

variable PAGES = value('container:/');

valid '/' = PAGES['hardware']['memory']['size'] == 128;
# It has no disk: what it serves comes from the host.
valid '/' = !path_exists('container:/storage/disks');
valid '/' = PAGES['storage']['shares']['data']['path'] == '/srv/pages';
