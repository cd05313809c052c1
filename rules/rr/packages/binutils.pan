@documentation{ desc = Assembler and linker. }
structure template binutils;

'name' = 'binutils';
'version' = '2.17';
'size' = 15;
