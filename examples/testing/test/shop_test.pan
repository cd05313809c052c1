# The machine as a whole: what is said of it here, and files as they were when somebody last looked at them.
object template shop_test;

#! snapshot skeletons xen of shop
valid '/' = value('shop:/hardware/memory/size') == 2816;
valid '/' = length(value('shop:/software/users')) == 2;
