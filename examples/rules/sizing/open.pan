@documentation{
    desc = Goal 1: "A user might know the software they want to use, but does not know [...] what specific hardware support it \
requires." The suggestions for database servers fill in what is left open.
}
object template open;

include 'vmcs/vm';

'/system/os/distribution' = 'debian';
'/system/os/release' = '12';
'/system/boot/kernel' = '/boot/vmlinuz';
'/software/packages/postgresql' = dict();
