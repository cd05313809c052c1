@documentation{ desc = Python 2.4. }
structure template python-2_4_6;

'name' = 'python';
'version' = '2.4.6';
'size' = 60;
valid '/software/packages/tlk/version' >= '8.4';
valid '/software/packages/gcc/version' >= '3.3';
