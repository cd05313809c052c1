@documentation{
    desc = Factors for sizes and rates, so that a description can say 20 * GiB or 100 * Mbit. Sizes of memory and \
disks are in MiB everywhere, rates in kbit/s.
}
declaration template vmcs/units;

final variable MiB = 1;
final variable GiB = 1024 * MiB;
final variable TiB = 1024 * GiB;

final variable kbit = 1;
final variable Mbit = 1000 * kbit;
final variable Gbit = 1000 * Mbit;
