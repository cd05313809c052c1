@documentation{ desc = What every package begins as, in the style of the V-MCS paper. }
structure template package;

'imported' = false;
