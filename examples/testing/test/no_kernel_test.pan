# What the model of machines refuses is expected of a machine that is wrong on purpose.
object template no_kernel_test;

include 'vmcs/vm';
include 'site/sizes';

#! expect error value-undefined '/system/boot/kernel'
'/system' = create('vmcs/system/pvh');
'/system/name' = 'headless';
