@documentation{ desc = Tcl/Tk. }
structure template tk;

'name' = 'tk';
'version' = '8.4.19';
