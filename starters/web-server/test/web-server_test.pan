# What is expected of the machine; the rules and the platform are asked by "vmcs check".
object template web-server_test;

variable SERVER = value('web-server:/');

valid '/' = SERVER['system']['hostname'] == 'web1.example.org';
valid '/' = SERVER['software']['services']['nginx']['state'] == 'running';
# Nobody logs in with a password.
valid '/' = SERVER['software']['ssh_pwauth'] == false;
