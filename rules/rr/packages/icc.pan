@documentation{ desc = The C compiler of Intel, for Intel's own family of processors. }
structure template icc;

'name' = 'icc';
'version' = '9.1';
'provides' = list('compiler');
'size' = 300;
valid '/hardware/cpu/arch' in list('x86_64', 'i686');
