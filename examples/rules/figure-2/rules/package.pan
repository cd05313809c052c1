@documentation{ desc = What every package begins as. }
structure template package;

'imported' = false;
